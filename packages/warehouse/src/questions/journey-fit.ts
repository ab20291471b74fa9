import {
  compileMap,
  FAILED,
  type JourneyDefinition,
  type JourneyMap,
  type Judged,
  Problem,
  precisionOf,
  TOUCH_LABELS,
  touchOf,
  unseenShare,
} from '@continuo/core';
import { z } from 'zod';
import type { FewPassage } from '../journeys/few-passages.ts';
import { definitionsOf, judgedPaths } from '../journeys/judged-runs.ts';
import { sql, uint } from '../sql.ts';
import type { Asking } from './question.ts';

const count = z.coerce.number();
const pathRow = z.object({
  definition: count,
  id: z.string(),
  runs: count,
  symbols: z.array(count),
  labels: z.array(count),
  skip_steps: z.array(count),
  skip_before: z.array(count),
  cost: z.coerce.number(),
  cheapest: z.coerce.number(),
});
type PathRow = z.output<typeof pathRow>;

/** More distinct ways than this are not read: precision is then not said. */
export const MOST_WAYS = 20_000;

export type Fit = Pick<JourneyMap, 'fitness' | 'precision' | 'blindSpot'> & {
  /** Definitions that judged some passage of the scope. */
  readonly definitions: readonly JourneyDefinition[];
};

/** How passages fit the maps, for analysts; all null without passages. Weighted by passages. */
export async function readFit(asking: Asking): Promise<Fit> {
  const rows = await readPaths(asking);
  return fitOf(rows, rows ? totalsOf(rows) : await readTotals(asking), asking);
}

/** As `readFit`, of passages in hand. */
export function fitOfFew(passages: readonly FewPassage[], asking: Asking): Fit {
  const ways = new Map<Judged, FewPassage[]>();
  for (const passage of passages) {
    const alike = ways.get(passage.judged);
    if (alike) alike.push(passage);
    else ways.set(passage.judged, [passage]);
  }
  const rows = [...ways].map(
    ([{ symbols, touches, skips, cost, cheapest }, alike]): PathRow => ({
      definition: alike[0]?.judging.definition ?? 0,
      id: alike[0]?.path ?? '',
      runs: alike.length,
      symbols: [...symbols],
      labels: touches.map((label) => TOUCH_LABELS.indexOf(label)),
      skip_steps: skips.map(({ step }) => step),
      skip_before: skips.map(({ before }) => before),
      cost,
      cheapest,
    }),
  );
  return fitOf(rows.length > MOST_WAYS ? null : rows, totalsOf(rows), asking);
}

function fitOf(rows: readonly PathRow[] | null, totals: Totals, asking: Asking): Fit {
  const definitions = definitionsOf(asking).filter(({ definition }) => totals.definitions.includes(definition));
  if (totals.runs === 0) return { fitness: null, precision: null, blindSpot: null, definitions };
  const fitness = totals.most === 0 ? 1 : 1 - totals.cost / totals.most;
  const unseen = unseenShare({ once: totals.once, twice: totals.twice, n: totals.runs });
  return {
    fitness,
    precision: rows && precision(rows, definitions),
    blindSpot: unseen && { notExplained: 1 - fitness, unseen: unseen.estimate },
    definitions,
  };
}

const totalRow = z.object({
  runs: count,
  cost: z.coerce.number(),
  most: z.coerce.number(),
  once: count,
  twice: count,
  definitions: z.array(count),
});

type Totals = z.output<typeof totalRow>;

function totalsOf(rows: readonly PathRow[]): Totals {
  const sum = (of: (row: PathRow) => number): number => rows.reduce((all, row) => all + row.runs * of(row), 0);
  const ways = new Map<string, number>();
  for (const { definition, id, runs } of rows)
    ways.set(`${definition} ${id}`, (ways.get(`${definition} ${id}`) ?? 0) + runs);
  const seen = (times: number): number => [...ways.values()].filter((runs) => runs === times).length;
  return {
    runs: sum(() => 1),
    cost: sum(({ cost }) => cost),
    most: sum(({ symbols, cheapest }) => symbols.length + cheapest),
    once: seen(1),
    twice: seen(2),
    definitions: [...new Set(rows.map(({ definition }) => definition))],
  };
}

/** As `totalsOf`, where there are too many ways to read them. */
async function readTotals(asking: Asking): Promise<Totals> {
  const [row] = await asking.warehouse.query(
    sql`select sum(n) as runs, sum(cost) as cost, sum(most) as most, countIf(n = 1) as once, countIf(n = 2) as twice, groupUniqArray(definition) as definitions from (
  select definition, path, sum(runs) as n, sum(runs * p.cost) as cost, sum(runs * (length(symbols) + cheapest)) as most
  from (${judgedPaths(asking)}) as p group by definition, path)`,
    asking.options,
  );
  return totalRow.parse(row);
}

/** Null: there are too many. */
async function readPaths(asking: Asking): Promise<readonly PathRow[] | null> {
  const rows = await asking.warehouse.query(
    sql`select definition, id, runs, symbols, labels, skip_steps, skip_before, cost, cheapest from (${judgedPaths(asking)})
limit ${uint(MOST_WAYS + 1)}`,
    asking.options,
  );
  return rows.length > MOST_WAYS ? null : rows.map((row) => pathRow.parse(row));
}

/** By escaping edges over all maps together; null where one of them allows too many orders to count. */
function precision(rows: readonly PathRow[], definitions: readonly JourneyDefinition[]): number | null {
  let allowed = 0;
  let escaping = 0;
  for (const { definition, contract, numbers } of definitions) {
    const counted = rows
      .filter((row) => row.definition === definition)
      .map((row) => ({ moves: movesOf(row), runs: row.runs }));
    try {
      const found = precisionOf(compileMap(contract, numbers).tree, counted);
      allowed += found?.allowed ?? 0;
      escaping += found?.escaping ?? 0;
    } catch (error) {
      if (error instanceof Problem && error.code === 'input.invalid') return null;
      throw error;
    }
  }
  return allowed === 0 ? 1 : 1 - escaping / allowed;
}

type Moves = Parameters<typeof precisionOf>[1][number]['moves'];

const LABELS = { broken: TOUCH_LABELS.indexOf('broken'), planned: TOUCH_LABELS.indexOf('as-planned') } as const;

/** The way through the map that the labels tell of. A broken step that stands in its place is also listed as missing: it is one move. */
function movesOf({ symbols, labels, skip_steps, skip_before }: PathRow): Moves {
  const moves: Moves[number][] = [];
  let skip = 0;
  for (let at = 0; at <= symbols.length; at += 1) {
    const { step, isFailed } = touchOf(symbols[at] ?? 0);
    let isInPlace = labels[at] === LABELS.planned;
    for (; skip < skip_steps.length && (skip_before[skip] as number) <= at; skip += 1) {
      if (labels[at] === LABELS.broken && skip_steps[skip] === step && !isInPlace) isInPlace = true;
      else moves.push({ kind: 'skip', step: skip_steps[skip] as number, at: null });
    }
    if (isInPlace) moves.push({ kind: 'sync', step: isFailed ? step + FAILED : step, at });
  }
  return moves;
}
