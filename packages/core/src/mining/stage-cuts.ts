import { stepsOf } from '../alignment/check-tree.ts';
import type { SeenRoute } from './seen-routes.ts';
import type { Part } from './skeleton.ts';

/** How long customers took from the first time of one step to the next time of another. */
export interface StepWait {
  readonly from: number;
  readonly to: number;
  readonly waits: number;
  readonly p90Ms: number;
}

const FEWEST_STAGES = 3;
const MOST_STAGES = 7;
const STEPS_A_STAGE = 3;

/**
 * Cuts the top level into stages where the flow is narrow: about one stage for three steps, 3 to 7 of them, fewer when
 * there are fewer parts.
 * A cut costs the number of different moves across it (e to the entropy of their runs) less one, and less the share of
 * its wait in the longest one; a stage costs ((its steps − steps / stages) / (steps / stages))². The cheapest cuts
 * are taken (dynamic programming); of equally cheap ones the earliest.
 */
export function cutIntoStages(
  parts: readonly Part[],
  routes: readonly SeenRoute[],
  waits: readonly StepWait[],
): readonly (readonly Part[])[] {
  const sizes = parts.map(({ node }) => stepsOf(node).length);
  const steps = sizes.reduce((sum, size) => sum + size, 0);
  const wanted = Math.max(FEWEST_STAGES, Math.min(MOST_STAGES, Math.round(steps / STEPS_A_STAGE)));
  const stages = Math.min(parts.length, wanted);
  if (stages === 0) return [];
  const ideal = steps / stages;
  const cutCost = costsOfCuts(parts, routes, waits);
  // best[k][n]: the first n parts in k stages, and where the last of them begins.
  let best = sizes.reduce<{ cost: number; starts: readonly number[] }[]>(
    (row) => [...row, { cost: Number.POSITIVE_INFINITY, starts: [] }],
    [{ cost: 0, starts: [] }],
  );
  for (let stage = 1; stage <= stages; stage++) {
    best = best.map((_, end) => {
      let cheapest: { cost: number; starts: readonly number[] } = { cost: Number.POSITIVE_INFINITY, starts: [] };
      let size = 0;
      for (let start = end - 1; start >= 0; start--) {
        size += sizes[start] as number;
        const before = best[start] as (typeof best)[number];
        const cost = before.cost + (start > 0 ? (cutCost[start] as number) : 0) + (size / ideal - 1) ** 2;
        if (cost <= cheapest.cost - 1e-9 || (cost <= cheapest.cost + 1e-9 && cost < Number.POSITIVE_INFINITY)) {
          cheapest = { cost, starts: [...before.starts, start] };
        }
      }
      return cheapest;
    });
  }
  const { starts } = best[parts.length] as (typeof best)[number];
  return starts.map((start, at) => parts.slice(start, starts[at + 1] ?? parts.length));
}

/** Cost of a cut before each part. */
function costsOfCuts(
  parts: readonly Part[],
  routes: readonly SeenRoute[],
  waits: readonly StepWait[],
): readonly number[] {
  const partOf = new Map(parts.flatMap(({ node }, at) => stepsOf(node).map((step) => [step, at] as const)));
  const across = parts.map(() => new Map<string, number>());
  for (const { sequence, runs } of routes) {
    let before: number | null = null;
    for (const step of sequence) {
      const there = partOf.get(step);
      if (there === undefined) continue;
      const here = before === null ? there : (partOf.get(before) as number);
      for (let cut = here + 1; cut <= there; cut++) {
        const moves = across[cut] as Map<string, number>;
        const move = `${before} ${step}`;
        moves.set(move, (moves.get(move) ?? 0) + runs);
      }
      before = step;
    }
  }
  const waitOf = new Map(waits.map(({ from, to, p90Ms }) => [`${from} ${to}`, p90Ms]));
  const waitMs = across.map((moves) => {
    const [widest] = [...moves].reduce<[string, number]>((most, move) => (move[1] > most[1] ? move : most), ['', 0]);
    return waitOf.get(widest) ?? 0;
  });
  const longest = Math.max(1, ...waitMs);
  return across.map((moves, at) => waysOf([...moves.values()]) - 1 - (waitMs[at] as number) / longest);
}

/** How many equally frequent moves would be as mixed as these; 1 for none. */
function waysOf(counts: readonly number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return Math.exp(-counts.reduce((sum, count) => sum + (count / total) * Math.log(count / total), 0));
}
