import type { Behind } from '../analysis/scope.ts';
import type { WatchSide } from './watch.ts';

export const MEASURED_STEP_FACTS = ['had', 'broken', 'late', 'harmed', 'unhappy'] as const;
export const MEASURED_MAP_FACTS = ['got-it', 'as-promised', 'tried', 'unhappy'] as const;
export const MEASURED_ANSWERS = ['unhappy', 'neutral', 'happy', 'given'] as const;
export const MEASURED_CALLBACKS = ['opened', 'past-due'] as const;

/** A number that can be watched. Shares unless said otherwise. */
export type Measured =
  /** Count of events of an activity, by a channel; null: any. */
  | { readonly kind: 'events'; readonly activity: string | null; readonly channel: string | null }
  /** Unhappy, neutral or happy answers of all answers, given with an activity; null: any. `given` is a count. */
  | {
      readonly kind: 'answers';
      readonly activity: string | null;
      readonly which: (typeof MEASURED_ANSWERS)[number];
    }
  /** Of a map: passages that ended (answers in passages for `unhappy`). */
  | { readonly kind: 'map'; readonly journey: string; readonly fact: (typeof MEASURED_MAP_FACTS)[number] }
  /** Of a step: passages that came to it; `had` is a count. */
  | {
      readonly kind: 'step';
      readonly journey: string;
      readonly step: string;
      readonly which: (typeof MEASURED_STEP_FACTS)[number];
    }
  /** Counts of call-backs: opened; past due at the end of an hour, of which none is usual. */
  | { readonly kind: 'callbacks'; readonly which: (typeof MEASURED_CALLBACKS)[number] }
  /** Count of what a source sends. */
  | { readonly kind: 'source'; readonly source: number }
  /** Of everything that is sent in: hours in which something new arrived, by the clock of arrival. */
  | { readonly kind: 'arrivals' };

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
    case 'arrivals':
      return 'fewer';
    case 'answers':
      return measured.which === 'unhappy' ? 'more' : measured.which === 'neutral' ? 'both' : 'fewer';
    case 'callbacks':
      return 'more';
    case 'map':
      return measured.fact === 'got-it' || measured.fact === 'as-promised' ? 'fewer' : 'more';
    case 'step':
      return measured.which === 'had' ? 'both' : 'more';
  }
}

/** Whether it can be watched for what does not happen. */
export function canBeMissing({ kind }: Measured): boolean {
  return kind === 'events' || isHeardOnly({ kind });
}

/** Whether it is watched for what does not come, and for nothing else. */
export function isHeardOnly({ kind }: Pick<Measured, 'kind'>): boolean {
  return kind === 'source' || kind === 'arrivals';
}

/** Whether a single one is worth speaking of: nothing is learnt, none is usual. Looked at hour by hour. */
export function isNoneUsual(measured: Measured): boolean {
  return measured.kind === 'callbacks' && measured.which === 'past-due';
}

/** Whether what is measured is a count and not a share. */
export function isPlainCount(measured: Measured): boolean {
  switch (measured.kind) {
    case 'events':
    case 'source':
    case 'arrivals':
    case 'callbacks':
      return true;
    case 'answers':
      return measured.which === 'given';
    case 'map':
      return false;
    case 'step':
      return measured.which === 'had';
  }
}

/** What a number counts, as something to watch; null: it has no days, or nobody could say when it is known. */
export function measuredOf(behind: Behind, journey: string | null): Measured | null {
  switch (behind.kind) {
    case 'activity':
      return { kind: 'events', activity: behind.activity, channel: null };
    case 'map-off':
      return { kind: 'events', activity: behind.activity, channel: null };
    case 'felt':
      return answersOf(behind.activity, behind.felt, journey);
    case 'voice': {
      const { at, felt } = behind;
      if (at?.kind !== 'step') return answersOf(at?.activity ?? null, felt, journey);
      return journey !== null && felt === 'unhappy' ? { kind: 'step', journey, step: at.step, which: 'unhappy' } : null;
    }
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

/** Answers with an activity are watched wherever they stand; of a map only how many are unhappy. */
function answersOf(
  activity: string | null,
  felt: 'unhappy' | 'neutral' | 'happy',
  journey: string | null,
): Measured | null {
  if (activity !== null || journey === null) return { kind: 'answers', activity, which: felt };
  return felt === 'unhappy' ? { kind: 'map', journey, fact: 'unhappy' } : null;
}
