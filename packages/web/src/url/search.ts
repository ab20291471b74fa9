import { GAP_KINDS } from '@continuo/core';
import { z } from 'zod';
import { readBeside } from './beside.ts';
import { readFilters } from './filters.ts';
import { readSpan } from './span.ts';

/** A day of the workspace's calendar, or days back from the last day of the data. */
const day = z
  .string()
  .regex(/^(\d{4}-\d{2}-\d{2}|-\d{1,4}d)$/)
  .refine((text) => text.startsWith('-') || !Number.isNaN(Date.parse(text)));
const span = z.string().refine((text) => readSpan(text) !== null);
const percent = z.coerce.number().int().min(0).max(100);
const small = z.coerce.number().int().min(0).max(10);
const text = z.string().min(1).max(20_000);

/** What every analysis looks at. A value that cannot be read is dropped, never a crash. */
const SCOPE = {
  from: day,
  to: day,
  unit: z.enum(['person', 'case', 'gap']),
  gap: span,
  f: text.refine((written) => readFilters(written) !== null),
};

export const METRICS = ['customers', 'times', 'time', 'felt'] as const;

const PATHS = {
  ...SCOPE,
  act: percent.min(1),
  path: percent,
  metric: z.enum(METRICS),
  sel: text,
  show: z.literal('table'),
  which: z.enum(['moves', 'touchpoints']),
  anchor: text,
  before: small,
  after: small,
  steps: text,
  order: z.enum(['ordered', 'strict', 'unordered']),
  window: span,
  by: text,
  every: z.enum(['day', 'week', 'month']),
  a: small.max(9999),
  b: small.max(9999),
  behind: text,
};

const MAP = {
  from: day,
  to: day,
  f: SCOPE.f,
  cmp: z.literal('none'),
  layer: z.enum(['planned', 'both', 'lived']),
  judged: z.string().regex(/^(draft|[1-9]\d{0,5})$/),
  view: z.enum(['map', 'table']),
  step: text,
  lanes: text,
  beside: text.refine((written) => readBeside(written) !== null),
};

const GAPS = {
  from: day,
  to: day,
  f: SCOPE.f,
  judged: MAP.judged,
  kind: z.enum(GAP_KINDS),
  marked: z.enum(['open', 'watched', 'decided', 'all']),
  gap: text,
};

const PRESENT = {
  from: day,
  to: day,
  f: SCOPE.f,
  judged: MAP.judged,
  layer: MAP.layer,
  stage: z.coerce.number().int().min(1).max(500),
  lanes: text,
};

const ATLAS = { new: z.enum(['blank', 'starter', 'data', 'paste', 'file']), event: text };
const CONNECT = { step: text, q: z.string().min(1).max(200) };
const VERSIONS = {
  old: z.coerce.number().int().min(1),
  now: z.union([z.literal('draft'), z.coerce.number().int().min(1)]),
};

const CUSTOMERS = {
  ...SCOPE,
  q: z.string().min(1).max(200),
  sort: z.enum(['recent', 'events', 'longest', 'unhappy']),
};

type Shape = Readonly<Record<string, z.ZodType>>;
/** Every parameter may be absent: absent means its default. */
export type SearchOf<S extends Shape> = { readonly [Key in keyof S]?: z.output<S[Key]> | undefined };

export interface SearchReader<S extends Shape> {
  readonly read: (raw: Readonly<Record<string, unknown>>) => SearchOf<S>;
  /** Names of parameters whose value could not be read. Names nobody knows are ignored. */
  readonly broken: (raw: Readonly<Record<string, unknown>>) => readonly string[];
}

function reader<S extends Shape>(shape: S): SearchReader<S> {
  return {
    read: (raw) => {
      const found: Record<string, unknown> = {};
      for (const [key, schema] of Object.entries(shape)) {
        const parsed = schema.safeParse(raw[key]);
        if (parsed.success && !isDefault(key, parsed.data)) found[key] = parsed.data;
        // Said as undefined, because the router lays what was read over what it was given.
        else if (raw[key] !== undefined) found[key] = undefined;
      }
      return found as SearchOf<S>;
    },
    broken: (raw) =>
      Object.entries(shape)
        .filter(([key, schema]) => raw[key] !== undefined && !schema.safeParse(raw[key]).success)
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
export const personSearch = reader({ q: z.string().min(1).max(200), show: z.literal('table') });
export const nothing = reader({});

export type PathsSearch = SearchOf<typeof PATHS>;
export type MapSearch = SearchOf<typeof MAP>;
export type GapsSearch = SearchOf<typeof GAPS>;
export type PresentSearch = SearchOf<typeof PRESENT>;
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
  ...new Set([...Object.keys(PATHS), ...Object.keys(CUSTOMERS), ...Object.keys(MAP), ...Object.keys(GAPS)]),
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
