import {
  ASKING_CHANNELS,
  PROMISE_STATES,
  type PromiseState,
  SKIP_LABELS,
  type SkipLabel,
  TOUCH_LABELS,
  WRITING_CHANNELS,
} from '@continuo/core';
import { constant } from '../journeys/constant.ts';
import { judgedRuns, LABEL, SKIP, STATUS, stepOf } from '../journeys/judged-runs.ts';
import { promiseState, promisesOf, runsWithPromises } from '../journeys/promise-states.ts';
import { rulesOf, withVerdicts } from '../journeys/rule-verdicts.ts';
import { codes, join, type Sql, sql, uints } from '../sql.ts';
import { promiseTo } from './journey-promise-steps.ts';
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
  /** Not the first passage, and this is its first touch. */
  enters: 28,
  /** Had, and no touch of it broken. */
  sound: 29,
  /** Skipped by us, by a partner, and no touch of it broken. */
  'we-missed': 30,
  'partner-missed': 31,
  /** Off the map: gave a score with it. */
  answered: 32,
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

/** Facts as bits: a place with all its facts is one pair of numbers until the end. */
const bits = (...facts: readonly number[]): number => facts.reduce((mask, fact) => mask + 2 ** fact, 0);
const named = (...facts: readonly FactName[]): number => bits(...facts.map((fact) => FACT[fact]));
const mask = (...facts: readonly FactName[]): Sql => sql`toUInt64(${constant(named(...facts))})`;

/**
 * What each label of a touch says of its step: label × 4, 2 more where the touch says that the step failed, and one more where
 * some touch of the step is broken.
 */
const TOUCH_SAYS = sayings([
  [TOUCH_LABELS.indexOf('as-planned') * 2, named('met', 'had', 'due', 'gone', 'came'), named('sound')],
  [TOUCH_LABELS.indexOf('repeat') * 2, named('met', 'repeat')],
  [TOUCH_LABELS.indexOf('repeat') * 2 + 1, named('met', 'repeat')],
  [TOUCH_LABELS.indexOf('detour') * 2, named('met', 'detour')],
  [TOUCH_LABELS.indexOf('detour') * 2 + 1, named('met', 'detour')],
  [TOUCH_LABELS.indexOf('other-order') * 2, named('met', 'had', 'other-order', 'due', 'gone', 'came'), named('sound')],
  [TOUCH_LABELS.indexOf('other-order') * 2 + 1, named('met', 'other-order', 'due', 'gone', 'came')],
  // A good touch is broken when later ones say that it failed after all.
  [TOUCH_LABELS.indexOf('broken') * 2, named('met', 'broken', 'harmed', 'due', 'gone', 'came')],
  [TOUCH_LABELS.indexOf('broken') * 2 + 1, named('met', 'broken', 'harmed', 'due', 'gone', 'came')],
]);

/** What each label of a missing step says of it: label × 2, and one more where some touch of the step is broken. */
const SKIP_SAYS = sayings(
  SKIP_LABELS.map((label, i) => {
    const harm = label === 'we-skipped' || label === 'partner-skipped' ? named('harmed') : 0;
    const missed =
      label === 'we-skipped' ? named('we-missed') : label === 'partner-skipped' ? named('partner-missed') : 0;
    return [i, bits(SKIPPED + i) + harm + (label === 'left' ? 0 : named('due', 'gone', 'came')), missed];
  }),
);

/** By twice the number what is said anyway and, `ifSound`, where no touch of the step is broken; one more: where some is. */
function sayings(said: readonly (readonly [value: number, anyway: number, ifSound?: number])[]): Map<number, number> {
  return new Map(
    said.flatMap(([value, anyway, ifSound = 0]) => [
      [value * 2, anyway + ifSound],
      [value * 2 + 1, anyway],
    ]),
  );
}

function looked(value: Sql, says: ReadonlyMap<number, number>): Sql {
  return sql`transform(${value}, ${codes([...says.keys()])}, ${uints([...says.values()])}, toUInt64(0))`;
}

