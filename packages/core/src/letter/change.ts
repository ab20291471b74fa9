import type { JourneyGap } from '../analysis/journey-gaps.ts';

/** What a change did to customers: harm ▲, better ✓, or another way of which no difference is seen "+". */
export type ChangeTone = 'harm' | 'good' | 'plus';

/** What people decided about a gap. */
export interface GapDecision {
  readonly action: 'watch' | 'dismiss' | 'accept';
  readonly actor: string;
}

/** The gaps of one map, of all its time. */
export interface GapsOfJourney {
  readonly journey: string;
  readonly gaps: readonly JourneyGap[];
  /** By id of the gap. */
  readonly decided: ReadonlyMap<string, GapDecision>;
}

/** What an open alert says, in finished words. */
export interface AlertChange {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly owner: string | null;
  /** Customers hit; null: it counts no customers. */
  readonly people: number | null;
  /** The step it watches; null: none. */
  readonly at: { readonly journey: string; readonly step: string } | null;
}

export type Change =
  | {
      readonly kind: 'gap';
      readonly tone: ChangeTone;
      readonly people: number;
      readonly journey: string;
      readonly gap: JourneyGap;
      /** Harm that became rarer since `gap.sinceMs`. */
      readonly isRarer: boolean;
      readonly decided: GapDecision | null;
    }
  | { readonly kind: 'alert'; readonly tone: 'harm'; readonly people: number; readonly alert: AlertChange }
  /** People whose call-back is past the promised time. */
  | { readonly kind: 'late'; readonly tone: 'harm'; readonly people: number };
