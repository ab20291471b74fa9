import type { RunUnit } from '@continuo/core';

/** Stored definitions: 0 one run a person, 1 one run a case key. Gap runs are cut from 0 when asked; journeys follow from 2 on. */
export const PERSON_RUNS = 0;
export const CASE_RUNS = 1;

/** The stored definition that a unit reads; journeys have definitions of their own. */
export function definitionOf(unit: Exclude<RunUnit, 'journey'>): number {
  return unit === 'case' ? CASE_RUNS : PERSON_RUNS;
}
