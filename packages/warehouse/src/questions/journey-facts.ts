import { ASKING_CHANNELS, SKIP_LABELS, type SkipLabel } from '@continuo/core';
import { definitionsOf, LABEL, numberOf, SKIP, STATUS, stepOf } from '../journeys/judged-runs.ts';
import { perDefinition } from '../journeys/per-definition.ts';
import { promiseState, promisesOf, runsWithPromises } from '../journeys/promise-states.ts';
import { rulesOf, withVerdicts } from '../journeys/rule-verdicts.ts';
import { codes, join, type Sql, sql, uint } from '../sql.ts';
import type { Asking } from './question.ts';

/**
 * What happened to a passage, as small numbers: place × 1024 + fact, each at most once a passage. A step is the place of its
 * number; the places of promises, rules and activities off the map lie above. `map`: the passage as a whole.
 */
export const FACT = {
  had: 1,
  due: 2,
  /** Some touch of it. */
  met: 3,
  left: 4,
  broken: 5,
  repeat: 6,
  detour: 7,
  'other-order': 8,
  'other-channel': 9,
  late: 10,
  unhappy: 11,
  harmed: 12,
  /** Came to it, or left there. */
  gone: 13,
  /** Of a promise: it is kept, late or lapsed. */
  decided: 14,
  /** Of a promise: its clock; of the map: every passage. */
  started: 15,
  tried: 24,
  returning: 25,
  concerned: 26,
  /** Came to it, or was harmed by waiting for it in vain. */
  came: 27,
} as const;
export type FactName = keyof typeof FACT;

const FACTS = 1024;
/** Skipped, by label. */
const SKIPPED = 16;
/** With its channel: had by it; by another than planned. */
const BY = 256;
const BY_OTHER = 512;
const PROMISES = 20_000;
const RULES = 40_000;
const OFF_MAP = 65_536;
const MAP = 0;

/** Bounds of places, and how many facts a place has. */
export const PLACES = { size: FACTS, promises: PROMISES, rules: RULES } as const;

export type Place =
  | { readonly kind: 'map' }
  | { readonly kind: 'step'; readonly number: number }
  /** Place in `promisesOf` or `rulesOf`. */
  | { readonly kind: 'promise' | 'rule'; readonly index: number }
  | { readonly kind: 'off-map'; readonly code: number };

const placeNumber = (place: Place): number => {
  switch (place.kind) {
    case 'map':
      return MAP;
    case 'step':
      return place.number;
    case 'promise':
      return PROMISES + place.index;
    case 'rule':
      return RULES + place.index;
    case 'off-map':
      return OFF_MAP + place.code;
  }
};

/** The number of a fact at a place. */
export const factAt = (place: Place, fact: FactName): number => placeNumber(place) * FACTS + FACT[fact];
export const skippedAt = (place: Place, label: SkipLabel): number =>
  placeNumber(place) * FACTS + SKIPPED + SKIP_LABELS.indexOf(label);
/** Had (or did) by a channel, by its code; `isOther`: by this one, which is not planned. */
export const byChannelAt = (place: Place, way: number, isOther = false): number =>
  placeNumber(place) * FACTS + (isOther ? BY_OTHER : BY) + way;

export type ReadFact =
  | { readonly place: Place; readonly fact: FactName; readonly way: null; readonly skip: null }
  | { readonly place: Place; readonly fact: 'by' | 'by-other'; readonly way: number; readonly skip: null }
  | { readonly place: Place; readonly fact: 'skipped'; readonly way: null; readonly skip: SkipLabel };

const FACT_NAMES = new Map(Object.entries(FACT).map(([name, fact]) => [fact as number, name as FactName]));

/** What a number of `facts` says. */
export function readFact(number: number): ReadFact {
  const place = readPlace(Math.floor(number / FACTS));
  const fact = number % FACTS;
  if (fact >= BY) return { place, fact: fact >= BY_OTHER ? 'by-other' : 'by', way: fact % BY, skip: null };
  const skip = SKIP_LABELS[fact - SKIPPED];
  if (skip !== undefined) return { place, fact: 'skipped', way: null, skip };
  return { place, fact: FACT_NAMES.get(fact) as FactName, way: null, skip: null };
}

