import type { PropertyValue, Scale } from '@continuo/core';
import { localTime, type Place } from './calendar.ts';

/** An event before it is sent: everything but its message id, its place in line and its arrival. */
export interface Draft {
  readonly kind: 'user' | 'anonymous';
  readonly id: string;
  readonly timeMs: number;
  readonly name: string;
  readonly channel: string;
  readonly caseKey: string;
  readonly score: number | null;
  readonly scale: Scale;
  readonly text: string;
  readonly properties: Readonly<Record<string, PropertyValue>>;
}

/** A draft with the wall clock of its place written beside the instant. */
export function draft(
  who: { readonly kind: 'user' | 'anonymous'; readonly id: string },
  at: { readonly place: Place; readonly timeMs: number },
  what: {
    readonly name: string;
    readonly channel: string;
    readonly caseKey?: string;
    readonly score?: number | null;
    readonly text?: string;
    /** A fresh object: place and wall clock are written into it. */
    readonly properties: Record<string, PropertyValue>;
  },
): Draft {
  const { properties } = what;
  properties.place = at.place;
  properties.local_time = localTime(at.place, at.timeMs);
  const score = what.score ?? null;
  return {
    kind: who.kind,
    id: who.id,
    timeMs: Math.round(at.timeMs),
    name: what.name,
    channel: what.channel,
    caseKey: what.caseKey ?? '',
    score,
    scale: score === null ? '' : '0-10',
    text: what.text ?? '',
    properties,
  };
}
