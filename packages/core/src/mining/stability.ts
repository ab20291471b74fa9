import type { ProcessTree } from '../alignment/process-tree.ts';
import { randomOf } from '../stats/seeded-random.ts';
import { allKeys, type BlockKey } from './block-keys.ts';
import { mineTree } from './inductive-miner.ts';
import { coveredRoutes, routeKey, type SeenRoute } from './seen-routes.ts';

/** Who took which routes: for every person the places in `routes` of their runs, one for each run. */
export interface RoutesOfPeople {
  readonly routes: readonly (readonly number[])[];
  readonly people: readonly (readonly number[])[];
}

export interface StabilityOptions {
  /** Share of runs whose routes are kept, as for the map itself. */
  readonly share: number;
  /** How often people are drawn anew; 100 unless told. */
  readonly rounds?: number;
  /** The same seed gives the same answer; 1 unless told. */
  readonly seed?: number;
}

/** A block that comes out in fewer rounds is unsteady. */
export const STEADY_FROM = 0.7;
const ROUNDS = 100;

/** How often each route was taken, from who took it. */
export function routesTaken({ routes, people }: RoutesOfPeople): readonly SeenRoute[] {
  return counted(routes, people.length, (at) => people[at] as readonly number[]);
}

/**
 * People as they are when only counts are known: the runs of a route are dealt out evenly to its people, and nobody takes
 * two routes. People who do take several make blocks look a little steadier than they are.
 */
export function dealtOut(
  routes: readonly (SeenRoute & { /** At least 1, at most `runs`. */ readonly people: number })[],
): RoutesOfPeople {
  return {
    routes: routes.map(({ sequence }) => sequence),
    people: routes.flatMap(({ runs, people }, place) =>
      Array.from({ length: people }, (_, at) => {
        const share = Math.floor(((at + 1) * runs) / people) - Math.floor((at * runs) / people);
        return new Array<number>(share).fill(place);
      }),
    ),
  };
}

/**
 * How often each block of a tree comes out again when as many people are drawn with replacement, the most frequent
 * routes kept and the tree mined anew: 0 … 1 by block key (`keysOf`); a block is found again by its kind and steps.
 * The unit drawn is the person, with all their runs. Nobody: 0 for every block.
 * Bootstrap: Efron, The Annals of Statistics 7 (1979) 1–26.
 */
export function blockStability(
  tree: ProcessTree,
  lived: RoutesOfPeople,
  { share, rounds = ROUNDS, seed = 1 }: StabilityOptions,
): ReadonlyMap<BlockKey, number> {
  const keys = [...allKeys(tree)];
  const times = new Map<BlockKey, number>(keys.map((key) => [key, 0]));
  const { people } = lived;
  if (people.length === 0) return times;
  const random = randomOf(seed);
  const draw = (): readonly number[] => people[Math.floor(random() * people.length)] as readonly number[];
  // Rounds often keep the same routes, and the tree depends on nothing else.
  const known = new Map<string, ReadonlySet<BlockKey>>();
  for (let round = 0; round < rounds; round++) {
    const { routes } = coveredRoutes(counted(lived.routes, people.length, draw), share);
    const name = routes
      .map(({ sequence }) => routeKey(sequence))
      .sort()
      .join('\0');
    const found = known.get(name) ?? allKeys(mineTree(routes));
    known.set(name, found);
    for (const key of keys) if (found.has(key)) times.set(key, (times.get(key) as number) + 1);
  }
  return new Map(keys.map((key) => [key, (times.get(key) as number) / rounds]));
}

function counted(
  routes: readonly (readonly number[])[],
  people: number,
  runsOf: (at: number) => readonly number[],
): readonly SeenRoute[] {
  const runs = new Uint32Array(routes.length);
  for (let at = 0; at < people; at++) for (const place of runsOf(at)) runs[place] = (runs[place] as number) + 1;
  return routes.flatMap((sequence, place) => (runs[place] ? [{ sequence, runs: runs[place] }] : []));
}
