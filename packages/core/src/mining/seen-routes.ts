/** A route that was lived: step numbers in order, and how many runs took exactly it. */
export interface SeenRoute {
  readonly sequence: readonly number[];
  readonly runs: number;
}

/** The routes that were kept, and how much of what happened they are. */
export interface CoveredRoutes {
  /** By runs, most first; equal ones by length, then by step numbers. */
  readonly routes: readonly SeenRoute[];
  /** Runs on the kept routes. */
  readonly runs: number;
  /** Runs on all routes. */
  readonly ofRuns: number;
}

/**
 * The most frequent routes, until together they are at least `share` (0 … 1) of all runs; 0 keeps none, 1 keeps all.
 * Equal routes count as one; routes without runs are dropped. Step numbers are 1 to 65,535. The order of the input changes nothing.
 * Rare routes are left out here and nowhere else: leaving out rare moves inside a route would join what nobody lived.
 */
export function coveredRoutes(seen: readonly SeenRoute[], share: number): CoveredRoutes {
  const merged = new Map<string, SeenRoute>();
  for (const { sequence, runs } of seen) {
    if (runs <= 0) continue;
    const key = routeKey(sequence);
    merged.set(key, { sequence, runs: runs + (merged.get(key)?.runs ?? 0) });
  }
  const all = [...merged.values()].sort(byRuns);
  const ofRuns = all.reduce((sum, { runs }) => sum + runs, 0);
  const routes: SeenRoute[] = [];
  let runs = 0;
  for (const route of all) {
    // 1e-9 forgives that 0.1 + 0.2 is more than 0.3.
    if (runs >= share * ofRuns - 1e-9) break;
    routes.push(route);
    runs += route.runs;
  }
  return { routes, runs, ofRuns };
}

/** Longer routes are spelled out: a call takes only so many arguments. */
const MOST_CHARACTERS = 4096;

/** Text that is equal for equal routes only; a character a step, which is five times faster than digits. */
export function routeKey(route: readonly number[]): string {
  return route.length < MOST_CHARACTERS ? String.fromCharCode(...route) : route.join();
}

function byRuns(a: SeenRoute, b: SeenRoute): number {
  return b.runs - a.runs || a.sequence.length - b.sequence.length || compareSteps(a.sequence, b.sequence);
}

function compareSteps(a: readonly number[], b: readonly number[]): number {
  for (const [at, step] of a.entries()) {
    const other = b[at] as number;
    if (step !== other) return step - other;
  }
  return 0;
}