function readPlace(place: number): Place {
  if (place === MAP) return { kind: 'map' };
  if (place >= OFF_MAP) return { kind: 'off-map', code: place - OFF_MAP };
  if (place >= RULES) return { kind: 'rule', index: place - RULES };
  if (place >= PROMISES) return { kind: 'promise', index: place - PROMISES };
  return { kind: 'step', number: place };
}

const at = (step: Sql, fact: number): Sql => sql`toUInt32(toUInt32(${step}) * ${uint(FACTS)} + ${uint(fact)})`;
const named = (step: Sql, fact: FactName): Sql => at(step, FACT[fact]);

/** Rows of `runsWithPromises` with `facts`, `step_at` (places of its touches) and `verdicts`. */
export function runFacts(asking: Asking): Sql {
  const rows = withVerdicts(runsWithPromises(asking), asking);
  const asking_ways = asking.book.channels.flatMap((channel, way) =>
    ASKING_CHANNELS.includes(channel.toLowerCase()) ? [way] : [],
  );
  const isTried = sql`hasAny(labels, [${LABEL.repeat}, ${LABEL.broken}]) or arrayExists((s, w) -> s = 0 and has(${codes(asking_ways)}, w), steps, channels)`;
  const stepwise = sql`select *, arrayMap(y -> ${stepOf(sql`y`)}, symbols) as touch_steps,
      arrayMap((y, l) -> bitAnd(y, 2) = 0 and l in (${LABEL.planned}, ${LABEL.otherOrder}), symbols, labels) as is_had,
      arrayReverse(arrayFilter((x, f) -> f > 0, arrayMap(y -> ${stepOf(sql`y`)}, symbols), felt_at)) as told_steps,
      arrayReverse(arrayFilter(f -> f > 0, felt_at)) as told_felt from (${rows})`;
  const unhappy = sql`select *, arrayFilter((s, f, nth) -> nth = 1 and f = 1, told_steps, told_felt, arrayEnumerateUniq(told_steps)) as unhappy_steps,
      arrayFilter((s, l) -> l != ${SKIP.left}, skip_steps, skip_labels) as missed,
      if(status = ${STATUS.left}, arrayFilter((s, l, nth) -> l = ${SKIP.left} and nth = 1, skip_steps, skip_labels, arrayEnumerateUniq(skip_labels)), emptyArrayUInt16()) as left_steps,
      arrayFilter((s, x) -> x = ${promiseState('late')}, promise_to, promise_states) as late_steps,
      arrayFilter((s, l) -> l in (${LABEL.planned}, ${LABEL.otherOrder}, ${LABEL.broken}), touch_steps, labels) as due_steps,
      arrayFilter((s, l) -> l = ${LABEL.broken}, touch_steps, labels) as broken_steps,
      arrayFilter((s, l) -> l in (${SKIP.we}, ${SKIP.partner}), skip_steps, skip_labels) as owed_steps
    from (select *, ${promiseTo(asking)} as promise_to from (${stepwise}))`;
  const all = (steps: Sql, fact: FactName): Sql => sql`arrayMap(s -> ${named(sql`s`, fact)}, ${steps})`;
  const labelled = (label: Sql, fact: FactName): Sql =>
    sql`arrayMap(s -> ${named(sql`s`, fact)}, arrayFilter((s, l) -> l = ${label}, touch_steps, labels))`;
  const parts = [
    all(sql`touch_steps`, 'met'),
    sql`arrayMap(s -> ${named(sql`s`, 'had')}, arrayFilter((s, h) -> h, touch_steps, is_had))`,
    sql`arrayMap((s, w) -> ${at(sql`s`, BY)} + w, arrayFilter((s, h) -> h, touch_steps, is_had), arrayFilter((w, h) -> h, ways_at, is_had))`,
    sql`arrayMap((s, w) -> ${at(sql`s`, BY_OTHER)} + w, arrayFilter((s, y) -> bitAnd(y, 1) = 1, touch_steps, symbols), arrayFilter((w, y) -> bitAnd(y, 1) = 1, ways_at, symbols))`,
    sql`arrayMap(s -> ${named(sql`s`, 'other-channel')}, arrayFilter((s, y) -> bitAnd(y, 1) = 1, touch_steps, symbols))`,
    ...(['due', 'gone', 'came'] as const).flatMap((fact) => [all(sql`due_steps`, fact), all(sql`missed`, fact)]),
    all(sql`left_steps`, 'left'),
    all(sql`left_steps`, 'gone'),
    all(sql`broken_steps`, 'broken'),
    labelled(LABEL.repeat, 'repeat'),
    labelled(LABEL.detour, 'detour'),
    labelled(LABEL.otherOrder, 'other-order'),
    sql`arrayMap((s, l) -> ${at(sql`s`, SKIPPED)} + l, skip_steps, skip_labels)`,
    all(sql`unhappy_steps`, 'unhappy'),
    all(sql`late_steps`, 'late'),
    ...['broken_steps', 'owed_steps', 'unhappy_steps', 'late_steps'].flatMap((steps) => [
      all(column(steps), 'harmed'),
      all(column(steps), 'came'),
    ]),
    ofPlaces(sql`promise_states`, PROMISES, [
      [sql`x != 255`, 'started'],
      [sql`x not in (255, ${promiseState('waiting')})`, 'decided'],
      [sql`x = ${promiseState('late')}`, 'late'],
    ]),
    ofPlaces(sql`verdicts`, RULES, [
      [sql`x > 0`, 'concerned'],
      [sql`x = 2`, 'broken'],
    ]),
    sql`arrayMap(c -> ${at(sql`c + ${uint(OFF_MAP)}`, FACT.met)}, arrayFilter((c, s) -> s = 0, codes, steps))`,
    sql`arrayMap((c, w) -> ${at(sql`c + ${uint(OFF_MAP)}`, BY)} + w, arrayFilter((c, s) -> s = 0, codes, steps), arrayFilter((w, s) -> s = 0, channels, steps))`,
    sql`if(${isTried}, [${named(sql`0`, 'tried')}], emptyArrayUInt32())`,
    sql`[${named(sql`0`, 'started')}]`,
    sql`if(no > 1, [${named(sql`0`, 'returning')}], emptyArrayUInt32())`,
  ];
  return sql`select *, arrayDistinct(arrayMap(x -> toUInt32(x), arrayConcat(${join(parts, sql`, `)}))) as facts from (${unhappy})`;
}

