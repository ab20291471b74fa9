import type { CallbackTab } from '@continuo/contract';
import { type Cause, PUT_RIGHT } from '@continuo/core';
import { type SelectQueryBuilder, sql } from 'kysely';
import { actOnCallback } from './callback-deeds.ts';
import { callbackRow, openOf, type StoredCallback, toCallback } from './callback-rows.ts';
import type { Database, Db } from './database.ts';

export interface CallbackMoment {
  readonly rule: string;
  readonly message: string;
  readonly identity: string;
  readonly timeMs: number;
  readonly why: string;
  readonly what: string;
  readonly channel: string;
  readonly journey: string | null;
  readonly step: string | null;
}

export interface Listing {
  readonly tab: CallbackTab;
  /** Whose `mine` is. */
  readonly me: number;
  readonly nowMs: number;
  readonly most: number;
  /** Id of the last one of the page before. */
  readonly afterId: number | null;
}

// Those that run first, then those that wait, then those that were asked about.
const rank = sql<number>`case when state in ('open', 'in-hand') then 0 when state = 'waiting' then 1 else 2 end`;

type Query = SelectQueryBuilder<Database, 'callbacks', object>;

function inTab<Q extends Query>(query: Q, { tab, me, nowMs }: Pick<Listing, 'tab' | 'me' | 'nowMs'>): Q {
  const narrowed = (): Query => {
    switch (tab) {
      case 'mine':
        return query.where('owner', '=', me).where('state', 'in', ['open', 'in-hand', 'waiting', 'asked']);
      case 'unassigned':
        return query.where('owner', 'is', null).where('state', 'in', ['open', 'waiting']);
      case 'past-due':
        return query.where('state', 'in', ['open', 'in-hand']).where('dueMs', '<', nowMs);
      case 'waiting':
        return query.where('state', 'in', ['waiting', 'asked']);
      case 'closed':
        return query.where('state', '=', 'closed');
    }
  };
  return narrowed() as Q;
}

/** Call-backs of a tab: those due first come first, those that wait after them; closed ones newest first. */
async function list(db: Db, workspace: number, listing: Listing): Promise<readonly StoredCallback[]> {
  const { tab, most, afterId } = listing;
  const after = afterId === null ? null : await callbackRow(db, workspace, afterId);
  const base = inTab(db.selectFrom('callbacks').selectAll().where('workspace', '=', workspace), listing);
  if (tab === 'closed') {
    const rows = await base
      .$if(after !== null, (query) =>
        query.where(sql<boolean>`(closed_ms, id) < (${after?.closedMs ?? 0}, ${after?.id ?? 0})`),
      )
      .orderBy('closedMs', 'desc')
      .orderBy('id', 'desc')
      .limit(most)
      .execute();
    return rows.map(toCallback);
  }
  const place = after && { rank: after.state === 'waiting' ? 1 : after.state === 'asked' ? 2 : 0, ...after };
  const rows = await base
    .$if(place !== null, (query) =>
      query.where(sql<boolean>`(${rank}, due_ms, id) > (${place?.rank ?? 0}, ${place?.dueMs ?? 0}, ${place?.id ?? 0})`),
    )
    .orderBy(rank)
    .orderBy('dueMs')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(toCallback);
}

/** How many call-backs a tab has. */
async function count(db: Db, workspace: number, listing: Pick<Listing, 'tab' | 'me' | 'nowMs'>): Promise<number> {
  const query = db.selectFrom('callbacks').where('workspace', '=', workspace);
  const row = await inTab(query, listing)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return row.n;
}

/** What opened a call-back and what joined it, oldest first. */
async function moments(db: Db, workspace: number, id: number): Promise<readonly CallbackMoment[]> {
  return db
    .selectFrom('callbackMoments')
    .select(['rule', 'message', 'identity', 'timeMs', 'why', 'what', 'channel', 'journey', 'step'])
    .where('workspace', '=', workspace)
    .where('callback', '=', id)
    .orderBy('timeMs')
    .orderBy('rule')
    .orderBy('message')
    .execute();
}

/** How many moments each of these has. */
async function momentCounts(db: Db, workspace: number, ids: readonly number[]): Promise<ReadonlyMap<number, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('callbackMoments')
    .select(['callback', ({ fn }) => fn.countAll<number>().as('n')])
    .where('workspace', '=', workspace)
    .where('callback', 'in', ids)
    .groupBy('callback')
    .execute();
  return new Map(rows.flatMap(({ callback, n }) => (callback === null ? [] : [[callback, n] as const])));
}

/** The call-back in which one of these identities is being helped; null when none is. */
async function openOfIdentities(
  db: Db,
  workspace: number,
  identities: readonly string[],
): Promise<StoredCallback | null> {
  if (identities.length === 0) return null;
  const row = await db
    .selectFrom('callbacks')
    .innerJoin('callbackMoments', (on) =>
      on
        .onRef('callbackMoments.workspace', '=', 'callbacks.workspace')
        .onRef('callbackMoments.callback', '=', 'callbacks.id'),
    )
    .selectAll('callbacks')
    .where('callbacks.workspace', '=', workspace)
    .where('callbackMoments.identity', 'in', identities)
    .where('callbacks.state', 'in', ['open', 'in-hand', 'waiting'])
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : toCallback(row);
}

/** People for whom a look opened none because they were too many, of all times, and when the last were left out; null: nobody. */
async function leftOut(db: Db, workspace: number): Promise<{ readonly people: number; readonly atMs: number } | null> {
  const row = await db
    .selectFrom('callbackMoments')
    .select(({ fn }) => [fn.count<number>('person').distinct().as('people'), fn.max('seenMs').as('atMs')])
    .where('workspace', '=', workspace)
    .where('callback', 'is', null)
    .executeTakeFirstOrThrow();
  return row.people === 0 ? null : { people: row.people, atMs: row.atMs ?? 0 };
}

/** Notes how the customer was asked. */
async function setMailed(db: Db, workspace: number, id: number, isMailed: boolean): Promise<void> {
  await db.updateTable('callbacks').set({ isMailed }).where('workspace', '=', workspace).where('id', '=', id).execute();
}

/** Notes when and why the customer answered so. */
async function setAnswer(db: Db, workspace: number, id: number, answerMs: number, answerWhy: string): Promise<void> {
  const values = { answerMs, answerWhy };
  await db.updateTable('callbacks').set(values).where('workspace', '=', workspace).where('id', '=', id).execute();
}

/** Actions most often taken, the commonest first. */
async function actions(db: Db, workspace: number, most: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('callbacks')
    .select(['action', ({ fn }) => fn.countAll<number>().as('n')])
    .where('workspace', '=', workspace)
    .where('action', 'is not', null)
    .groupBy('action')
    .orderBy('n', 'desc')
    .orderBy('action')
    .limit(most)
    .execute();
  return rows.flatMap(({ action }) => (action === null ? [] : [action]));
}

export interface CauseCount {
  readonly cause: Cause;
  readonly n: number;
}

/** Closed ones by cause, the commonest first; `since` and `until` narrow by when they were closed, [since, until). */
async function causes(
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
async function measures(
  db: Db,
  workspace: number,
  { fromMs, toMs, nowMs }: { readonly fromMs: number; readonly toMs: number; readonly nowMs: number },
) {
  const of = db.selectFrom('callbacks').where('workspace', '=', workspace);
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

export const callbacks = {
  get: callbackRow,
  openOf,
  openOfIdentities,
  act: actOnCallback,
  list,
  count,
  moments,
  momentCounts,
  leftOut,
  setMailed,
  setAnswer,
  actions,
  causes,
  measures,
} as const;
