import type { Felt } from '../../event/felt.ts';
import type { JourneyContract } from '../../journey/contract.ts';
import type { JourneyDefinition } from '../../journey/definition.ts';
import { type Judged, type RunStatus, type TouchLabel, touchOf } from '../../journey/touch.ts';
import { isGoal, placedSteps } from '../../journey/walk.ts';
import type { Run } from '../run.ts';
import { remembered, rememberedAt } from './remembered.ts';
import { timesOf } from './scope.ts';

/** A passage held against the map that judges it. */
export interface JudgedRun {
  readonly run: Run;
  readonly judging: JourneyDefinition;
  /** One an event of the run; 0: not on the map. */
  readonly symbols: readonly number[];
  readonly judged: Judged;
  readonly status: RunStatus;
}

/** One touch on the map, with what the map says of it. */
export interface LivedTouch {
  readonly step: number;
  readonly label: TouchLabel;
  readonly isFailed: boolean;
  readonly isOtherChannel: boolean;
  /** Its place among the touches of the passage, from 0. */
  readonly nth: number;
  readonly atMs: number;
  /** Since the touch before; null for the first. */
  readonly waitMs: number | null;
  readonly channel: string;
  readonly felt: Felt;
}

/** An event of a passage that is not on the map. */
export interface OffMapEvent {
  readonly activity: string;
  readonly channel: string;
  readonly atMs: number;
  readonly felt: Felt;
  /** Step of the touch on the map before it; 0: none. */
  readonly after: number;
}

/** The touches of a passage on the map, in order. */
export const touchesOf = remembered(({ run, symbols, judged }: JudgedRun): readonly LivedTouch[] => {
  const touches: LivedTouch[] = [];
  let atMs = run.startMs;
  for (const [i, symbol] of symbols.entries()) {
    atMs += run.gapsMs[i] as number;
    if (symbol === 0) continue;
    const { step, isFailed, isOtherChannel } = touchOf(symbol);
    const nth = touches.length;
    const label = judged.touches[nth] as TouchLabel;
    const waitMs = nth === 0 ? null : atMs - (touches[nth - 1] as LivedTouch).atMs;
    const [channel, felt] = [run.channels[i] as string, run.felt[i] as Felt];
    touches.push({ step, isFailed, isOtherChannel, label, nth, atMs, waitMs, channel, felt });
  }
  return touches;
});

const touchesByStep = remembered((run: JudgedRun): ReadonlyMap<number, readonly LivedTouch[]> => {
  const found = new Map<number, LivedTouch[]>();
  for (const touch of touchesOf(run)) {
    const known = found.get(touch.step);
    if (known) known.push(touch);
    else found.set(touch.step, [touch]);
  }
  return found;
});

/** The touches of a passage at a step, in order. */
export function touchesAt(run: JudgedRun, step: number): readonly LivedTouch[] {
  return touchesByStep(run).get(step) ?? [];
}

/** The events of a passage that are not on the map, in order. */
export const offMapOf = remembered(({ run, symbols }: JudgedRun): readonly OffMapEvent[] => {
  const at = timesOf(run);
  let after = 0;
  return symbols.flatMap((symbol, i) => {
    if (symbol > 0) {
      after = touchOf(symbol).step;
      return [];
    }
    return [
      {
        activity: run.activities[i] as string,
        channel: run.channels[i] as string,
        atMs: at[i] as number,
        felt: run.felt[i] as Felt,
        after,
      },
    ];
  });
});

/** Ended: reached an end, or silent for too long. */
export function isEnded({ status }: JudgedRun): boolean {
  return status !== 'open';
}

/** Numbers of the steps that end so. */
export function endSteps({ contract, numbers }: JourneyDefinition, ends: 'goal' | 'failure'): number[] {
  return placedSteps(contract)
    .filter(({ step }) => (ends === 'goal' ? isGoal(step) : step.ends === ends))
    .map(({ step }) => numbers.get(step.id) as number);
}

/** When the passage was over, ms: at the touch that ended it, after the silence, or (under way) at `dataAsOfMs`. */
export const endMsOf = rememberedAt((run: JudgedRun, dataAsOfMs): number => {
  const touches = touchesOf(run);
  const last = touches.at(-1)?.atMs as number;
  if (run.status === 'left') return last + run.judging.contract.passage.silenceMs;
  if (run.status === 'open') return Math.max(dataAsOfMs, last);
  const ends = endSteps(run.judging, run.status === 'goal' ? 'goal' : 'failure');
  const isEither = ({ step }: { readonly step: number }): boolean =>
    placedSteps(run.judging.contract).some(
      (one) => one.step.ends === 'goal-either-way' && run.judging.numbers.get(one.step.id) === step,
    );
  return touches.find((touch) => (!touch.isFailed || isEither(touch)) && ends.includes(touch.step))?.atMs ?? last;
});

/** Not the person's first passage: numbers are those of all of them, also of those outside the scope. */
export function isReturning({ run }: JudgedRun): boolean {
  return run.no > 1;
}

/** How a map judges a sequence of touches. */
export type JudgeTouches = (judging: JourneyDefinition, symbols: readonly number[], isOpen: boolean) => Judged;

/**
 * Journey runs held against their maps. Silent for too long at `dataAsOfMs`: judged as ended. Else judged as under way; when
 * that has reached an end, the passage is over, and judged as ended.
 */
export function judgedRunsOf(
  runs: readonly Run[],
  definitions: readonly JourneyDefinition[],
  judge: JudgeTouches,
  dataAsOfMs: number,
): JudgedRun[] {
  return runs.map((run) => {
    const judging = definitions.find(({ definition }) => definition === run.definition) as JourneyDefinition;
    const symbols = run.steps ?? [];
    const onMap = symbols.filter((symbol) => symbol > 0);
    const lastMs = timesOf(run)[symbols.findLastIndex((symbol) => symbol > 0)] as number;
    const isSilent = lastMs + judging.contract.passage.silenceMs < dataAsOfMs;
    const asOpen = isSilent ? null : judge(judging, onMap, true);
    const judged = asOpen?.reached === null ? asOpen : judge(judging, onMap, false);
    const reached = (asOpen ?? judged).reached;
    const status = reached === 'goal' ? 'goal' : reached === 'failure' ? 'failed' : isSilent ? 'left' : 'open';
    return { run, judging, symbols, judged, status };
  });
}

/** Order of a person's passages: by start, then by what judges them, then by number. */
export function byPassage(a: JudgedRun, b: JudgedRun): number {
  return a.run.startMs - b.run.startMs || a.judging.definition - b.judging.definition || a.run.no - b.run.no;
}

/** Of each person the passage that stands for them: their last that has ended, else their last. */
export const decidingRuns = remembered((runs: readonly JudgedRun[]): readonly JudgedRun[] => {
  const best = new Map<bigint, JudgedRun>();
  for (const run of [...runs].sort(byPassage)) {
    const known = best.get(run.run.person);
    if (!known || isEnded(run) || !isEnded(known)) best.set(run.run.person, run);
  }
  return [...best.values()];
});

export function peopleIn(runs: Iterable<JudgedRun>): number {
  const people = new Set<bigint>();
  for (const { run } of runs) people.add(run.person);
  return people.size;
}

/** Whether some touch of this contract ends so. */
export function hasEnd(contract: JourneyContract, ends: 'goal' | 'failure'): boolean {
  return placedSteps(contract).some(({ step }) => (ends === 'goal' ? isGoal(step) : step.ends === ends));
}
