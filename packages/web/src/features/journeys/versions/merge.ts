import { type Card, type JourneyContract, type Lane, placedSteps, type Step } from '@continuo/core';

export type Mark = 'added' | 'removed' | 'changed' | null;

export interface MergedStep {
  readonly step: Step;
  readonly stage: string;
  readonly mark: Mark;
}

/** Steps of both in one row: what is gone stands behind what stood before it. */
export function mergedSteps(old: JourneyContract, now: JourneyContract): readonly MergedStep[] {
  const before = placedSteps(old);
  const after = placedSteps(now);
  const was = new Map(before.map(({ step }) => [step.id, step]));
  const is = new Set(after.map(({ step }) => step.id));
  const merged = after.map(({ step, stage }): MergedStep => {
    const one = was.get(step.id);
    return { step, stage: stage.title, mark: one === undefined ? 'added' : isSameStep(one, step) ? null : 'changed' };
  });
  before.forEach(({ step, stage }, i) => {
    if (is.has(step.id)) return;
    const previous = before[i - 1]?.step.id;
    const at = previous === undefined ? -1 : merged.findIndex((one) => one.step.id === previous);
    merged.splice(at + 1, 0, { step, stage: stage.title, mark: 'removed' });
  });
  return merged;
}

/** Cards are told apart in their own cells. */
function isSameStep({ cells: _a, ...a }: Step, { cells: _b, ...b }: Step): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Lanes of both, what is gone last. */
export function mergedLanes(
  old: JourneyContract,
  now: JourneyContract,
): readonly { readonly lane: Lane; readonly mark: Mark }[] {
  const was = new Map(old.lanes.map((lane) => [lane.id, lane]));
  const is = new Set(now.lanes.map(({ id }) => id));
  const mark = (lane: Lane): Mark => {
    const one = was.get(lane.id);
    if (one === undefined) return 'added';
    return one.title === lane.title && one.kind === lane.kind ? null : 'changed';
  };
  return [
    ...now.lanes.map((lane) => ({ lane, mark: mark(lane) })),
    ...old.lanes.filter(({ id }) => !is.has(id)).map((lane) => ({ lane, mark: 'removed' as const })),
  ];
}

/** Cards of one cell in both. */
export function mergedCards(
  old: readonly Card[] = [],
  now: readonly Card[] = [],
): readonly { readonly card: Card; readonly mark: Mark }[] {
  const was = new Map(old.map((card) => [card.id, card]));
  const is = new Set(now.map(({ id }) => id));
  const mark = (card: Card): Mark => {
    const one = was.get(card.id);
    if (one === undefined) return 'added';
    return JSON.stringify(one) === JSON.stringify(card) ? null : 'changed';
  };
  return [
    ...now.map((card) => ({ card, mark: mark(card) })),
    ...old.filter(({ id }) => !is.has(id)).map((card) => ({ card, mark: 'removed' as const })),
  ];
}
