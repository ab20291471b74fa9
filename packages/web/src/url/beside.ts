import { type Filter, readFilters, writeFilters } from './filters.ts';

/** What stands beside a map, cell by cell: a version, another time, other customers. */
export type Beside =
  | { readonly kind: 'version'; readonly version: number }
  /** The time of the same length right before. */
  | { readonly kind: 'before' }
  /** Whole days of the workspace's calendar, both included. */
  | { readonly kind: 'days'; readonly from: string; readonly to: string }
  | { readonly kind: 'customers'; readonly filters: readonly Filter[] };

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** As it stands in an address: `v3`, `before`, `2026-08-31..2026-09-27`, `f;attribute:brand:Maple Sun`. */
export function writeBeside(beside: Beside): string {
  switch (beside.kind) {
    case 'version':
      return `v${beside.version}`;
    case 'before':
      return 'before';
    case 'days':
      return `${beside.from}..${beside.to}`;
    case 'customers':
      return `f;${writeFilters(beside.filters) ?? ''}`;
  }
}

/** Reads what `writeBeside` wrote; null when it is something else, names a day that does not exist, or ends before it begins. */
export function readBeside(text: string | undefined): Beside | null {
  if (text === undefined) return null;
  if (text === 'before') return { kind: 'before' };
  const version = /^v([1-9]\d{0,5})$/.exec(text)?.[1];
  if (version !== undefined) return { kind: 'version', version: Number(version) };
  if (text.startsWith('f;')) {
    const filters = text === 'f;' ? [] : readFilters(text.slice(2));
    return filters === null ? null : { kind: 'customers', filters };
  }
  const [from = '', to = '', ...more] = text.split('..');
  const isDay = (one: string): boolean => DAY.test(one) && !Number.isNaN(Date.parse(one));
  return more.length === 0 && isDay(from) && isDay(to) && from <= to ? { kind: 'days', from, to } : null;
}
