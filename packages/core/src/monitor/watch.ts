import { type Baseline, type Usual, usualAt } from './baseline.ts';
import { type Point, pointValue, tells } from './point.ts';

/** `learning`: too little past to know what is usual. `no-data`: what the number is made of sends nothing. */
export type WatchState = 'learning' | 'fine' | 'open' | 'no-data';

/** Of which side a watch speaks: only the harmful one, or both. */
export type WatchSide = 'more' | 'fewer' | 'both';
export type Side = 'more' | 'fewer';

/** What a watch remembers between periods. */
export interface WatchMemory {
  readonly state: WatchState;
  /** How many periods in a row lay on one side of the centre, and since when. */
  readonly run: { readonly side: Side; readonly length: number; readonly fromSlot: number } | null;
  /** What it speaks about now: since which period, on which side. */
  readonly open: { readonly side: Side; readonly fromSlot: number } | null;
  /** While it speaks: of the last periods (at most three), oldest first, how they looked. */
  readonly calm: readonly ('good' | 'within' | 'beyond')[];
  /** While there is no data: names of the sources that are silent; empty: all that come by themselves. */
  readonly silent?: readonly string[];
}

/** One period as the watch saw it. */
export interface Verdict extends Usual {
  readonly slot: number;
  readonly n: number;
  readonly of: number | null;
  /** `beyond` the limits, or too many in a `run` on one side; `silent`: no data; `few`: too few to tell. */
  readonly saw: 'usual' | 'beyond' | 'run' | 'silent' | 'few';
  readonly side: Side | null;
  readonly state: WatchState;
  /** What happened to the alert. One an episode. */
  readonly did: 'opened' | 'closed' | null;
  /** First unusual period of the episode that goes on, or that ends here; of a run its first. */
  readonly since: number | null;
}

export const NEW_MEMORY: WatchMemory = { state: 'fine', run: null, open: null, calm: [] };

/** Fine again: so many periods in a row inside the limits, of which so many on the good side of the centre or at it. */
export const CALM = { periods: 3, good: 2 } as const;

/**
 * One step of a watch: what it says of the next period, and what it remembers afterwards. Unusual is a value beyond the
 * limits, or eight in a row (see `Baseline.runs`) on one side of the centre. An episode is one alert; it ends when three
 * periods in a row lie inside the limits, two of them back on the good side, and only then may the next begin.
 * A silent period tells nothing and changes nothing but the state.
 */
export function advance(
  baseline: Baseline,
  speaksOf: WatchSide,
  memory: WatchMemory,
  { point, isSilent }: { readonly point: Point; readonly isSilent: boolean },
): { readonly memory: WatchMemory; readonly verdict: Verdict } {
  const { slot, n, of } = point;
  const usual = usualAt(baseline, point);
  const stays = (state: WatchState, saw: Verdict['saw']) => ({
    memory: { ...memory, state },
    verdict: { slot, n, of, ...usual, saw, side: null, state, did: null, since: memory.open?.fromSlot ?? null },
  });
  if (isSilent) return stays('no-data', 'silent');
  if (!tells(point)) return stays(memory.open ? 'open' : 'fine', 'few');

  const value = pointValue(point);
  const here = sideOf(value - usual.centre);
  const isBeyond = value > usual.hi + ROUNDING || value < usual.lo - ROUNDING;
  const run = nextRun(memory.run, here, slot);
  const isRun = run !== null && run.length >= baseline.runs[run.side];
  const isHeard = here !== null && (speaksOf === 'both' || speaksOf === here);
  const saw = isBeyond ? 'beyond' : isRun ? 'run' : 'usual';
  const told = { slot, n, of, ...usual, saw, side: saw === 'usual' ? null : here } as const;

  if (memory.open) {
    const isBad = here === memory.open.side;
    const look = isBeyond && isBad ? 'beyond' : isBad ? 'within' : 'good';
    const calm = [...memory.calm, look].slice(-CALM.periods) as WatchMemory['calm'];
    const isOver =
      calm.length === CALM.periods &&
      !calm.includes('beyond') &&
      calm.filter((one) => one === 'good').length >= CALM.good;
    const since = memory.open.fromSlot;
    return isOver
      ? { memory: NEW_MEMORY, verdict: { ...told, state: 'fine', did: 'closed', since } }
      : { memory: { ...memory, state: 'open', run, calm }, verdict: { ...told, state: 'open', did: null, since } };
  }
  if ((isBeyond || isRun) && isHeard && here !== null) {
    const fromSlot = isBeyond ? slot : (run?.fromSlot ?? slot);
    return {
      memory: { state: 'open', run, open: { side: here, fromSlot }, calm: [] },
      verdict: { ...told, state: 'open', did: 'opened', since: fromSlot },
    };
  }
  return { memory: { ...memory, state: 'fine', run }, verdict: { ...told, state: 'fine', did: null, since: null } };
}

/** Sums of floating point numbers are not exact to the last digit. */
const ROUNDING = 1e-9;

function sideOf(rest: number): Side | null {
  return Math.abs(rest) <= ROUNDING ? null : rest > 0 ? 'more' : 'fewer';
}

/** A value at the centre ends a run. */
function nextRun(run: WatchMemory['run'], side: Side | null, slot: number): WatchMemory['run'] {
  if (side === null) return null;
  return run?.side === side ? { ...run, length: run.length + 1 } : { side, length: 1, fromSlot: slot };
}
