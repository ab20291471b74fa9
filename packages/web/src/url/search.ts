import { CALLBACK_TABS } from '@continuo/contract';
import { GAP_KINDS, PAGE_LANGUAGES } from '@continuo/core';
import { readBeside } from './beside.ts';
import { readFilters } from './filters.ts';
import { either, oneOf, type Param, text, whole } from './params.ts';
import { readSaidAt } from './said-at.ts';
import { readSpan } from './span.ts';

const isDay = (written: string): boolean =>
  /^-\d{1,4}d$/.test(written) || (/^\d{4}-\d{2}-\d{2}$/.test(written) && !Number.isNaN(Date.parse(written)));

/** A day of the workspace's calendar, or days back from the last day of the data. */
const day = text(1, 10, isDay);
const span = text(1, 7, (written) => readSpan(written) !== null);
const percent = whole(0, 100);
const small = whole(0, 10);
const name = text(1, 200);
const long = text(1, 20_000);
const filters = text(1, 20_000, (written) => readFilters(written) !== null);
const table = oneOf('table');

/** What every analysis looks at. A value that cannot be read is dropped, never a crash. */
const SCOPE = {
  from: day,
  to: day,
  unit: oneOf('person', 'case', 'gap'),
  gap: span,
  f: filters,
};

export const METRICS = ['customers', 'times', 'time', 'felt'] as const;

const PATHS = {
  ...SCOPE,
  act: whole(1, 100),
  path: percent,
  metric: oneOf(...METRICS),
  sel: long,
  show: table,
  which: oneOf('moves', 'touchpoints'),
  anchor: long,
  before: small,
  after: small,
  steps: long,
  order: oneOf('ordered', 'strict', 'unordered'),
  window: span,
  by: long,
  every: oneOf('day', 'week', 'month'),
  a: whole(0, 9999),
  b: whole(0, 9999),
  behind: long,
};

const MAP = {
  from: day,
  to: day,
  f: SCOPE.f,
  cmp: oneOf('none'),
  layer: oneOf('planned', 'both', 'lived'),
  judged: text(1, 6, (written) => /^(draft|[1-9]\d{0,5})$/.test(written)),
  view: oneOf('map', 'table'),
  step: long,
  lanes: long,
  beside: text(1, 20_000, (written) => readBeside(written) !== null),
};

const GAPS = {
  from: day,
  to: day,
  f: SCOPE.f,
  judged: MAP.judged,
  kind: oneOf(...GAP_KINDS),
  marked: oneOf('open', 'watched', 'decided', 'all'),
  gap: long,
};

const PRESENT = {
  from: day,
  to: day,
  f: SCOPE.f,
  judged: MAP.judged,
  layer: MAP.layer,
  stage: whole(1, 500),
  lanes: long,
};

const ATLAS = { new: oneOf('blank', 'starter', 'data', 'paste', 'file'), event: long };
const CONNECT = { step: long, q: name };
const VERSIONS = {
  old: whole(1),
  now: either(oneOf('draft'), whole(1)),
};

const FEEDBACK = {
  from: day,
  to: day,
  f: SCOPE.f,
  map: name,
  at: text(1, 600, (written) => readSaidAt(written) !== null),
  felt: oneOf('unhappy', 'neutral', 'happy', 'none'),
  theme: text(1, 60),
  phrase: name,
  new: oneOf('survey'),
};
const SURVEY = {
  answers: oneOf('newest'),
  lang: oneOf(...PAGE_LANGUAGES),
  send: oneOf('link', 'qr', 'email', 'snippet'),
  channel: oneOf('web', 'app', 'email', 'letter', 'store', 'chat', 'phone', 'social'),
};

const CUSTOMERS = {
  ...SCOPE,
  q: name,
  sort: oneOf('recent', 'events', 'longest', 'unhappy'),
};

