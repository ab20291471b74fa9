import type { RunRef } from '@continuo/core';
import { int, name, type Sql, sql, uint } from '../sql.ts';
import type { Warehouse } from '../warehouse.ts';
import { definitionOf } from './definition.ts';

/** Where a stored run is in time, and which case it is. */
export interface FoundRun {
  readonly ref: RunRef;
  /** Case key, or the property that parts a journey's passages; '' for person runs and by silence. */
  readonly key: string;
  readonly startMs: number;
  readonly lastMs: number;
  readonly attributes: Readonly<Record<string, string>>;
  /** Instant and activity code of each event: which of the person's moments are its own. */
  readonly events: readonly { readonly timeMs: number; readonly code: number }[];
}

/** Runs of the same kind as these: of a unit, or of one definition of a journey. */
type Kind = { readonly unit: 'person' | 'case' } | { readonly unit: 'journey'; readonly definition: number };

function stored(warehouse: Warehouse, workspace: number, kind: Kind, where: Sql): Sql {
  const definition = kind.unit === 'journey' ? kind.definition : definitionOf(kind.unit);
  return sql`select toString(person) as who, no, key, toUnixTimestamp64Milli(start) as start_ms, toUnixTimestamp64Milli(last) as last_ms,
  attributes, codes, arrayMap(after -> toFloat64(toUnixTimestamp64Milli(start) + toInt64(after)), arrayCumSum(gaps_ms)) as at_ms
from continuo.${name(warehouse.reads.runs)} final
where workspace = ${uint(workspace)} and definition = ${uint(definition)} and ${where}`;
}

function decode(kind: Kind, row: Record<string, unknown>): FoundRun {
  const run = { person: String(row.who), no: Number(row.no) };
  return {
    ref:
      kind.unit === 'journey' ? { unit: kind.unit, definition: kind.definition, ...run } : { unit: kind.unit, ...run },
    key: String(row.key),
    startMs: Number(row.start_ms),
    lastMs: Number(row.last_ms),
    attributes: row.attributes as Record<string, string>,
    events: (row.codes as number[]).map((code, i) => ({ code, timeMs: (row.at_ms as number[])[i] as number })),
  };
}

/** One run by its reference; null when it does not exist (any more). */
export async function findRun(warehouse: Warehouse, workspace: number, ref: RunRef): Promise<FoundRun | null> {
  const [row] = await warehouse.query(
    stored(warehouse, workspace, ref, sql`person = ${uint(BigInt(ref.person))} and no = ${uint(ref.no)}`),
  );
  return row ? decode(ref, row) : null;
}

/** The runs of its kind that began just before and just after this one, of anybody; null at the ends. */
export async function neighbours(
  warehouse: Warehouse,
  workspace: number,
  { ref, startMs }: FoundRun,
): Promise<{ readonly previous: RunRef | null; readonly next: RunRef | null }> {
  const here = sql`(${int(startMs)}, ${uint(BigInt(ref.person))}, ${uint(ref.no)})`;
  const there = sql`(toUnixTimestamp64Milli(start), person, no)`;
  const read = async (side: Sql, order: Sql): Promise<RunRef | null> => {
    const [row] = await warehouse.query(
      sql`${stored(warehouse, workspace, ref, sql`${there} ${side} ${here}`)} order by ${there} ${order} limit 1`,
    );
    return row ? decode(ref, row).ref : null;
  };
  const [previous, next] = await Promise.all([read(sql`<`, sql`desc`), read(sql`>`, sql`asc`)]);
  return { previous, next };
}

/**
 * Runs worth telling, at most `limit`. Worst: three unhappy moments or as many as there are, then the most answers (a story in
 * which something went right again says more than a bare failure), then what had to be done again. Best: none unhappy, most happy.
 */
export async function tellingRuns(
  warehouse: Warehouse,
  workspace: number,
  { unit, side, limit }: { readonly unit: 'person' | 'case'; readonly side: 'worst' | 'best'; readonly limit: number },
): Promise<readonly FoundRun[]> {
  const order =
    side === 'worst'
      ? sql`least(countEqual(felt, 1), 3) desc, arrayCount(f -> f > 0, felt) desc, length(codes) - arrayUniq(codes) desc, length(codes) desc`
      : sql`countEqual(felt, 1) asc, countEqual(felt, 3) desc, length(codes) - arrayUniq(codes) asc`;
  const rows = await warehouse.query(
    sql`${stored(warehouse, workspace, { unit }, sql`length(codes) >= 2`)} order by ${order}, person, no limit ${uint(limit)}`,
  );
  return rows.map((row) => decode({ unit }, row));
}
