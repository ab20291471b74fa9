import type { PropertyValue, Scale } from '../event/event.ts';
import type { Felt } from '../event/felt.ts';

export interface TimelineInput {
  /** Unsigned 64-bit integer as text. */
  readonly person: string;
  /** Only this case; null: everything of the person. */
  readonly caseKey: string | null;
  readonly limit: number;
}

export interface Moment {
  readonly timeMs: number;
  readonly activity: string;
  readonly channel: string;
  readonly caseKey: string;
  readonly score: number | null;
  readonly scale: Scale;
  readonly felt: Felt;
  readonly text: string;
  readonly properties: Readonly<Record<string, PropertyValue>>;
  readonly source: number;
}

export interface Timeline {
  readonly person: string;
  /** In the order `(time, ord, message)`. */
  readonly moments: readonly Moment[];
  /** Moments beyond `limit`. */
  readonly leftOut: number;
  /** Identities that are this person. */
  readonly identities: readonly { readonly kind: string; readonly value: string }[];
}
