import type { CallbackCount } from '@continuo/contract';
import type { Cause } from '@continuo/core';
import { type RawBuilder, sql } from 'kysely';
import { type StoredCallback, toCallback } from './callback-rows.ts';
import type { Db } from './database.ts';

export interface CauseCount {
  readonly cause: Cause;
  readonly n: number;
}

/** Closed ones by cause, the commonest first; `since` and `until` narrow by when they were closed, [since, until). */
export async function causes(
  db: Db,
  workspace: number,
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
): Promise<readonly CauseCount[]> {
  const rows = await db
    .selectFrom('callbacks')
    .select(['causeKind', 'causeJourney', 'causeStep', ({ fn }) => fn.countAll<number>().as('n')])
    .where('workspace', '=', workspace)
    .where('closedMs', '>=', fromMs)
    .where('closedMs', '<', toMs)
    .where('withdrawn', 'is', null)
    .groupBy(['causeKind', 'causeJourney', 'causeStep'])
    .orderBy('n', 'desc')
    .orderBy('causeJourney')
    .orderBy('causeStep')
    .execute();
  return rows.map(({ causeKind, causeJourney, causeStep, n }) => ({
    cause:
      causeKind === 'step' ? { kind: 'step', journey: causeJourney ?? '', step: causeStep ?? '' } : { kind: 'off-map' },
    n,
  }));
}

/** A count of a period: which time decides whether a call-back belongs to the period, and what must hold of it. */
interface Counted {
  readonly at: 'openedMs' | 'askedMs' | 'closedMs';
  readonly holds: RawBuilder<boolean>;
}

function counted(count: CallbackCount, nowMs: number): Counted {
  switch (count) {
    case 'opened':
      return { at: 'openedMs', holds: sql`true` };
    case 'inTime':
      return { at: 'openedMs', holds: sql`answered_ms <= answer_due_ms` };
    case 'late':
      return { at: 'openedMs', holds: sql`answered_ms > answer_due_ms` };
    case 'notYet':
      return { at: 'openedMs', holds: sql`(answered_ms is null and answer_due_ms >= ${nowMs})` };
    case 'notYetLate':
      return { at: 'openedMs', holds: sql`(answered_ms is null and answer_due_ms < ${nowMs})` };
    case 'again':
      return { at: 'openedMs', holds: sql`again_id is not null` };
    case 'asked':
      return { at: 'askedMs', holds: sql`true` };
    case 'yes':
    case 'partly':
    case 'no':
      return { at: 'askedMs', holds: sql`answer = ${count}` };
    case 'unanswered':
      return { at: 'askedMs', holds: sql`answer is null` };
    case 'closed':
      return { at: 'closedMs', holds: sql`true` };
  }
}

interface Period {
  readonly fromMs: number;
  readonly toMs: number;
  readonly nowMs: number;
}

// Of those withdrawn nobody was let down, or they count where they went on.
const countedOf = (db: Db, workspace: number) =>
  db.selectFrom('callbacks').where('workspace', '=', workspace).where('withdrawn', 'is', null);

/** The call-backs that a count of a period, [from, to), is made of, those with the highest numbers first. */
export async function behind(
  db: Db,
  workspace: number,
  { count, cause, fromMs, toMs, nowMs }: Period & { readonly count: CallbackCount; readonly cause: Cause | null },
  { most, afterId }: { readonly most: number; readonly afterId: number | null },
): Promise<readonly StoredCallback[]> {
  const { at, holds } = counted(count, nowMs);
  const rows = await countedOf(db, workspace)
    .selectAll()
    .where(at, '>=', fromMs)
    .where(at, '<', toMs)
    .where(holds)
    .$if(cause?.kind === 'off-map', (query) => query.where('causeKind', '=', 'off-map'))
    .$if(cause?.kind === 'step', (query) =>
      cause?.kind === 'step'
        ? query.where('causeJourney', '=', cause.journey).where('causeStep', '=', cause.step)
        : query,
    )
    .$if(afterId !== null, (query) => query.where('id', '<', afterId ?? 0))
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows.map(toCallback);
}

/** Counts of a period, [from, to). */
export async function measures(db: Db, workspace: number, { fromMs, toMs, nowMs }: Period) {
  const of = countedOf(db, workspace);
  const n = (condition: RawBuilder<boolean>) => sql<number>`count(case when ${condition} then 1 end)`;
  const own = <C extends CallbackCount>(count: C) => n(counted(count, nowMs).holds).as(count);
  const opened = await of
    .where('openedMs', '>=', fromMs)
    .where('openedMs', '<', toMs)
    .select([own('opened'), own('inTime'), own('late'), own('notYet'), own('notYetLate'), own('again')])
    .executeTakeFirstOrThrow();
  const asked = await of
    .where('askedMs', '>=', fromMs)
    .where('askedMs', '<', toMs)
    .select([own('asked'), own('yes'), own('partly'), own('no'), own('unanswered')])
    .executeTakeFirstOrThrow();
  const now = await of
    .select([
      n(sql`state = 'open'`).as('open'),
      n(sql`state = 'in-hand'`).as('inHand'),
      n(sql`state in ('waiting', 'asked')`).as('waiting'),
      n(sql`state in ('open', 'in-hand') and due_ms < ${nowMs}`).as('pastDue'),
    ])
    .executeTakeFirstOrThrow();
  return { opened, asked, now };
}
