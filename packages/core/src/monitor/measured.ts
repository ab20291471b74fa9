import type { Behind } from '../analysis/scope.ts';
import type { WatchSide } from './watch.ts';

export const MEASURED_STEP_FACTS = ['had', 'broken', 'late', 'harmed', 'unhappy'] as const;
export const MEASURED_MAP_FACTS = ['got-it', 'as-promised', 'tried', 'unhappy'] as const;

/** A number that can be watched. Shares unless said otherwise. */
export type Measured =
  /** Count of events of an activity, by a channel; null: any. */
  | { readonly kind: 'events'; readonly activity: string | null; readonly channel: string | null }
  /** Unhappy answers of all answers, given with an activity; null: any. */
  | { readonly kind: 'answers'; readonly activity: string | null }
  /** Of a map: passages that ended (answers in passages for `unhappy`). */
  | { readonly kind: 'map'; readonly journey: string; readonly fact: (typeof MEASURED_MAP_FACTS)[number] }
  /** Of a step: passages that came to it; `had` is a count. */
  | {
      readonly kind: 'step';
      readonly journey: string;
      readonly step: string;
      readonly which: (typeof MEASURED_STEP_FACTS)[number];
    }
  /** Count of what a source sends. */
  | { readonly kind: 'source'; readonly source: number };

/**
 * `unusual`: other than it usually is, day by day or week by week. `missing`: it usually happens, and now it does not; hour
 * by hour, only of events and sources.
 */
export type WatchHow = 'unusual' | 'missing';

/** Of which side a watch speaks unless told otherwise: the one that harms, both where either may. */
export function harmfulSide(measured: Measured): WatchSide {
  switch (measured.kind) {
    case 'events':
      return 'both';
    case 'source':
      return 'fewer';
    case 'answers':
      return 'more';
    case 'map':
      return measured.fact === 'got-it' || measured.fact === 'as-promised' ? 'fewer' : 'more';
    case 'step':
      return measured.which === 'had' ? 'both' : 'more';
  }
}

/** Whether it can be watched for what does not happen. */
export function canBeMissing({ kind }: Measured): boolean {
  return kind === 'events' || kind === 'source';
}

/** What a number counts, as something to watch; null: it has no days, or nobody could say when it is known. */
export function measuredOf(behind: Behind, journey: string | null): Measured | null {
  switch (behind.kind) {
    case 'activity':
      return { kind: 'events', activity: behind.activity, channel: null };
    case 'map-off':
      return { kind: 'events', activity: behind.activity, channel: null };
    case 'felt':
      return behind.felt === 'unhappy' && journey === null ? { kind: 'answers', activity: behind.activity } : null;
    case 'map-step': {
      const which = MEASURED_STEP_FACTS.find((fact) => fact === behind.which);
      const isAll = behind.channel === null;
      return journey !== null && which && isAll ? { kind: 'step', journey, step: behind.step, which } : null;
    }
    case 'map-fact': {
      if (journey === null) return null;
      if (behind.fact === 'goal') return { kind: 'map', journey, fact: 'got-it' };
      if (behind.fact === 'as-promised' || behind.fact === 'tried') return { kind: 'map', journey, fact: behind.fact };
      return null;
    }
    default:
      return null;
  }
}
