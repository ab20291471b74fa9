import type { Passage, ReviewCadence, Rule, TimePromise } from '@continuo/core';
import { readDuration } from './duration.ts';
import { nearest } from './nearest.ts';
import type { Fields, Reading } from './reading.ts';
import { Ids } from './slug.ts';
import { type FilePath, type FileValue, isList, isMap } from './value.ts';
import {
  ONE_STEP_RULES,
  PASSAGE_AGAIN,
  PASSAGE_AGAIN_VALUES,
  PASSAGE_BY,
  PASSAGE_KEYS,
  PROMISE_KEYS,
  REVIEW_KEYS,
  RULE_KEYS,
  TWO_STEP_RULES,
  USUAL_SILENCE_MS,
} from './words.ts';

const ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$/;

/** Finds steps by id or by title. */
export class StepNames {
  readonly #reading: Reading;
  readonly #byTitle: ReadonlyMap<string, string>;
  readonly #ids: ReadonlySet<string>;

  constructor(reading: Reading, steps: readonly { readonly id: string; readonly title: string }[]) {
    this.#reading = reading;
    this.#ids = new Set(steps.map(({ id }) => id));
    this.#byTitle = new Map(steps.map(({ id, title }) => [title.toLowerCase(), id]));
  }

  /** The id meant. What looks like an id stays as it is, for a draft may name a step that is still to come; else it is reported. */
  idOf(said: string | null, path: FilePath, what: string): string | null {
    if (said === null) {
      this.#reading.add(path, `${what} does not say which step.`, 'Name a step by its id or its title.');
      return null;
    }
    const found = this.#ids.has(said) ? said : this.#byTitle.get(said.toLowerCase());
    if (found !== undefined) return found;
    if (ID.test(said) && !(said in {})) return said;
    const like = nearest(said, [...this.#byTitle.keys(), ...this.#ids]);
    const todo = like === null ? `Steps are: ${[...this.#ids].slice(0, 30).join(', ')}.` : `Did you mean “${like}”?`;
    this.#reading.add(path, `There is no step “${said}”.`, todo);
    return null;
  }
}

const listOf = (reading: Reading, value: FileValue, path: FilePath, what: string): readonly FileValue[] => {
  if (value === null) return [];
  if (isList(value)) return value;
  reading.add(path, `${what} are a list.`, 'Begin each with “- ”.');
  return [];
};

const givenIds = (items: readonly FileValue[]): string[] =>
  items.flatMap((item) => (isMap(item) && typeof item.get('id') === 'string' ? String(item.get('id')) : []));

export function readPromises(
  reading: Reading,
  value: FileValue,
  path: FilePath,
  names: StepNames,
  origins: Map<object, FilePath>,
): TimePromise[] {
  const items = listOf(reading, value, path, 'Promises');
  const ids = new Ids(givenIds(items));
  return items.flatMap((item, i) => {
    const here = [...path, i];
    const fields = reading.fields(item, here, PROMISE_KEYS, 'A promise');
    if (fields === null) return [];
    const from = names.idOf(fields.text('from'), fields.at('from'), 'The promise');
    const to = names.idOf(fields.text('to'), fields.at('to'), 'The promise');
    const withinMs = fields.duration('within');
    if (withinMs === null && !fields.has('within'))
      reading.add(here, 'The promise does not say how long.', 'Write “within: 10 days”.');
    if (from === null || to === null || withinMs === null) return [];
    const id = fields.text('id') ?? ids.take(`${from}-to-${to}`, 'promise');
    const promise = { id, from, to, withinMs, says: fields.text('says') };
    origins.set(promise, here);
    return [promise];
  });
}

export function readRules(
  reading: Reading,
  value: FileValue,
  path: FilePath,
  names: StepNames,
  origins: Map<object, FilePath>,
): Rule[] {
  const items = listOf(reading, value, path, 'Rules');
  const ids = new Ids(givenIds(items));
  return items.flatMap((item, i) => {
    const fields = reading.fields(item, [...path, i], RULE_KEYS, 'A rule');
    const rule = fields === null ? null : readRule(reading, fields, names, ids);
    if (rule !== null) origins.set(rule, [...path, i]);
    return rule === null ? [] : [rule];
  });
}

function readRule(reading: Reading, fields: Fields, names: StepNames, ids: Ids): Rule | null {
  const kinds = [...ONE_STEP_RULES, ...TWO_STEP_RULES].filter((kind) => fields.has(kind));
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1) {
    reading.add(
      fields.path,
      kind === undefined ? 'The rule does not say what must hold.' : 'The rule says several things at once.',
      'Write one of: “absent: step”, “contains: step”, “starts: step”, “ends: step”, “response: [a, b]”, “precedence: [a, b]”, “succession: [a, b]”, “xor: [a, b]”.',
    );
    return null;
  }
  const one = ONE_STEP_RULES.find((word) => word === kind);
  if (one !== undefined) {
    if (fields.has('within')) reading.add(fields.at('within'), `“within” goes only with “response”.`, 'Take it out.');
    const step = names.idOf(fields.text(one), fields.at(one), 'The rule');
    return step === null ? null : { id: fields.text('id') ?? ids.take(`${one}-${step}`, 'rule'), kind: one, step };
  }
  const steps = fields.texts(kind);
  const [a, b] = steps.map((said, i) => names.idOf(said, [...fields.at(kind), i], 'The rule'));
  if (steps.length !== 2) reading.add(fields.at(kind), `“${kind}” is about two steps.`, `Write “${kind}: [a, b]”.`);
  const withinMs = fields.duration('within');
  if (typeof a !== 'string' || typeof b !== 'string' || steps.length !== 2) return null;
  const id = fields.text('id') ?? ids.take(`${kind}-${a}-${b}`, 'rule');
  if (withinMs === null) return { id, kind: kind as (typeof TWO_STEP_RULES)[number], a, b };
  if (kind === 'response') return { id, kind: 'within', a, b, withinMs };
  reading.add(fields.at('within'), `“within” goes only with “response”.`, 'Take it out, or write “response”.');
  return null;
}

/** `case`, `silence`, `14 days`, or a map. */
export function readPassage(reading: Reading, value: FileValue, path: FilePath, names: StepNames): Passage {
  const usual: Passage = {
    by: 'silence',
    property: null,
    silenceMs: USUAL_SILENCE_MS,
    atMostMs: null,
    starts: [],
    again: 'after-end',
  };
  if (value === null) return usual;
  if (typeof value === 'string') {
    const silenceMs = readDuration(value);
    if (silenceMs !== null) return { ...usual, silenceMs };
    if (value === 'case' || value === 'silence') return { ...usual, by: value };
  }
  const fields = reading.fields(value, path, PASSAGE_KEYS, 'A passage');
  if (fields === null) return usual;
  const property = fields.text('property');
  const by = fields.word('by', PASSAGE_BY, property === null ? 'silence' : 'property');
  const again = fields.word('again', PASSAGE_AGAIN, PASSAGE_AGAIN[0]);
  return {
    by,
    property,
    silenceMs: fields.duration('silence') ?? USUAL_SILENCE_MS,
    atMostMs: fields.duration('at most'),
    starts: fields.texts('starts').flatMap((said) => names.idOf(said, fields.at('starts'), 'It') ?? []),
    again: PASSAGE_AGAIN_VALUES[PASSAGE_AGAIN.indexOf(again)] ?? 'after-end',
  };
}

/** `every 90 days`, `every 90 days, next 2026-12-01`, or a map with both. */
export function readReview(reading: Reading, value: FileValue, path: FilePath): ReviewCadence | null {
  if (value === null) return null;
  if (typeof value === 'string') {
    const [, days, next] = /^every (\d{1,4}) days?(?:, next (\d{4}-\d\d-\d\d))?$/.exec(value.trim()) ?? [];
    if (days !== undefined) return { everyDays: Number(days), nextDay: next ?? null };
    reading.add(path, `“${value}” is not understood.`, 'Write “every 90 days” or “every 90 days, next 2026-12-01”.');
    return null;
  }
  const fields = reading.fields(value, path, REVIEW_KEYS, 'A review');
  const everyMs = fields?.duration('every') ?? null;
  if (fields === null) return null;
  if (everyMs === null || everyMs % 86_400_000 !== 0) {
    reading.add(path, 'It does not say how often, in whole days.', 'Write “every: 90 days”.');
    return null;
  }
  return { everyDays: everyMs / 86_400_000, nextDay: fields.text('next') };
}
