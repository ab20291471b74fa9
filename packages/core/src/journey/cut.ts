import type { Event } from '../event/event.ts';
import type { JourneyContract, Passage } from './contract.ts';
import { numberOf, propertyText } from './match.ts';
import { NOT_ON_MAP, touchOf } from './touch.ts';
import { placedSteps } from './walk.ts';

/** An event as far as cutting looks at it. */
export interface CutEvent {
  readonly timeMs: number;
  /** Its touch; 0: not on the map. */
  readonly symbol: number;
  /** Case key or property; `''`: none. Only looked at when passages are not cut by silence. */
  readonly key: string;
}

/** What cutting needs of a map. */
export interface CutRules {
  readonly passage: Passage;
  /** Numbers of the steps that may open a passage; empty: any. */
  readonly starts: ReadonlySet<number>;
  /** Numbers of the steps that end one by a good touch. */
  readonly ends: ReadonlySet<number>;
  /** … and of those that end one by any touch, also one that failed. */
  readonly endsEitherWay: ReadonlySet<number>;
}

/** One passage: its number inside the person, its key, and the places of its events. */
export interface CutPassage {
  readonly no: number;
  readonly key: string;
  readonly at: readonly number[];
}

/** Rules of a map; starts that name no step of it are left out. Throws `input.invalid` for a step without a number. */
export function cutRules(contract: JourneyContract, numbers: ReadonlyMap<string, number>): CutRules {
  const steps = placedSteps(contract).map(({ step }) => step);
  const of = (some: typeof steps): ReadonlySet<number> => new Set(some.map((step) => numberOf(step, numbers)));
  return {
    passage: contract.passage,
    starts: of(steps.filter(({ id }) => contract.passage.starts.includes(id))),
    ends: of(steps.filter(({ ends }) => ends !== null)),
    endsEitherWay: of(steps.filter(({ ends }) => ends === 'goal-either-way')),
  };
}

/** What parts passages that are not cut by silence: the case key, or a property as text. `''`: the event belongs to none. */
export function passageKey({ by, property }: Passage, event: Pick<Event, 'caseKey' | 'properties'>): string {
  if (by === 'case') return event.caseKey;
  return by === 'property' && property !== null ? (propertyText(event.properties, property) ?? '') : '';
}

/**
 * Cuts one person's events, in their order, into passages, numbered from 1 by their first event.
 * By case or property: all events of one key, mapped or not, however long the silence. By silence: touches on the map
 * govern. One opens a passage after a longer silence than allowed since the last of them, after one that ended it (an end
 * that failed is none, unless it ends either way), or at any start step, as `again` says; other events belong to the open passage while the silence
 * is no longer than allowed and it has not ended. Then events before the first start step go, and by silence a passage is
 * cut into windows of `atMostMs` from its first event, and `once` keeps number 1. A passage without a touch on the map is none.
 */
export function cutPassages(events: readonly CutEvent[], rules: CutRules): CutPassage[] {
  const { passage, starts } = rules;
  const isSilence = passage.by === 'silence';
  const pieces = (isSilence ? bySilence(events, rules) : byKey(events))
    .map((at) => (starts.size === 0 ? at : fromStart(at, events, starts)))
    .flatMap((at) => (isSilence && passage.atMostMs !== null ? windows(at, events, passage.atMostMs) : [at]))
    .filter((at) => at.some((i) => symbolAt(events, i) !== NOT_ON_MAP))
    .sort(([a], [b]) => (a as number) - (b as number));
  const kept = isSilence && passage.again === 'once' ? pieces.slice(0, 1) : pieces;
  return kept.map((at, i) => ({
    no: i + 1,
    key: isSilence ? '' : (events[at[0] as number] as CutEvent).key,
    at,
  }));
}

const symbolAt = (events: readonly CutEvent[], at: number): number => (events[at] as CutEvent).symbol;

function byKey(events: readonly CutEvent[]): number[][] {
  const pieces = new Map<string, number[]>();
  for (const [i, { key }] of events.entries()) {
    if (key === '') continue;
    const known = pieces.get(key);
    if (known) known.push(i);
    else pieces.set(key, [i]);
  }
  return [...pieces.values()];
}

function bySilence(events: readonly CutEvent[], { passage, starts, ends, endsEitherWay }: CutRules): number[][] {
  const pieces: number[][] = [];
  let lastMs = Number.NEGATIVE_INFINITY;
  let isOver = true;
  for (const [i, { timeMs, symbol }] of events.entries()) {
    const { step, isFailed } = touchOf(symbol);
    const isClosed = isOver || timeMs - lastMs > passage.silenceMs;
    if (symbol === NOT_ON_MAP) {
      if (!isClosed) pieces.at(-1)?.push(i);
      continue;
    }
    if (isClosed || (passage.again === 'at-start' && starts.has(step))) pieces.push([i]);
    else pieces.at(-1)?.push(i);
    lastMs = timeMs;
    isOver = passage.again !== 'once' && (isFailed ? endsEitherWay : ends).has(step);
  }
  return pieces;
}

function fromStart(at: number[], events: readonly CutEvent[], starts: ReadonlySet<number>): number[] {
  const first = at.findIndex((i) => starts.has(touchOf(symbolAt(events, i)).step));
  return first < 0 ? [] : at.slice(first);
}

function windows(at: readonly number[], events: readonly CutEvent[], atMostMs: number): number[][] {
  const pieces = new Map<number, number[]>();
  const timeAt = (i: number): number => (events[i] as CutEvent).timeMs;
  for (const i of at) {
    const window = Math.floor((timeAt(i) - timeAt(at[0] as number)) / atMostMs);
    pieces.set(window, [...(pieces.get(window) ?? []), i]);
  }
  return [...pieces.values()];
}
