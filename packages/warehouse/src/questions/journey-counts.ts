import { type MapStep, type PromiseKept, RUN_STATUSES, type RunStatus, type Share, shareOver } from '@continuo/core';
import { z } from 'zod';
import { definitionsOf, judgedRuns, LABEL, STATUS, stepOf } from '../journeys/judged-runs.ts';
import { promiseState, runsWithPromises } from '../journeys/promise-states.ts';
import { sql } from '../sql.ts';
import { betweenOpenOnes, deciding, isAsPlanned } from './journey-deciding.ts';
import { factAt, placesOf, runFacts } from './journey-facts.ts';
import type { FactCounts, NumberedStep, Waits } from './journey-steps.ts';
import type { Asking } from './question.ts';

const count = z.coerce.number();
const factRow = z.object({ fact: count, people: count, runs: count });
const outcomeRow = z.object({ key: count, kind: count, time: count, people: count });
const statusRow = z.object({ status: count, people: count, planned: count });
const waitRow = z.object({ place: count, n: count, q: z.tuple([z.number(), z.number()]) });
const totalRow = z.object({
  people: count,
  runs: count,
  cost: z.coerce.number(),
  most: z.coerce.number(),
  definitions: z.array(count),
});

/** People and passages by fact. */
export async function readFacts(asking: Asking): Promise<FactCounts> {
  const rows = await asking.warehouse.query(
    sql`select fact, uniqExact(person) as people, count() as runs from (select person, facts from (${runFacts(asking)}))
array join facts as fact group by fact`,
    asking.options,
  );
  return new Map(rows.map((row) => factRow.parse(row)).map(({ fact, ...counts }) => [fact, counts]));
}

export interface Totals {
  readonly people: number;
  readonly runs: number;
  /** 1 − costs / the most they could be, over all passages; null without passages. */
  readonly fitness: number | null;
  /** Definitions that judged some passage of the scope. */
  readonly definitions: readonly number[];
}

export async function readTotals(asking: Asking): Promise<Totals> {
  const [row] = await asking.warehouse.query(
    sql`select uniqExact(person) as people, count() as runs, sum(cost) as cost, sum(length(symbols) + cheapest) as most,
  arraySort(groupUniqArray(definition)) as definitions from (${judgedRuns(asking)})`,
    asking.options,
  );
  const { cost, most, ...total } = totalRow.parse(row);
  return { ...total, fitness: total.runs === 0 ? null : most === 0 ? 1 : 1 - cost / most };
}

export interface Standings {
  readonly statuses: Readonly<Record<RunStatus, number>>;
  readonly asPlanned: { readonly n: number; readonly of: number };
}

/** People by how the passage that stands for them stands. */
export async function readStandings(asking: Asking): Promise<Standings> {
  const rows = (
    await asking.warehouse.query(
      sql`select status, count() as people, sum(planned) as planned
from (select status, ${isAsPlanned(asking)} as planned from (${deciding(judgedRuns(asking))})) group by status`,
      asking.options,
    )
  ).map((row) => statusRow.parse(row));
  const people = (status: RunStatus): number =>
    rows.find((row) => row.status === RUN_STATUSES.indexOf(status))?.people ?? 0;
  const ended = rows.filter((row) => row.status !== RUN_STATUSES.indexOf('open'));
  return {
    statuses: { goal: people('goal'), failed: people('failed'), left: people('left'), open: people('open') },
    asPlanned: {
      n: ended.reduce((sum, { planned }) => sum + planned, 0),
      of: ended.reduce((sum, row) => sum + row.people, 0),
    },
  };
}

const KINDS = ['event', 'other', 'open'] as const;
type OutcomeRow = z.output<typeof outcomeRow>;

function shareOf(rows: readonly OutcomeRow[]): Share | null {
  return shareOver(
    rows.map(({ kind, time, people }) => ({ elapsedMs: time, kind: KINDS[kind] as (typeof KINDS)[number], people })),
  );
}

/** Who reached the goal, and who did with everything kept; null where no map marks a goal. */
export async function readGoals(
  asking: Asking,
): Promise<{ readonly gotIt: Share | null; readonly asPromised: Share | null }> {
  const kind = sql`multiIf(status = ${STATUS.open}, 2, good, 0, 1)`;
  const rows = await asking.warehouse.query(
    betweenOpenOnes(
      sql`select key, end_ms - start_ms as elapsed, ${kind} as kind from (${deciding(runsWithPromises(asking))})
  array join [0, 1] as key, [toUInt8(status = ${STATUS.goal}), is_promised] as good`,
      sql`key`,
    ),
    asking.options,
  );
  const found = rows.map((row) => outcomeRow.parse(row));
  return {
    gotIt: shareOf(found.filter(({ key }) => key === 0)),
    asPromised: shareOf(found.filter(({ key }) => key === 1)),
  };
}

