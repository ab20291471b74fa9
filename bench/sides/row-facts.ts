import { type Facts, FLOW, FUNNEL_STEPS, type Workload } from './workload.ts';

export type Row = Readonly<Record<string, unknown>>;

const number = (value: unknown): number => Number(value ?? 0);
const total = (rows: readonly Row[], column: string): number => rows.reduce((all, row) => all + number(row[column]), 0);
const quantile = (row: Row | undefined, which: 0 | 1): number =>
  number((row?.q as readonly unknown[] | undefined)?.[which]);

/** Reduces the rows of the hand-written SQL to the facts that the product's answer is reduced to. */
export const factsOfRows: Readonly<Record<Workload, (rows: readonly Row[]) => Facts>> = {
  'path-graph': (rows) => ({
    edges: rows.length,
    moves: total(rows, 'n'),
    people: total(rows, 'people'),
    means: total(rows, 'mean'),
    medians: rows.reduce((all, row) => all + quantile(row, 0), 0),
    p90s: rows.reduce((all, row) => all + quantile(row, 1), 0),
    longest: Math.max(...rows.map((row) => number(row.longest))),
  }),
  variants: (rows) => ({
    total: number(rows[0]?.total),
    once: number(rows[0]?.once),
    twice: number(rows[0]?.twice),
    listed: total(rows, 'n'),
    medians: rows.slice(0, 5).reduce((all, row) => all + quantile(row, 0), 0),
    p90s: rows.slice(0, 5).reduce((all, row) => all + quantile(row, 1), 0),
  }),
  funnel: ([row]) => Object.fromEntries(FUNNEL_STEPS.map((_, k) => [`step ${k + 1}`, number(row?.[`step ${k + 1}`])])),
  flow: (rows) => {
    const moves = rows.filter((row) => number(row.goes_on) === 1 && number(row.layer) < FLOW.after);
    return {
      anchored: total(
        rows.filter((row) => number(row.layer) === 0),
        'n',
      ),
      nodes: new Set(rows.map((row) => `${row.layer} ${row.name}`)).size,
      events: total(rows, 'n'),
      links: moves.length,
      moves: total(moves, 'n'),
      people: total(moves, 'people'),
    };
  },
  retention: ([row]) => ({
    people: number(row?.people),
    cells: number(row?.cells),
    'came back': number(row?.came_back),
    laps: number(row?.people) + number(row?.re_entered),
    'median silence': quantile(row, 0),
    'p90 silence': quantile(row, 1),
  }),
  sessions: ([row]) => ({ people: number(row?.people), sessions: number(row?.sessions), events: number(row?.events) }),
};
