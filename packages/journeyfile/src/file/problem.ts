/** One thing that is wrong with a file, with where it stands and what mends it. */
export interface FileProblem {
  /** 1 is the first; null: the format knows no lines, or the whole file is meant. */
  readonly line: number | null;
  /** Keys and places from the top, such as `stages › 2 › steps › 1 › actor`; empty: the whole file. */
  readonly path: string;
  readonly words: string;
  /** What to do about it. */
  readonly todo: string;
}

/** What came of reading: the thing and what could not be taken over, or every problem found. */
export type ReadResult<T> =
  | { readonly ok: true; readonly value: T; readonly notes: readonly string[] }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** A problem as one line for a terminal or a list: `line 12: … Do this.` */
export function problemText({ line, path, words, todo }: FileProblem): string {
  const where = line === null ? path : path === '' ? `line ${line}` : `line ${line}, ${path}`;
  return [where === '' ? '' : `${where}: `, words, todo === '' ? '' : ` ${todo}`].join('');
}

/** Nothing but one problem of the whole file. */
export function unreadable(words: string, todo: string, line: number | null = null): ReadResult<never> {
  return { ok: false, problems: [{ line, path: '', words, todo }] };
}
