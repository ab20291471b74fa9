/** How a journey stands, for choosing those that need most. */
export interface JourneyNeed {
  readonly key: string;
  readonly title: string;
  readonly status: 'good' | 'alert' | 'none';
  /** People who did not get what its worst fact counts; 0 where nothing is known. */
  readonly missed: number;
  /** Customers who set out; null: not known. */
  readonly people: number | null;
}

/**
 * The journeys that need it most, at most `most`: those that hurt, by people missed in their worst fact; then those of which
 * nothing is known, more customers first; then the rest. Equal ones by title.
 */
export function needsMost<Journey extends JourneyNeed>(journeys: readonly Journey[], most: number): readonly Journey[] {
  const rank = { alert: 0, none: 1, good: 2 } as const;
  return [...journeys]
    .sort(
      (a, b) =>
        rank[a.status] - rank[b.status] ||
        b.missed - a.missed ||
        (b.people ?? 0) - (a.people ?? 0) ||
        (a.title < b.title ? -1 : a.title > b.title ? 1 : 0),
    )
    .slice(0, most);
}
