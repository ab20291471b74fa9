import { ALL_TIME } from '../time/range.ts';
import type { Scope } from './scope.ts';

export interface FunnelInput {
  /** At least two; each step is reached by any of its activities. */
  readonly steps: readonly (readonly string[])[];
  /** ordered: in this order, anything between; strict: directly one after the other; unordered: any order. */
  readonly order: 'ordered' | 'strict' | 'unordered';
  /** From the first step to the last, milliseconds. */
  readonly windowMs: number;
  /** One of these between two steps ends the attempt there; an activity that is a step itself never does. */
  readonly exclusions: readonly string[];
  /** Declared property to break down by; null: one group. */
  readonly breakdown: string | null;
}

export interface FunnelStep {
  /** People who got this far. */
  readonly reached: number;
  /** People who got here, no further, and cannot any more: the window has passed, or something broke the attempt. 0 at the last step. */
  readonly lost: number;
  /** People who got here, no further yet, and still have time. They are neither lost nor won. */
  readonly inside: number;
  /** Time since the step before, over those who reached; null on the first step and when nobody did. */
  readonly meanMs: number | null;
  readonly medianMs: number | null;
  readonly p90Ms: number | null;
}

export interface FunnelGroup {
  /** Value of the breakdown at the start; null without breakdown. */
  readonly value: string | null;
  /** People who entered: reached the first step inside the range (entry-date semantics: later steps may lie after it). */
  readonly entered: number;
  readonly steps: readonly FunnelStep[];
}

export interface Funnel {
  /** By people who entered, most first; one group (also when it is empty) without breakdown. */
  readonly groups: readonly FunnelGroup[];
  /** Groups beyond the 50 largest, not listed; absent or 0 when all are. */
  readonly leftOut?: number;
}

/** A breakdown lists this many groups. */
export const MOST_FUNNEL_GROUPS = 50;

/**
 * The scope in which a funnel looks for later steps: without an upper end, for they may lie after the range. Case and
 * journey runs are never cut and need none.
 */
export function funnelScope(scope: Scope): Scope {
  return scope.unit === 'case' || scope.unit === 'journey'
    ? scope
    : { ...scope, range: { ...scope.range, toMs: ALL_TIME.toMs } };
}
