import { type Cause, PUT_RIGHT } from '@continuo/core';
import { sql } from 'kysely';
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

/** Counts of a period, [from, to). */
export async function measures(
  db: Db,
  workspace: number,
  { fromMs, toMs, nowMs }: { readonly fromMs: number; readonly toMs: number; readonly nowMs: number },
) {
  // Of those withdrawn nobody was let down, or they count where they went on.
  const of = db.selectFrom('callbacks').where('workspace', '=', workspace).where('withdrawn', 'is', null);
  const n = (condition: ReturnType<typeof sql<boolean>>) => sql<number>`count(case when ${condition} then 1 end)`;
  const late = sql<boolean>`answered_ms > answer_due_ms`;
  const opened = await of
    .where('openedMs', '>=', fromMs)
    .where('openedMs', '<', toMs)
    .select([
      n(sql`true`).as('opened'),
      n(sql`answered_ms <= answer_due_ms`).as('inTime'),
      n(late).as('late'),
      n(sql`answered_ms is null and answer_due_ms >= ${nowMs}`).as('notYet'),
      n(sql`answered_ms is null and answer_due_ms < ${nowMs}`).as('notYetLate'),
      n(sql`again_id is not null`).as('again'),
    ])
    .executeTakeFirstOrThrow();
  const asked = await of
    .where('askedMs', '>=', fromMs)
    .where('askedMs', '<', toMs)
    .select([
      n(sql`true`).as('asked'),
      ...PUT_RIGHT.map((answer) => n(sql`answer = ${answer}`).as(answer)),
      n(sql`answer is null`).as('unanswered'),
    ])
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
