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

/** Harm by their nature: something owed was missing, broken or late. */
export const HARM_KINDS: readonly GapKind[] = ['we-skipped', 'partner-skipped', 'broken', 'late'];

/** Most people first, at equal size harm before the rest, then by id. */
export function byGapSize(a: JourneyGap, b: JourneyGap): number {
  return b.people - a.people || Number(b.isHarm) - Number(a.isHarm) || (a.id < b.id ? -1 : Number(a.id > b.id));
}

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
  /**
   * People to whom it happened. Owed and skipped: without a touch that says it broke, those are in `broken`. Not on map: nothing
   * that at least 9 in 10 gave a score with, for an answer to a survey is a voice and no way.
   */
  readonly people: number;
  /**
   * People to whom it could have happened: who came to the step (skipped, broken); came to it or left there (left); had any touch of
   * it (repeat, detour, other order, other channel); whose promise is decided (late); whom the rule concerns; everybody (not on map).
   */
  readonly of: number;
  /**
   * Start of the day since when it is more common than before, ms; null: no change found, under 30 passages with it, or under
   * 7 days or 10 passages to whom it could have happened on one side of the day.
   */
  readonly sinceMs: number | null;
  /** Shares before and since; null without `sinceMs`. */
  readonly change: { readonly before: number; readonly since: number } | null;
  /** Null also where the kind itself decides what followed (owed and skipped, broken, late, left, rules). */
  readonly compared: Compared | null;
  /** Harm by its nature (owed and missing, broken, late) or by what followed. */
  readonly isHarm: boolean;
}

export interface JourneyGaps {
  /** Most people first; harm before the rest at equal size. */
  readonly gaps: readonly JourneyGap[];
}

/**
 * What happened at each step day by day, for charts and for "since when": passages that came to it (or waited for it in
 * vain), on the day of their first touch of it, or of the touch before which it was missing.
 */
export interface JourneyDays {
  readonly days: readonly {
    readonly dayMs: number;
    readonly step: string;
    readonly due: number;
    readonly harmed: number;
  }[];
  /** Steps whose daily share of harm is unsteady (see `unsteadySince` in core), and since when. */
  readonly unsteady: readonly {
    readonly step: string;
    readonly sinceMs: number;
    readonly before: number;
    readonly since: number;
  }[];
  /** Steps with enough days and customers to tell. */
  readonly told: number;
}
