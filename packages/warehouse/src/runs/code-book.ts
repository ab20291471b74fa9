/** Names behind the codes in `runs`: index is the code; activity 0 is unused, channel 0 is `''`, the unknown one. Handed out by the state, never changed. */
export interface CodeBook {
  readonly activities: readonly string[];
  readonly channels: readonly string[];
}

/** Code for "other names", when a workspace has more than 65,534 of them (254 channels). */
export const OTHER_ACTIVITY = 65_535;
export const OTHER_CHANNEL = 255;
export const OTHER_NAME = 'other names';

/** Name of an activity code; `other names` when it has none. */
export function activityName(book: CodeBook, code: number): string {
  return book.activities[code] ?? OTHER_NAME;
}

/** Name of a channel code; `''` is the unknown channel. */
export function channelName(book: CodeBook, code: number): string {
  return book.channels[code] ?? OTHER_NAME;
}

/** Codes of these names; a name that never occurred has none and is left out. */
export function activityCodes(book: CodeBook, names: readonly string[]): number[] {
  const index = codeIndex(book);
  return names.flatMap((name) => {
    const code = index.get(name);
    return code === undefined ? [] : [code];
  });
}

/** Codes of a channel: one, or none when nothing ever came by it. The unknown channel `''` is 0. */
export function channelCodes(book: CodeBook, channel: string): number[] {
  if (channel === '') return [0];
  const code = book.channels.indexOf(channel, 1);
  if (code > 0) return [code];
  return channel === OTHER_NAME ? [OTHER_CHANNEL] : [];
}

const indexes = new WeakMap<CodeBook, ReadonlyMap<string, number>>();

/** Name → code; made once a book. */
export function codeIndex(book: CodeBook): ReadonlyMap<string, number> {
  const known = indexes.get(book);
  if (known) return known;
  const index = new Map<string, number>();
  index.set(OTHER_NAME, OTHER_ACTIVITY);
  for (let code = 1; code < book.activities.length; code += 1) index.set(book.activities[code] as string, code);
  indexes.set(book, index);
  return index;
}
