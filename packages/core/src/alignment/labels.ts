import type { Step } from '../journey/contract.ts';
import type { Skip, SkipLabel, TouchLabel } from '../journey/touch.ts';
import type { Move } from './alignment.ts';

/** What labels must know of a step. */
export type StepFacts = Pick<Step, 'actor' | 'isOwed' | 'ends'>;

export interface Labelled {
  /** `goal` when a touch on a step that ends so is there, by whatever way; else `failure` likewise; else null. */
  readonly reached: 'goal' | 'failure' | null;
  /** One a touch, in order. */
  readonly touches: readonly TouchLabel[];
  /** In the order of the moves; a broken step is there too. */
  readonly skips: readonly Skip[];
}

/** A step as it stands in moves, told apart: its own number, and whether the touch says that it failed. */
export type ReadStep = (step: number) => { readonly step: number; readonly isFailed: boolean };

const ALWAYS_GOOD: ReadStep = (step) => ({ step, isFailed: false });

/**
 * Says in words what the moves of one run mean. First match counts.
 *
 * A touch: step 0 → not-on-map · in its place → as-planned, or broken when it says the step failed · not in its place, and
 * the same step is skipped → other-order (one touch a skip, the first ones) · its step is as planned before it (of a failed
 * touch also after it: they had to try twice) → repeat · else detour. Where the last touch of a step says that it failed,
 * it failed after all (they came to the gate, then missed the plane): that touch and the one in its place are broken.
 *
 * A skip: its touch is elsewhere → other-order · after the last touch of a run that ended without its goal → left · owed by
 * us → we-skipped · owed by a partner → partner-skipped · the goal was reached → shortcut · else customer-skipped.
 * A broken step is listed like a skip in the middle of the run.
 *
 * `isOpen`: the run is still under way, so nobody has left. Steps without facts count as the customer's, not owed.
 */
export function labelMoves(
  moves: readonly Move[],
  facts: ReadonlyMap<number, StepFacts>,
  { isOpen, readStep = ALWAYS_GOOD }: { readonly isOpen: boolean; readonly readStep?: ReadStep },
): Labelled {
  const reached = reachedEnd(moves, facts, readStep);
  const swapped = swappedMoves(moves);
  const touchCount = moves.filter(({ kind }) => kind !== 'skip').length;
  const planned = new Set<number>();
  const undone = undoneSteps(moves, readStep);
  const plannedAnywhere = new Set(moves.filter(({ kind }) => kind === 'sync').map(({ step }) => readStep(step).step));
  const touches: TouchLabel[] = [];
  const skips: Skip[] = [];
  for (const move of moves) {
    const { step, isFailed } = readStep(move.step);
    const before = touches.length;
    if (move.kind === 'skip') {
      const hasLeft = before === touchCount && !isOpen && reached !== 'goal';
      const label = swapped.has(move) ? 'other-order' : hasLeft ? 'left' : missing(facts.get(step), reached);
      skips.push({ step, label, before });
    } else if (move.step === 0) touches.push('not-on-map');
    else if (move.kind === 'sync' && isFailed) {
      skips.push({ step, label: missing(facts.get(step), reached), before });
      touches.push('broken');
    } else if (move.kind === 'sync') {
      planned.add(step);
      if (undone.has(step)) skips.push({ step, label: missing(facts.get(step), reached), before });
      touches.push(undone.has(step) ? 'broken' : 'as-planned');
    } else if (isFailed && undone.has(step) && planned.has(step)) touches.push('broken');
    else if (swapped.has(move)) touches.push('other-order');
    else touches.push((isFailed ? plannedAnywhere : planned).has(step) ? 'repeat' : 'detour');
  }
  return { reached, touches, skips };
}

/** Steps with one touch in their place, a good one, after which others only say that it failed. */
function undoneSteps(moves: readonly Move[], readStep: ReadStep): ReadonlySet<number> {
  const inPlace = new Map<number, number>();
  const lastFailed = new Map<number, boolean>();
  for (const move of moves) {
    if (move.kind === 'skip' || move.step === 0) continue;
    const { step, isFailed } = readStep(move.step);
    if (move.kind === 'sync') inPlace.set(step, (inPlace.get(step) ?? 0) + (isFailed ? 2 : 1));
    lastFailed.set(step, isFailed && move.kind === 'extra');
  }
  return new Set([...inPlace].filter(([step, n]) => n === 1 && lastFailed.get(step) === true).map(([step]) => step));
}

function missing(facts: StepFacts | undefined, reached: Labelled['reached']): SkipLabel {
  if (facts?.isOwed === true && facts.actor === 'us') return 'we-skipped';
  if (facts?.isOwed === true && facts.actor === 'partner') return 'partner-skipped';
  return reached === 'goal' ? 'shortcut' : 'customer-skipped';
}

function reachedEnd(
  moves: readonly Move[],
  facts: ReadonlyMap<number, StepFacts>,
  readStep: ReadStep,
): Labelled['reached'] {
  let reached: Labelled['reached'] = null;
  for (const move of moves) {
    if (move.kind === 'skip') continue;
    const { step, isFailed } = readStep(move.step);
    const ends = facts.get(step)?.ends ?? null;
    if (ends === 'goal-either-way' || (ends === 'goal' && !isFailed)) return 'goal';
    if (ends === 'failure' && !isFailed) reached ??= ends;
  }
  return reached;
}

/** Extra touches and skips of the same step, paired from the first on. */
function swappedMoves(moves: readonly Move[]): ReadonlySet<Move> {
  const waiting = new Map<number, { readonly kind: Move['kind']; readonly moves: Move[] }>();
  const swapped = new Set<Move>();
  for (const move of moves) {
    if (move.kind === 'sync' || move.step === 0) continue;
    const others = waiting.get(move.step);
    if (others === undefined || others.moves.length === 0) waiting.set(move.step, { kind: move.kind, moves: [move] });
    else if (others.kind === move.kind) others.moves.push(move);
    else {
      swapped.add(others.moves.shift() as Move);
      swapped.add(move);
    }
  }
  return swapped;
}
