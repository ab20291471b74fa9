/** What a view shows, in plain words: first the main thing, then what else must be known to read it rightly. */
export interface Sentence {
  readonly lead: string;
  /** May be empty. */
  readonly rest: string;
}

/** Both parts as one text. */
export function textOf({ lead, rest }: Sentence): string {
  return rest === '' ? lead : `${lead} ${rest}`;
}