/** Names of own columns only: never a text from outside. */
function column(name: string): Sql {
  return { kind: 'sql', strings: [name], values: [] };
}

function ofPlaces(values: Sql, base: number, facts: readonly (readonly [Sql, FactName])[]): Sql {
  return sql`arrayConcat(${join(
    facts.map(
      ([holds, fact]) =>
        sql`arrayMap(i -> ${named(sql`i - 1 + ${uint(base)}`, fact)}, arrayFilter((i, x) -> ${holds}, arrayEnumerate(${values}), ${values}))`,
    ),
    sql`, `,
  )})`;
}

/** The step that each promise leads to, by the map that judges. */
function promiseTo(asking: Asking): Sql {
  const promises = promisesOf(asking);
  if (promises.length === 0) return sql`emptyArrayUInt16()`;
  const to = promises.map(({ id }) =>
    perDefinition(
      definitionsOf(asking),
      (one) => sql`${codes([numberOf(one, one.contract.promises.find((other) => other.id === id)?.to ?? '')])}[1]`,
      sql`toUInt16(0)`,
    ),
  );
  return sql`[${join(to, sql`, `)}]`;
}

/** How many rules the maps have, and how many promises: places of `facts`. */
export function placesOf(asking: Asking): { readonly promises: readonly string[]; readonly rules: readonly string[] } {
  return { promises: promisesOf(asking).map(({ id }) => id), rules: rulesOf(asking) };
}
