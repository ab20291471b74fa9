import type { PropertyValue, Scale } from '@continuo/core';

/** An event of a made world, as a source would send it: identifiers are still text. */
export interface WorldEvent {
  readonly kind: 'user' | 'anonymous';
  readonly id: string;
  /** Resent events carry the same one. */
  readonly messageId: string;
  readonly timeMs: number;
  readonly ord: number;
  readonly name: string;
  readonly channel: string;
  /** The booking; `''` when the system that saw it does not know bookings (hotel, train, lounge, web before login). */
  readonly caseKey: string;
  readonly score: number | null;
  readonly scale: Scale;
  readonly text: string;
  readonly properties: Readonly<Record<string, PropertyValue>>;
  /** Never before `timeMs` and never after the world's now. */
  readonly receivedMs: number;
}
