import type { Compared } from './journey-map.ts';

export const GAP_KINDS = [
  'we-skipped',
  'partner-skipped',
  'broken',
  'late',
  'customer-skipped',
  'shortcut',
  'repeat',
  'detour',
  'other-order',
  'other-channel',
  'left',
  'not-on-map',
  'rule',
] as const;
export type GapKind = (typeof GAP_KINDS)[number];

/** One kind of distance between what was planned and what was lived, at one place of the map. */
export interface JourneyGap {
  /** The same gap has the same id in every period: `kind:step`, `late:promise`, `not-on-map:activity`, `other-channel:step:channel`, `rule:rule`. */
  readonly id: string;
  readonly kind: GapKind;
  /** Step id; of `not-on-map` the step after which it happens most; null: before the first. */
  readonly step: string | null;
  readonly activity: string | null;
  readonly channel: string | null;
  readonly promise: string | null;
  readonly rule: string | null;
  readonly people: number;
  /** People to whom it could have happened. */
  readonly of: number;
  /** Day since when it is more common than before, ms; null: no change found in this period. */
  readonly sinceMs: number | null;
  /** Shares before and since; null without `sinceMs`. */
  readonly change: { readonly before: number; readonly since: number } | null;
  readonly compared: Compared | null;
  /** Harm by its nature (owed and missing, broken, late) or by what followed. */
  readonly isHarm: boolean;
}

export interface JourneyGaps {
  /** Most people first; harm before the rest at equal size. */
  readonly gaps: readonly JourneyGap[];
}

/** What happened at each step day by day, for charts and for "since when". */
export interface JourneyDays {
  readonly days: readonly {
    readonly dayMs: number;
    readonly step: string;
    readonly due: number;
    readonly harmed: number;
  }[];
  /** Steps whose daily share of harm is unsteady, and since when. */
  readonly unsteady: readonly {
    readonly step: string;
    readonly sinceMs: number;
    readonly before: number;
    readonly since: number;
  }[];
  /** Steps with enough days and customers to tell. */
  readonly told: number;
}
