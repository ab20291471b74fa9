import { dayOfDate, periodNumber } from '../time/calendar.ts';

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
  /** `day` as `YYYY-MM-DD`. */
  readonly reviews: readonly { readonly journey: string; readonly title: string; readonly day: string }[];
  readonly drafts: readonly Omit<Extract<Waiting, { kind: 'draft' }>, 'kind'>[];
  /** What is called now, ms; which day that is the zone says. */
  readonly nowMs: number;
  readonly timeZone: string;
}

/** Reviews are announced so many days ahead. */
const REVIEW_AHEAD_DAYS = 7;
/** So many of a kind are listed. */
const MOST_OF_KIND = 2;

/**
 * What waits for a reader, in one list: alerts, call-backs (one line), reviews within a week or past their day (the longest
 * past first), drafts. Two of a kind at most, and how many more there are. Nothing waits: empty.
 */
export function waitingFor(facts: WaitingFacts): readonly Waiting[] {
  const { alerts, callbacks, reviews, drafts, nowMs, timeZone } = facts;
  const today = periodNumber(nowMs, 'day', timeZone);
  const hasCalls = callbacks !== null && callbacks.mine + callbacks.pastDue + callbacks.unassigned > 0;
  const due = reviews
    .map(({ day, ...review }) => ({ ...review, inDays: dayOfDate(day) - today }))
    .filter(({ inDays }) => inDays <= REVIEW_AHEAD_DAYS)
    .sort((a, b) => a.inDays - b.inDays);
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
