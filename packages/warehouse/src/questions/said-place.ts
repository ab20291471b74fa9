import type { SaidAt } from '@continuo/core';
import { activityCodes, activityName } from '../runs/code-book.ts';
import { OFF_MAP } from './answers.ts';
import { numberedSteps } from './journey-steps.ts';
import type { Asking } from './question.ts';

/** A place as people name it. */
export function saidAt(place: number, asking: Asking): SaidAt {
  if (place >= OFF_MAP) return { kind: 'activity', activity: activityName(asking.book, place - OFF_MAP) };
  return { kind: 'step', step: stepsByNumber(asking).get(place) ?? '' };
}

/** Its number; null: nothing was ever there. */
export function placeNumber(at: SaidAt, asking: Asking): number | null {
  if (at.kind === 'step') return numberedSteps(asking).find(({ step }) => step.id === at.step)?.number ?? null;
  const [code] = activityCodes(asking.book, [at.activity]);
  return code === undefined ? null : OFF_MAP + code;
}

/** Places of the steps of the newest map, then of those that only older ones have. */
export function stepOrder(asking: Asking): ReadonlyMap<string, number> {
  return new Map(numberedSteps(asking).map(({ step }, i) => [step.id, i]));
}

const known = new WeakMap<Asking, ReadonlyMap<number, string>>();

function stepsByNumber(asking: Asking): ReadonlyMap<number, string> {
  const steps = known.get(asking) ?? new Map(numberedSteps(asking).map(({ number, step }) => [number, step.id]));
  known.set(asking, steps);
  return steps;
}
