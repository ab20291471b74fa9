import { type JourneyDefinition, type Judged, mapHash } from '@continuo/core';
import { int, name, type Sql, sql, uint } from '../sql.ts';
import type { AskOptions, Warehouse } from '../warehouse.ts';
import { encodeJudged, JUDGED_COLUMNS, type JudgedPath } from './judged-rows.ts';

/** Holds touch sequences against a map, all as under way or all as ended; one answer each, in their order. */
export type Judge = (
  symbols: readonly (readonly number[])[],
  isOpen: boolean,
) => readonly Judged[] | Promise<readonly Judged[]>;

export interface JudgeRunsInput {
  readonly workspace: number;
  /** Its runs are built. */
  readonly journey: JourneyDefinition;
  readonly judge: Judge;
  /** Silent for longer than the map allows before this: ended. Null: there is no event, and nothing to judge. */
  readonly dataAsOfMs: number | null;
  /** Larger than that of every earlier judging of the definition. */
  readonly version: number;
  /** Distinct sequences judged so far; how many there are in all is known only at the end of each of the two forms. */
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal | undefined;
}

// Some 200 bytes a sequence of ten touches as JSON and again as rows: a page stays near ten megabytes.
const PAGE = 20_000;

/**
 * Judges every distinct touch sequence of a definition that its map has not judged yet: as under way where a run may go on,
 * as ended where one was silent for too long, or had reached an end by what was judged as under way. Sequences known from
 * earlier builds cost a look-up. Rows of an edited map go when all are judged anew, so readers see old or new ones, never none.
 * Safe to repeat. Resolves to the number of sequences judged.
 */
export async function judgeRuns(warehouse: Warehouse, input: JudgeRunsInput): Promise<number> {
  if (input.dataAsOfMs === null) return 0;
  const map = mapHash(input.journey);
  let done = 0;
  for (const isOpen of [true, false]) {
    let after: bigint | null = null;
    for (;;) {
      input.signal?.throwIfAborted();
      const page: readonly JudgedPath[] = await unjudged(warehouse, input, { map, isOpen, after });
      if (page.length === 0) break;
      const judged = await input.judge(
        page.map(({ symbols }) => symbols),
        isOpen,
      );
      await store(warehouse, input, map, page, judged);
      done += page.length;
      input.onProgress?.(done);
      after = page.at(-1)?.path ?? null;
      if (page.length < PAGE) break;
    }
  }
  await sweep(warehouse, input, map);
  return done;
}

interface Form {
  readonly map: bigint;
  readonly isOpen: boolean;
  /** Paths greater than this; null: all. */
  readonly after: bigint | null;
}

async function unjudged(
  warehouse: Warehouse,
  input: JudgeRunsInput,
  { map, isOpen, after }: Form,
): Promise<readonly JudgedPath[]> {
  const judged = (open: boolean): Sql =>
    sql`select path from continuo.judged final where ${of(input)} and map = ${uint(map)} and is_open = ${uint(open ? 1 : 0)}`;
  const wanted = isOpen ? sql`goes_on` : sql`(not goes_on or path in (${judged(true)} and reached > 0))`;
  const further = after === null ? sql`` : sql` and path > ${uint(after)}`;
  const rows = await warehouse.query(
    sql`select toString(path) as id, any(touches) as symbols from (${paths(warehouse, input)})
where ${wanted} and path not in (${judged(isOpen)})${further}
group by path order by path limit ${uint(PAGE)}`,
    asking(input),
  );
  return rows.map((row) => ({ path: BigInt(row.id as string), symbols: row.symbols as number[] }));
}

/** One row a distinct sequence and way it stands: `path, touches, goes_on`. */
function paths(warehouse: Warehouse, input: JudgeRunsInput): Sql {
  const { silenceMs } = input.journey.contract.passage;
  const lastMs = sql`toUnixTimestamp64Milli(start) + toInt64(arraySum(arraySlice(gaps_ms, 1, arrayLastIndex(s -> s > 0, steps))))`;
  return sql`select path, any(arrayFilter(s -> s > 0, steps)) as touches, goes_on
    from (select path, steps, ${lastMs} + toInt64(${uint(silenceMs)}) >= ${int(input.dataAsOfMs as number)} as goes_on
      from continuo.${name(warehouse.reads.runs)} final where ${of(input)})
    group by path, goes_on`;
}

function of({ workspace, journey }: JudgeRunsInput): Sql {
  return sql`workspace = ${uint(workspace)} and definition = ${uint(journey.definition)}`;
}

function asking({ signal }: JudgeRunsInput): AskOptions {
  return { maxSeconds: 3600, signal };
}

async function store(
  warehouse: Warehouse,
  { workspace, journey, version }: JudgeRunsInput,
  map: bigint,
  page: readonly JudgedPath[],
  judged: readonly Judged[],
): Promise<void> {
  const rows = encodeJudged(page, judged, { workspace, definition: journey.definition, map, version });
  await Promise.all(warehouse.shards.map((shard) => shard.insert('continuo.judged', JUDGED_COLUMNS, rows)));
}

/** All sequences of today are judged by this map: whatever another one left is of none. */
async function sweep(warehouse: Warehouse, input: JudgeRunsInput, map: bigint): Promise<void> {
  const old = sql`${of(input)} and map != ${uint(map)}`;
  await Promise.all(
    warehouse.shards.map(async (shard) => {
      const rows = await shard.query(sql`select 1 from continuo.judged final where ${old} limit 1`, asking(input));
      if (rows.length > 0) await shard.command(sql`delete from continuo.judged where ${old}`, asking(input));
    }),
  );
}
