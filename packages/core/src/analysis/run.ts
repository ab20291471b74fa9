import type { Felt } from '../event/felt.ts';

/** How events are cut into runs: all of a person's, one per case key, cut where nothing happened for a while, or as a journey's map says. */
export type RunUnit = 'person' | 'case' | 'gap' | 'journey';

/** One person's passage. All arrays have one entry per event, in the order `(time, ord, message)`. */
export interface Run {
  /** Unsigned 64-bit integer. */
  readonly person: bigint;
  /** 1 … n inside `(definition, person)`. */
  readonly no: number;
  /** The case key; `''` for person and gap runs. */
  readonly key: string;
  readonly startMs: number;
  readonly activities: readonly string[];
  readonly channels: readonly string[];
  /** Elapsed milliseconds since the event before; the first is 0. */
  readonly gapsMs: readonly number[];
  readonly felt: readonly Felt[];
  /** Declared properties, value at the first event that has one. */
  readonly attributes: Readonly<Record<string, string>>;
  /** The range cut off earlier events: the first activity is not a start. */
  readonly cutStart: boolean;
  /** The range cut off later events: the last activity is not an end. */
  readonly cutEnd: boolean;
}

/** Names a run everywhere: `<unit letter>-<person>-<no>`, for instance `c-1234-1`. Gap runs are named by their person run. */
export interface RunRef {
  readonly unit: 'person' | 'case';
  readonly person: string;
  readonly no: number;
}

/** Text form of a reference, as it stands in `/stories/:run`. */
export function formatRunRef(ref: RunRef): string {
  return `${ref.unit === 'case' ? 'c' : 'p'}-${ref.person}-${ref.no}`;
}

/** Reads a reference; null when the text is not one. */
export function parseRunRef(text: string): RunRef | null {
  const match = /^([cp])-(\d{1,20})-(\d{1,9})$/.exec(text);
  if (!match) return null;
  return { unit: match[1] === 'c' ? 'case' : 'person', person: match[2] as string, no: Number(match[3]) };
}
