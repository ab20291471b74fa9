import { type Baseline, LEARNS_FROM, learn, type WatchPeriod } from './baseline.ts';
import { type Point, tells } from './point.ts';
import { advance, NEW_MEMORY, type Side, type Verdict, type WatchMemory, type WatchSide } from './watch.ts';

/** One alert of a replay: from the first unusual period to the one in which it was fine again. */
export interface Episode {
  readonly side: Side;
  /** First unusual period; of a run its first. */
  readonly fromSlot: number;
  /** When the watch would have spoken, and when it would have fallen silent; null: it still speaks. */
  readonly spokenSlot: number;
  readonly closedSlot: number | null;
}

/** What a watch would have said, had it been there. */
export interface Replay {
  /** Null: still learning. */
  readonly baseline: Baseline | null;
  /** Periods that tell something so far, and how many are needed; of a learning watch. */
  readonly learnt: { readonly have: number; readonly need: number };
  /** Periods after the baseline. */
  readonly verdicts: readonly Verdict[];
  readonly episodes: readonly Episode[];
  readonly memory: WatchMemory;
}

export interface ReplayInput {
  /** Every period in order, also those with nothing in them. */
  readonly points: readonly Point[];
  readonly period: WatchPeriod;
  readonly speaksOf: WatchSide;
  /** Periods in which what the number is made of sent nothing. */
  readonly silent: ReadonlySet<number>;
  /** A frozen baseline; else it is learnt from the first periods that tell something. */
  readonly baseline?: Baseline | null;
}

/**
 * Goes through the past as a living watch does, with the same steps: learn from the first 28 days (20 weeks) that tell
 * something, 20 days at least where there are no more, freeze, go on. Periods up to the end of the baseline are not judged.
 */
export function replay({ points, period, speaksOf, silent, baseline: given }: ReplayInput): Replay {
  const need = LEARNS_FROM[period];
  const telling = points.filter((point) => tells(point) && !silent.has(point.slot));
  const learnt = { have: Math.min(need, telling.length), need };
  const baseline = given ?? learn(telling.slice(0, need), period);
  if (baseline === null)
    return { baseline, learnt, verdicts: [], episodes: [], memory: { ...NEW_MEMORY, state: 'learning' } };
  const verdicts: Verdict[] = [];
  let memory = NEW_MEMORY;
  for (const point of points) {
    if (point.slot <= baseline.toSlot) continue;
    const step = advance(baseline, speaksOf, memory, { point, isSilent: silent.has(point.slot) });
    memory = step.memory;
    verdicts.push(step.verdict);
  }
  return { baseline, learnt, verdicts, episodes: episodesOf(verdicts), memory };
}

/** The alerts among verdicts in their order. */
export function episodesOf(verdicts: readonly Verdict[]): readonly Episode[] {
  const episodes: Episode[] = [];
  for (const { did, side, since, slot } of verdicts) {
    const last = episodes.at(-1);
    if (did === 'opened' && side !== null)
      episodes.push({ side, fromSlot: since ?? slot, spokenSlot: slot, closedSlot: null });
    else if (did === 'closed' && last) episodes[episodes.length - 1] = { ...last, closedSlot: slot };
  }
  return episodes;
}
