import type { Felt } from '../event/felt.ts';

/** How events are cut into runs: all of a person's, one per case key, cut where nothing happened for a while, or as a journey's map says. */
export type RunUnit = 'person' | 'case' | 'gap' | 'journey';

/** One person's passage. All arrays have one entry per event, in the order `(time, ord, message)`. */
export interface Run {
  /** Unsigned 64-bit integer. */
  readonly person: bigint;
  /** 1 … n inside `(definition, person)`. */
  readonly no: number;
  /** The case key, or the property that parts a journey's passages; `''` for person and gap runs, and by silence. */
  readonly key: string;
  readonly startMs: number;
  readonly activities: readonly string[];
  readonly channels: readonly string[];
  /** Elapsed milliseconds since the event before; the first is 0. */
  readonly gapsMs: readonly number[];
  readonly felt: readonly Felt[];
  /** Declared properties, value at the first event that has one. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Only of journey runs: the definition that cut it, and the symbol of each event (0: not on the map). */
  readonly definition?: number;
  readonly steps?: readonly number[];
  /** The range cut off earlier events: the first activity is not a start. */
  readonly cutStart: boolean;
  /** The range cut off later events: the last activity is not an end. */
  readonly cutEnd: boolean;
}

/** Names a run everywhere: `<unit letter>-<person>-<no>`, for instance `c-1234-1`; gap runs are named by their person run. */
export type RunRef =
  | { readonly unit: 'person' | 'case'; readonly person: string; readonly no: number }
  /** Under the definition that cut it: `j7-1234-1`. */
  | { readonly unit: 'journey'; readonly definition: number; readonly person: string; readonly no: number };

/** Text form of a reference, as it stands in `/stories/:run`. */
export function formatRunRef(ref: RunRef): string {
  const letter = ref.unit === 'journey' ? `j${ref.definition}` : ref.unit === 'case' ? 'c' : 'p';
  return `${letter}-${ref.person}-${ref.no}`;
}

/** Reads a reference; null when the text is not one. */
export function parseRunRef(text: string): RunRef | null {
  const match = /^(c|p|j([1-9]\d{0,8}))-(\d{1,20})-(\d{1,9})$/.exec(text);
  if (!match) return null;
  const [, letter, definition, person, no] = match as unknown as [string, string, string | undefined, string, string];
  const run = { person, no: Number(no) };
  if (definition !== undefined) return { unit: 'journey', definition: Number(definition), ...run };
  return { unit: letter === 'c' ? 'case' : 'person', ...run };
}