/** What facts are told from. Fewer are planned faster: a list of people needs few. */
export const FACT_PARTS = ['touches', 'channels', 'skips', 'answers', 'promises', 'rules', 'off-map', 'map'] as const;
export type FactPart = (typeof FACT_PARTS)[number];

/**
 * Rows of `judgedRuns` with `touch_steps`, `broken_steps` and `facts`, of all parts or those named; with the promises also the columns of
 * `runsWithPromises` and `promise_to`.
 */
export function runFacts(asking: Asking, parts: readonly FactPart[] = FACT_PARTS): Sql {
  const has = (part: FactPart): boolean => parts.includes(part);
  const hasPromises = has('promises') && promisesOf(asking).length > 0;
  const hasRules = has('rules') && rulesOf(asking).length > 0;
  const judged = has('promises') ? runsWithPromises(asking) : judgedRuns(asking);
  const rows = hasRules ? withVerdicts(judged, asking) : judged;
  const ways = (among: readonly string[]): readonly number[] =>
    asking.book.channels.flatMap((channel, way) => (among.includes(channel.toLowerCase()) ? [way] : []));
  const isTried = sql`has(labels, ${LABEL.repeat}) or arrayExists((s, w, f) -> s = 0 and (has(${codes(ways(ASKING_CHANNELS))}, w) or f = 0 and has(${codes(ways(WRITING_CHANNELS))}, w)), steps, channels, felt)`;
  const when = (part: FactPart, columns: Sql): Sql => (has(part) ? sql`, ${columns}` : sql``);
  const touched = sql`select *, arrayMap(y -> ${stepOf(sql`y`)}, symbols) as touch_steps from (${rows})`;
  const stepwise =
    has('touches') || has('skips')
      ? sql`select *, arrayDistinct(arrayFilter((s, l) -> l = ${LABEL.broken}, touch_steps, labels)) as broken_steps from (${touched})`
      : touched;
  const told = has('answers')
    ? sql`select *, arrayReverse(arrayFilter((x, f) -> f > 0, touch_steps, felt_at)) as told_steps, arrayReverse(arrayFilter(f -> f > 0, felt_at)) as told_felt from (${stepwise})`
    : stepwise;
  const marked = sql`select *${when('touches', sql`arrayMap((y, l, s) -> bitOr(${looked(sql`toUInt16(l * 4 + bitAnd(y, 2) + has(broken_steps, s))`, TOUCH_SAYS)}, if(bitAnd(y, 1) = 1, ${mask('other-channel')}, toUInt64(0))), symbols, labels, touch_steps) as touch_says`)}${when('answers', sql`arrayFilter((s, f, nth) -> nth = 1 and f = 1, told_steps, told_felt, arrayEnumerateUniq(told_steps)) as unhappy_steps`)}${when('skips', sql`if(status = ${STATUS.left}, arrayFilter((s, l, nth) -> l = ${SKIP.left} and nth = 1, skip_steps, skip_labels, arrayEnumerateUniq(skip_labels)), emptyArrayUInt16()) as left_steps`)}${when('promises', sql`${promiseTo(asking)} as promise_to`)}${when('off-map', sql`arrayFilter((c, s) -> s = 0, codes, steps) as off_codes, arrayDistinct(arrayFilter((c, s, f) -> s = 0 and f > 0, codes, steps, felt)) as told_codes`)}
    from (${told})`;
  const same = (places: Sql, ...facts: readonly FactName[]): readonly [Sql, Sql] => [
    places,
    sql`arrayMap(x -> ${mask(...facts)}, ${places})`,
  ];
  const each = (values: Sql, base: number, says: readonly (readonly [number, FactName[]])[]): readonly [Sql, Sql] => [
    sql`arrayMap(i -> toUInt32(i + ${constant(base - 1)}), arrayEnumerate(${values}))`,
    sql`arrayMap(x -> ${looked(sql`toUInt16(x)`, new Map(says.map(([value, facts]) => [value, named(...facts)])))}, ${values})`,
  ];
  const state = (name: PromiseState): number => PROMISE_STATES.indexOf(name);
  const only = (is: boolean, ...found: readonly (readonly [Sql, Sql])[]) => (is ? found : []);
  const pairs: readonly (readonly [Sql, Sql])[] = [
    ...only(has('touches'), [sql`touch_steps`, sql`touch_says`]),
    ...only(
      has('skips'),
      [
        sql`skip_steps`,
        sql`arrayMap((l, s) -> ${looked(sql`toUInt16(l * 2 + has(broken_steps, s))`, SKIP_SAYS)}, skip_labels, skip_steps)`,
      ],
      same(sql`left_steps`, 'left', 'gone'),
    ),
    ...only(has('answers'), same(sql`unhappy_steps`, 'unhappy', 'harmed', 'came')),
    ...only(
      hasPromises,
      same(
        sql`arrayFilter((s, x) -> x = ${promiseState('late')}, promise_to, promise_states)`,
        'late',
        'harmed',
        'came',
      ),
      each(sql`promise_states`, PROMISES, [
        [state('kept'), ['started', 'decided']],
        [state('late'), ['started', 'decided', 'late']],
        [state('lapsed'), ['started', 'decided']],
        [state('waiting'), ['started']],
      ]),
    ),
    ...only(
      hasRules,
      each(sql`verdicts`, RULES, [
        [1, ['concerned']],
        [2, ['concerned', 'broken']],
      ]),
    ),
    ...only(
      has('off-map'),
      same(sql`arrayMap(c -> toUInt32(c + ${constant(OFF_MAP)}), arrayDistinct(off_codes))`, 'met'),
      same(sql`arrayMap(c -> toUInt32(c + ${constant(OFF_MAP)}), told_codes)`, 'answered'),
    ),
    ...only(
      has('map'),
      [
        sql`[toUInt32(0)]`,
        sql`[bitOr(bitOr(${mask('started')}, if(${isTried}, ${mask('tried')}, toUInt64(0))), if(no > 1, ${mask('returning')}, toUInt64(0)))]`,
      ],
      [sql`[toUInt32(touch_steps[1])]`, sql`[if(no > 1, ${mask('enters')}, toUInt64(0))]`],
    ),
  ];
  const all = (side: 0 | 1): Sql =>
    join(
      pairs.map((pair) => pair[side]),
      sql`, `,
    );
  const by = (base: number, place: Sql, way: Sql): Sql =>
    sql`toUInt32(${place} * ${constant(FACTS)} + ${constant(base)} + ${way})`;
  // A touch that is not meant says that the passage exists, which is said anyway.
  const nothing = sql`toUInt32(${constant(FACT.started)})`;
  const lists = [
    ...(pairs.length === 0
      ? []
      : [
          sql`arrayFlatten(arrayMap((p, m) -> arrayMap(f -> toUInt32(p * ${constant(FACTS)} + f), bitPositionsToArray(m)), arrayConcat(${all(0)}), arrayConcat(${all(1)})))`,
        ]),
    ...(has('channels')
      ? [
          sql`arrayMap((s, w, m) -> if(bitTest(m, ${constant(FACT.had)}), ${by(BY, sql`s`, sql`w`)}, ${nothing}), touch_steps, ways_at, touch_says)`,
          sql`arrayMap((s, w, m) -> if(bitTest(m, ${constant(FACT['other-channel'])}), ${by(BY_OTHER, sql`s`, sql`w`)}, ${nothing}), touch_steps, ways_at, touch_says)`,
        ]
      : []),
    ...(has('channels') && has('off-map')
      ? [
          sql`arrayMap((c, w) -> ${by(BY, sql`(c + ${constant(OFF_MAP)})`, sql`w`)}, off_codes, arrayFilter((w, s) -> s = 0, channels, steps))`,
        ]
      : []),
  ];
  return sql`select *, arrayDistinct(arrayConcat(${join([sql`[${nothing}]`, ...lists], sql`, `)})) as facts from (${marked})`;
}

/** How many rules the maps have, and how many promises: places of `facts`. */
export function placesOf(asking: Asking): { readonly promises: readonly string[]; readonly rules: readonly string[] } {
  return { promises: promisesOf(asking).map(({ id }) => id), rules: rulesOf(asking) };
}
