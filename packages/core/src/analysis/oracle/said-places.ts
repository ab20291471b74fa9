import type { JourneyDefinition } from '../../journey/definition.ts';
import { touchOf } from '../../journey/touch.ts';
import type { SaidAt } from '../feedback.ts';
import type { Run } from '../run.ts';
import { numberedSteps } from './journey-map.ts';

/** Where an event of a run stands. */
export function saidAtOf(run: Run, i: number, definitions: readonly JourneyDefinition[]): SaidAt {
  const symbol = run.steps?.[i] ?? 0;
  return placeAt(symbol > 0 ? touchOf(symbol).step : 0, run.activities[i] as string, definitions);
}

/** A step by its number; of number 0 the activity. */
export function placeAt(step: number, activity: string, definitions: readonly JourneyDefinition[]): SaidAt {
  if (step === 0) return { kind: 'activity', activity };
  return { kind: 'step', step: numberedSteps(definitions).get(step) ?? '' };
}

/** Text that tells places apart. */
export function placeKey(at: SaidAt | null): string {
  return at === null ? '' : at.kind === 'step' ? `step ${at.step}` : `activity ${at.activity}`;
}