/** Time promises in the order of `promisesOf`. */
export async function readPromises(counts: FactCounts, asking: Asking): Promise<readonly PromiseKept[]> {
  const { promises } = placesOf(asking);
  if (promises.length === 0) return [];
  const started = sql`select person, definition, no, start_ms, silent, key, state, elapsed, took, status from (${runsWithPromises(asking)})
  array join arrayEnumerate(promise_states) as key, promise_states as state, promise_elapsed as elapsed, promise_took as took
  where state != 255`;
  const isWaiting = sql`state = ${promiseState('waiting')}`;
  const kind = sql`multiIf(state = ${promiseState('kept')}, 0, ${isWaiting} and status != ${STATUS.left}, 2, 1)`;
  const decided = sql`select key, elapsed, ${kind} as kind from (
    select * from (${started}) order by ${isWaiting}, start_ms desc, definition desc, no desc limit 1 by key, person)`;
  const [outcomes, waits] = await Promise.all([
    asking.warehouse.query(betweenOpenOnes(decided, sql`key`), asking.options),
    asking.warehouse.query(
      sql`select key as place, count() as n, quantilesExactInclusive(0.5, 0.9)(took) as q from (${started}) where took >= 0 group by key`,
      asking.options,
    ),
  ]);
  const rows = outcomes.map((row) => outcomeRow.parse(row));
  const waitOf = waitsOf(waits);
  return promises.map((promise, index) => ({
    promise,
    people: counts.get(factAt({ kind: 'promise', index }, 'started'))?.people ?? 0,
    kept: shareOf(rows.filter(({ key }) => key === index + 1)),
    late: counts.get(factAt({ kind: 'promise', index }, 'late'))?.people ?? 0,
    wait: waitOf.get(index + 1) ?? null,
  }));
}

/** Since the touch on the map before, by step number. */
export async function readWaits(asking: Asking): Promise<Waits> {
  const rows = await asking.warehouse.query(
    sql`select place, count() as n, quantilesExactInclusive(0.5, 0.9)(wait) as q from (${judgedRuns(asking)})
array join arrayMap(y -> ${stepOf(sql`y`)}, symbols) as place, symbols as y, labels as l, arrayDifference(touch_at) as wait, arrayEnumerate(symbols) as nth
where nth > 1 and l in (${LABEL.planned}, ${LABEL.otherOrder}) and bitAnd(y, 2) = 0 group by place`,
    asking.options,
  );
  return waitsOf(rows);
}

function waitsOf(rows: readonly Record<string, unknown>[]): ReadonlyMap<number, NonNullable<MapStep['wait']>> {
  return new Map(
    rows.map((row) => waitRow.parse(row)).map(({ place, n, q: [medianMs, p90Ms] }) => [place, { medianMs, p90Ms, n }]),
  );
}

/** Step by which most returning people come in; null when nobody returns. */
export async function readEnterAt(steps: readonly NumberedStep[], asking: Asking): Promise<string | null> {
  const rows = await asking.warehouse.query(
    sql`select ${stepOf(sql`symbols[1]`)} as place, uniqExact(person) as people from (${judgedRuns(asking)}) where no > 1 group by place`,
    asking.options,
  );
  const people = new Map(rows.map((row) => [Number(row.place), Number(row.people)]));
  const [first] = steps
    .map(({ number, step }) => ({ id: step.id, people: people.get(number) ?? 0 }))
    .filter((one) => one.people > 0)
    .sort((a, b) => b.people - a.people);
  return first?.id ?? null;
}

/** Keys under which several people passed; by silence there are none. */
export async function readSharedKeys(asking: Asking): Promise<number> {
  if (definitionsOf(asking).every(({ contract }) => contract.passage.by === 'silence')) return 0;
  const [row] = await asking.warehouse.query(
    sql`select count() as shared from (
  select key from (${judgedRuns(asking)}) where key != '' group by key having uniqExact(person) > 1)`,
    asking.options,
  );
  return Number(row?.shared ?? 0);
}
