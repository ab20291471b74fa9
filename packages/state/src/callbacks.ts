import type { CallbackTab } from '@continuo/contract';
import { CALLBACK_TIMERS, type Cause } from '@continuo/core';
import { type SelectQueryBuilder, sql } from 'kysely';
import { actOnCallback } from './callback-deeds.ts';
import { behind, causes, measures } from './callback-measures.ts';
import { hasAny, openings, pastDueSpans } from './callback-past.ts';
import { callbackRow, openOf, type StoredCallback, toCallback } from './callback-rows.ts';
import type { Database, Db } from './database.ts';
import { timers } from './timers.ts';

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
  /** When its event was found removed; null: it is there. */
  readonly removedMs: number | null;
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

/** How many call-backs each team has past due; under null those of no team. */
async function pastDueByTeam(db: Db, workspace: number, nowMs: number): Promise<ReadonlyMap<string | null, number>> {
  const query = db.selectFrom('callbacks').where('workspace', '=', workspace);
  const rows = await inTab(query, { tab: 'past-due', me: 0, nowMs })
    .select(({ fn }) => ['team', fn.countAll<number>().as('n')])
    .groupBy('team')
    .execute();
  return new Map(rows.map(({ team, n }) => [team, Number(n)]));
}

/** What opened a call-back and what joined it, oldest first. */
async function moments(db: Db, workspace: number, id: number): Promise<readonly CallbackMoment[]> {
  return db
    .selectFrom('callbackMoments')
    .select(['rule', 'message', 'identity', 'timeMs', 'why', 'what', 'channel', 'journey', 'step', 'removedMs'])
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

/** Every call-back of a workspace in the order of opening; for the demo, which has few. */
async function allOf(db: Db, workspace: number): Promise<readonly StoredCallback[]> {
  const rows = await db.selectFrom('callbacks').selectAll().where('workspace', '=', workspace).orderBy('id').execute();
  return rows.map(toCallback);
}

/** The newest moment of each call-back, and the last step that one of its moments landed on. */
async function lastMoments(
  db: Db,
  workspace: number,
): Promise<ReadonlyMap<number, { readonly timeMs: number; readonly cause: Cause }>> {
  const rows = await db
    .selectFrom('callbackMoments')
    .select(['callback', 'timeMs', 'journey', 'step'])
    .where('workspace', '=', workspace)
    .where('callback', 'is not', null)
    .orderBy('timeMs')
    .orderBy('message')
    .execute();
  const found = new Map<number, { timeMs: number; cause: Cause }>();
  for (const { callback, timeMs, journey, step } of rows) {
    if (callback === null) continue;
    const before = found.get(callback)?.cause ?? { kind: 'off-map' };
    const cause = journey === null || step === null ? before : ({ kind: 'step', journey, step } as const);
    found.set(callback, { timeMs, cause });
  }
  return found;
}

/** Removes call-backs with their moments, their log and their timers. Unknown ones are no harm. */
async function remove(db: Db, workspace: number, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  for (const table of ['callbackMoments', 'callbackLog'] as const)
    await db.deleteFrom(table).where('workspace', '=', workspace).where('callback', 'in', ids).execute();
  await db.deleteFrom('callbacks').where('workspace', '=', workspace).where('id', 'in', ids).execute();
  for (const id of ids)
    for (const name of CALLBACK_TIMERS) await timers.drop(db, { workspace, kind: `callback.${name}`, key: String(id) });
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

export const callbacks = {
  get: callbackRow,
  openOf,
  openOfIdentities,
  act: actOnCallback,
  list,
  count,
  pastDueByTeam,
  moments,
  momentCounts,
  leftOut,
  allOf,
  lastMoments,
  remove,
  setMailed,
  setAnswer,
  actions,
  causes,
  measures,
  hasAny,
  openings,
  pastDueSpans,
  behind,
} as const;
