import type { SkipLabel } from '../../journey/touch.ts';
import { ASKING_CHANNELS, WRITING_CHANNELS } from '../journey-shares.ts';
import { isHad, promiseLived } from './journey-promise.ts';
import { type JudgedRun, offMapOf, touchesAt, touchesOf } from './journey-run.ts';
import { rememberedAt } from './remembered.ts';

/**
 * What may have happened to a passage at a step; `due`: they came to it; `met`: some touch of it; `sound`: had, and no touch of
 * it broken; `missed`: skipped though owed, and no touch of it broken.
 */
export type StepFact =
  | 'had'
  | 'due'
  | 'met'
  | 'left'
  | 'broken'
  | 'repeat'
  | 'detour'
  | 'other-order'
  | 'other-channel'
  | 'late'
  | 'unhappy'
  | 'harmed'
  | 'sound'
  | 'we-missed'
  | 'partner-missed'
  | `skip:${SkipLabel}`
  | `had:${string}`
  | `other-channel:${string}`;

/** Facts of a passage by step number, each once. */
export const stepFacts = rememberedAt((run: JudgedRun, dataAsOfMs): ReadonlyMap<number, ReadonlySet<StepFact>> => {
  const facts = new Map<number, Set<StepFact>>();
  const add = (step: number, ...found: StepFact[]): void => {
    const known = facts.get(step) ?? new Set();
    for (const fact of found) known.add(fact);
    facts.set(step, known);
  };
  const touches = touchesOf(run);
  const broken = new Set(touches.filter(({ label }) => label === 'broken').map(({ step }) => step));
  for (const touch of touches) {
    const { step, label, channel, isOtherChannel } = touch;
    add(step, 'met');
    if (isHad(touch)) add(step, 'had', `had:${channel}`);
    if (isHad(touch) && !broken.has(step)) add(step, 'sound');
    if (label === 'as-planned' || label === 'other-order' || label === 'broken') add(step, 'due');
    if (label === 'broken') add(step, 'broken', 'harmed');
    if (label === 'repeat' || label === 'detour' || label === 'other-order') add(step, label);
    if (isOtherChannel) add(step, 'other-channel', `other-channel:${channel}`);
  }
  for (const { step, label } of run.judged.skips) {
    add(step, `skip:${label}`);
    if (label !== 'left') add(step, 'due');
    if (label === 'we-skipped' || label === 'partner-skipped') add(step, 'harmed');
    if (label === 'we-skipped' && !broken.has(step)) add(step, 'we-missed');
    if (label === 'partner-skipped' && !broken.has(step)) add(step, 'partner-missed');
  }
  const left = run.status === 'left' ? run.judged.skips.find(({ label }) => label === 'left') : undefined;
  if (left) add(left.step, 'left');
  const { contract, numbers } = run.judging;
  for (const { id, to } of contract.promises)
    if (promiseLived(run, id, dataAsOfMs)?.state === 'late') add(numbers.get(to) as number, 'late', 'harmed');
  for (const step of new Set(touches.flatMap(({ step, felt }) => (felt === 'none' ? [] : [step]))))
    if (touchesAt(run, step).findLast(({ felt }) => felt !== 'none')?.felt === 'unhappy')
      add(step, 'unhappy', 'harmed');
  return facts;
});

/** They repeated a step, or asked off the map: by a channel for that, or in writing without a score. */
export function triedTwiceOrAsked(run: JudgedRun): boolean {
  return (
    touchesOf(run).some(({ label }) => label === 'repeat') ||
    offMapOf(run).some(
      ({ channel, felt }) =>
        ASKING_CHANNELS.includes(channel.toLowerCase()) ||
        (felt === 'none' && WRITING_CHANNELS.includes(channel.toLowerCase())),
    )
  );
}

/** The goal, no owed step missed or broken, no time promise late. */
export const isAsPromised = rememberedAt(
  (run: JudgedRun, dataAsOfMs): boolean =>
    run.status === 'goal' &&
    !run.judged.skips.some(({ label }) => label === 'we-skipped' || label === 'partner-skipped') &&
    !run.judged.touches.includes('broken') &&
    !run.judging.contract.promises.some(({ id }) => promiseLived(run, id, dataAsOfMs)?.state === 'late'),
);

/** Exactly the map's way: every touch as planned and by a planned channel, no step missing, on a closed map nothing else. */
export function isAsPlanned(run: JudgedRun): boolean {
  return (
    run.judged.skips.length === 0 &&
    touchesOf(run).every(({ label, isOtherChannel }) => label === 'as-planned' && !isOtherChannel) &&
    !(run.judging.contract.isClosed && run.symbols.includes(0))
  );
}