type Shape = Readonly<Record<string, Param<unknown>>>;
/** Every parameter may be absent: absent means its default. */
export type SearchOf<S extends Shape> = { readonly [Key in keyof S]?: ReturnType<S[Key]> };

export interface SearchReader<S extends Shape> {
  readonly read: (raw: Readonly<Record<string, unknown>>) => SearchOf<S>;
  /** Names of parameters whose value could not be read. Names nobody knows are ignored. */
  readonly broken: (raw: Readonly<Record<string, unknown>>) => readonly string[];
}

function reader<S extends Shape>(shape: S): SearchReader<S> {
  return {
    read: (raw) => {
      const found: Record<string, unknown> = {};
      for (const [key, param] of Object.entries(shape)) {
        const value = param(raw[key]);
        if (value !== undefined && !isDefault(key, value)) found[key] = value;
        // Said as undefined, because the router lays what was read over what it was given.
        else if (raw[key] !== undefined) found[key] = undefined;
      }
      return found as SearchOf<S>;
    },
    broken: (raw) =>
      Object.entries(shape)
        .filter(([key, param]) => raw[key] !== undefined && param(raw[key]) === undefined)
        .map(([key]) => key),
  };
}

export const pathsSearch = reader(PATHS);
export const customersSearch = reader(CUSTOMERS);
export const atlasSearch = reader(ATLAS);
export const connectSearch = reader(CONNECT);
export const versionsSearch = reader(VERSIONS);
export const mapSearch = reader(MAP);
export const gapsSearch = reader(GAPS);
export const presentSearch = reader(PRESENT);
export const feedbackSearch = reader(FEEDBACK);
export const surveySearch = reader(SURVEY);
export const letterSearch = reader({ scope: oneOf('workspace', 'journey', 'team'), key: name });
export const callbacksSearch = reader({ tab: oneOf(...CALLBACK_TABS) });
export const personSearch = reader({ q: name, show: table });
export const nothing = reader({});

export type PathsSearch = SearchOf<typeof PATHS>;
export type MapSearch = SearchOf<typeof MAP>;
export type GapsSearch = SearchOf<typeof GAPS>;
export type PresentSearch = SearchOf<typeof PRESENT>;
export type FeedbackSearch = SearchOf<typeof FEEDBACK>;
export type SurveySearch = SearchOf<typeof SURVEY>;
export type CustomersSearch = SearchOf<typeof CUSTOMERS>;
export type ScopeSearch = SearchOf<typeof SCOPE>;

/** Values that are left out of an address. */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  metric: 'customers',
  which: 'moves',
  before: 0,
  after: 4,
  order: 'ordered',
  window: '90d',
  every: 'week',
  a: 0,
  b: 1,
  sort: 'recent',
  layer: 'both',
  view: 'map',
  marked: 'open',
  stage: 1,
};

function isDefault(key: string, value: unknown): boolean {
  return Object.hasOwn(DEFAULTS, key) && DEFAULTS[key] === value;
}

/** Order of the parameters in an address, so that equal views have equal addresses. */
const ORDER = [
  ...new Set([
    ...Object.keys(PATHS),
    ...Object.keys(CUSTOMERS),
    ...Object.keys(MAP),
    ...Object.keys(GAPS),
    ...Object.keys(FEEDBACK),
  ]),
];

function place(key: string): number {
  const at = ORDER.indexOf(key);
  return at < 0 ? ORDER.length : at;
}

/** Reads the query part of an address; of a name given twice the last counts. Values stay text. */
export function parseSearch(query: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(query));
}

/** Writes the query part: defaults and empty values left out, order fixed, `:` and `;` kept readable. */
export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(search)
    .filter(([key, value]) => value !== undefined && value !== null && value !== '' && !isDefault(key, value))
    .sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1))
    .map(([key, value]) => `${encodeURIComponent(key)}=${readable(String(value))}`);
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

function readable(value: string): string {
  return encodeURIComponent(value).replaceAll('%3A', ':').replaceAll('%3B', ';').replaceAll('%20', '+');
}
