/** Something that waits for the reader. */
export type Waiting =
  | { readonly kind: 'alert'; readonly id: string; readonly title: string; readonly detail: string }
  /** `longest`: the one that is past due the longest; null: none, or it may not be told who it is. */
  | {
      readonly kind: 'callbacks';
      readonly mine: number;
      readonly pastDue: number;
      readonly unassigned: number;
      readonly longest: { readonly name: string; readonly pastMs: number } | null;
    }
  | { readonly kind: 'review'; readonly journey: string; readonly title: string; readonly inDays: number }
  | { readonly kind: 'draft'; readonly journey: string; readonly title: string; readonly isNew: boolean }
  /** More of a kind than are listed. */
  | { readonly kind: 'more'; readonly of: 'alert' | 'review' | 'draft'; readonly n: number };

export interface WaitingFacts {
  readonly alerts: readonly Omit<Extract<Waiting, { kind: 'alert' }>, 'kind'>[];
  /** Null: this reader works no call-backs. */
  readonly callbacks: Omit<Extract<Waiting, { kind: 'callbacks' }>, 'kind'> | null;
  /** `inDays` below 0: the day is over. */
  readonly reviews: readonly Omit<Extract<Waiting, { kind: 'review' }>, 'kind'>[];
  readonly drafts: readonly Omit<Extract<Waiting, { kind: 'draft' }>, 'kind'>[];
}

/** Reviews are announced so many days ahead. */
const REVIEW_AHEAD_DAYS = 7;
/** So many of a kind are listed. */
const MOST_OF_KIND = 2;

/**
 * What waits for a reader, in one list: alerts, call-backs (one line), reviews within a week or past their day (the longest
 * past first), drafts. Two of a kind at most, and how many more there are. Nothing waits: empty.
 */
export function waitingFor({ alerts, callbacks, reviews, drafts }: WaitingFacts): readonly Waiting[] {
  const hasCalls = callbacks !== null && callbacks.mine + callbacks.pastDue + callbacks.unassigned > 0;
  const due = reviews.filter(({ inDays }) => inDays <= REVIEW_AHEAD_DAYS).sort((a, b) => a.inDays - b.inDays);
  return [
    ...listed('alert', alerts),
    ...(hasCalls ? [{ kind: 'callbacks', ...callbacks } as const] : []),
    ...listed('review', due),
    ...listed('draft', drafts),
  ];
}

function listed<Kind extends 'alert' | 'review' | 'draft'>(
  kind: Kind,
  all: readonly Omit<Extract<Waiting, { kind: Kind }>, 'kind'>[],
): readonly Waiting[] {
  const shown = all.slice(0, MOST_OF_KIND).map((one) => ({ kind, ...one }) as unknown as Waiting);
  const more = all.length - shown.length;
  return more > 0 ? [...shown, { kind: 'more', of: kind, n: more }] : shown;
}
