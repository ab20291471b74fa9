import { type MapStep, type PromiseKept, RUN_STATUSES, type RunStatus, type Share, shareOver } from '@continuo/core';
import { z } from 'zod';
import { definitionsOf, judgedRuns, LABEL, STATUS, stepOf } from '../journeys/judged-runs.ts';
import { promiseState, runsWithPromises } from '../journeys/promise-states.ts';
import { sql } from '../sql.ts';
import type { FactCounts } from './journey-counted.ts';
import { deciding, isAsPlanned, timeBetweenOpen } from './journey-deciding.ts';
import { factAt, placesOf } from './journey-facts.ts';
import type { Waits } from './journey-steps.ts';
import type { Asking } from './question.ts';

const count = z.coerce.number();
const outcomeRow = z.object({ key: count, kind: count, time: count, people: count });
const statusRow = z.object({ status: count, promised: count, planned: count, time: count, people: count });
type StatusRow = z.output<typeof statusRow>;
const waitRow = z.object({ place: count, n: count, q: z.tuple([z.number(), z.number()]) });

export interface Standings {
  readonly statuses: Readonly<Record<RunStatus, number>>;
  readonly asPlanned: { readonly n: number; readonly of: number };
  readonly gotIt: Share | null;
  readonly asPromised: Share | null;
}

/** People by how the passage that stands for them stands: who reached the goal, who did with everything kept, who as planned. */
export async function readStandings(asking: Asking): Promise<Standings> {
  const rows = (
    await asking.warehouse.query(
      sql`select status, promised, planned, time, count() as people from (
  select status, promised, planned, ${timeBetweenOpen(sql`status = ${STATUS.open}`, sql``)} as time from (
    select status, is_promised as promised, ${isAsPlanned(asking)} as planned, end_ms - start_ms as elapsed from (${deciding(runsWithPromises(asking))})))
group by status, promised, planned, time`,
      asking.options,
    )
  ).map((row) => statusRow.parse(row));
  const isStatus = (status: RunStatus) => (row: StatusRow) => row.status === RUN_STATUSES.indexOf(status);
  const people = (holds: (row: StatusRow) => boolean): number =>
    rows.reduce((sum, row) => sum + (holds(row) ? row.people : 0), 0);
  const isEnded = (row: StatusRow): boolean => !isStatus('open')(row);
  const share = (isGood: (row: StatusRow) => boolean): Share | null =>
    shareOver(
      rows.map((row) => ({
        elapsedMs: row.time,
        kind: isStatus('open')(row) ? 'open' : isGood(row) ? 'event' : 'other',
        people: row.people,
      })),
    );
  return {
    statuses: {
      goal: people(isStatus('goal')),
      failed: people(isStatus('failed')),
      left: people(isStatus('left')),
      open: people(isStatus('open')),
    },
    asPlanned: { n: people((row) => isEnded(row) && row.planned === 1), of: people(isEnded) },
    gotIt: share(isStatus('goal')),
    asPromised: share((row) => isStatus('goal')(row) && row.promised === 1),
  };
}

const KINDS = ['event', 'other', 'open'] as const;

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
    asking.warehouse.query(
      sql`select key, kind, time, count() as people from (
  select key, kind, ${timeBetweenOpen(sql`kind = 2`, sql`partition by key`)} as time from (${decided}))
group by key, kind, time`,
      asking.options,
    ),
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
    kept: shareOver(
      rows
        .filter(({ key }) => key === index + 1)
        .map(({ kind, time, people }) => ({ elapsedMs: time, kind: KINDS[kind] ?? 'open', people })),
    ),
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
