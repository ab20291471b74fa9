import type { TimeRange } from '../time/range.ts';
import type { RunUnit } from './run.ts';

/** Keeps the runs for which it holds. Filters are joined by "and". */
export type Filter =
  /** Value of a declared property at the start of the run is one of these. */
  | { readonly kind: 'attribute'; readonly attribute: string; readonly values: readonly string[] }
  /** Some event of the run has this activity (or none has). */
  | { readonly kind: 'passes'; readonly activity: string; readonly is: boolean }
  | { readonly kind: 'starts'; readonly activity: string }
  | { readonly kind: 'ends'; readonly activity: string }
  /** Some event of the run came by this channel. */
  | { readonly kind: 'channel'; readonly channel: string };

/**
 * What a question looks at. The same scope gives the same runs in every question, so that numbers reconcile.
 * Order of work: events of `activities` only → runs by `unit` → range → filters.
 */
export interface Scope {
  readonly workspace: number;
  /** Person and gap runs are clipped to it; case and journey runs belong to it by their start and are never clipped. */
  readonly range: TimeRange;
  readonly unit: RunUnit;
  /** Silence longer than this ends a run. Only for unit `gap`. */
  readonly gapMs: number | null;
  /** Only these activities count; null: all. */
  readonly activities: readonly string[] | null;
  /** Only for unit `journey`: passages of this journey, which belong to the range by their start and are never clipped. */
  readonly journey?: import('./journey-map.ts').JourneyScope | null;
  readonly filters: readonly Filter[];
}

/** What stands beside every answer. Counts are of the whole scope, before any limit of the question. */
export interface Population {
  readonly people: number;
  readonly runs: number;
  readonly events: number;
}

/** An answer with what is needed to believe it. */
export interface Answer<Result> {
  readonly question: string;
  readonly result: Result;
  readonly population: Population;
  readonly scope: Scope;
  /** The latest arrival that the runs contain, ms; null when there is no event at all. */
  readonly dataAsOfMs: number | null;
  /** Every count, median and percentile is exact unless this says which is not. */
  readonly exactness: string;
  /** What the answer cannot tell, in words for analysts. */
  readonly limits: readonly string[];
}

/** Says which number is meant, so that the people behind it can be listed by the question `people`. */
export type Behind =
  | { readonly kind: 'all' }
  | { readonly kind: 'activity'; readonly activity: string }
  | { readonly kind: 'start'; readonly activity: string }
  | { readonly kind: 'end'; readonly activity: string }
  | { readonly kind: 'edge'; readonly from: string; readonly to: string }
  | { readonly kind: 'repeats'; readonly activity: string }
  | { readonly kind: 'route'; readonly path: readonly string[] }
  | { readonly kind: 'felt'; readonly activity: string | null; readonly felt: 'unhappy' | 'neutral' | 'happy' }
  | {
      readonly kind: 'funnel';
      readonly funnel: import('./funnel.ts').FunnelInput;
      /** 0 is the first step. */
      readonly step: number;
      readonly outcome: 'reached' | 'lost' | 'inside';
      readonly group: string | null;
    }
  | {
      readonly kind: 'flow';
      readonly flow: import('./flow.ts').FlowInput;
      /** Negative before the anchor, 0 the anchor itself. */
      readonly layer: number;
      readonly activity: string;
    }
  | {
      readonly kind: 'retention';
      readonly retention: import('./retention.ts').RetentionInput;
      readonly cohort: number;
      readonly offset: number;
    }
  /** Of a map: people who had a step, were due it, and so on. Only for unit `journey`. */
  | {
      readonly kind: 'map-step';
      readonly step: string;
      readonly which:
        | 'had'
        | 'due'
        | 'harmed'
        | 'late'
        | 'unhappy'
        | 'neutral'
        | 'happy'
        | 'broken'
        | 'repeat'
        | 'detour'
        | 'other-order'
        | 'other-channel'
        | 'left'
        | 'we-skipped'
        | 'partner-skipped'
        /** Skipped by us or a partner, and no touch says that it broke. */
        | 'we-missed'
        | 'partner-missed'
        | 'customer-skipped'
        | 'shortcut';
      /** Only with `had` and `other-channel`: by this channel. */
      readonly channel: string | null;
    }
  /** People by their last answer at a place; null: anywhere. */
  | {
      readonly kind: 'voice';
      readonly at: import('./feedback.ts').SaidAt | null;
      readonly felt: 'unhappy' | 'neutral' | 'happy';
    }
  | { readonly kind: 'map-off'; readonly activity: string }
  | { readonly kind: 'map-promise'; readonly promise: string; readonly is: 'kept' | 'late' | 'waiting' }
  | {
      readonly kind: 'map-fact';
      readonly fact: 'goal' | 'failed' | 'left' | 'open' | 'as-promised' | 'as-planned' | 'returning' | 'tried';
      readonly is: boolean;
    };
