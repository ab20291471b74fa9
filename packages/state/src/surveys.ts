import { surveyDocumentSchema } from '@continuo/contract';
import { Problem, type Survey, type SurveyStatus } from '@continuo/core';
import type { Selectable } from 'kysely';
import { type Database, type Db, inTransaction } from './database.ts';
import { decodeJson } from './json.ts';
import { surveyMoments } from './survey-moments.ts';

export interface StoredSurvey {
  readonly survey: Survey;
  readonly status: SurveyStatus;
  readonly createdMs: number;
  readonly updatedMs: number;
  /** Since when it asks by itself; null: it asks nobody by itself. */
  readonly asksSinceMs: number | null;
}

const toStored = (row: Selectable<Database['surveys']>): StoredSurvey => ({
  survey: decodeJson(surveyDocumentSchema, row.survey, 'surveys.survey'),
  status: row.status as SurveyStatus,
  createdMs: row.createdMs,
  updatedMs: row.updatedMs,
  asksSinceMs: row.asksSinceMs,
});

/** All surveys of a workspace, newest first. */
async function list(db: Db, workspace: number): Promise<readonly StoredSurvey[]> {
  const rows = await db
    .selectFrom('surveys')
    .selectAll()
    .where('workspace', '=', workspace)
    .orderBy('createdMs', 'desc')
    .orderBy('key')
    .execute();
  return rows.map(toStored);
}

/** One survey; null when there is none of that key. */
async function find(db: Db, workspace: number, key: string): Promise<StoredSurvey | null> {
  const row = await db
    .selectFrom('surveys')
    .selectAll()
    .where('workspace', '=', workspace)
    .where('key', '=', key)
    .executeTakeFirst();
  return row === undefined ? null : toStored(row);
}

/** One survey. Throws `survey.unknown`. */
async function get(db: Db, workspace: number, key: string): Promise<StoredSurvey> {
  const found = await find(db, workspace, key);
  if (found === null) throw new Problem('survey.unknown', `There is no survey “${key}”.`);
  return found;
}

/**
 * Keeps a survey: a new one is a draft, one of its key is replaced and keeps its status. One that moves to another step asks
 * nobody any more about the one before.
 */
function put(db: Db, workspace: number, survey: Survey, nowMs: number): Promise<void> {
  const text = JSON.stringify(survey);
  const made = { status: 'draft', createdMs: nowMs, asksSinceMs: null };
  return inTransaction(db, async (trx) => {
    const before = await find(trx, workspace, survey.key);
    await trx
      .insertInto('surveys')
      .values({ workspace, key: survey.key, survey: text, updatedMs: nowMs, ...made })
      .onConflict((conflict) => conflict.columns(['workspace', 'key']).doUpdateSet({ survey: text, updatedMs: nowMs }))
      .execute();
    const isMoved = before?.survey.journey !== survey.journey || before?.survey.step !== survey.step;
    await syncAsking(trx, workspace, { key: survey.key, isMoved, nowMs });
  });
}

/** Lets a survey ask by itself from now on, or stops it: that follows from its status and what it says. */
async function syncAsking(
  db: Db,
  workspace: number,
  { key, isMoved, nowMs }: { readonly key: string; readonly isMoved: boolean; readonly nowMs: number },
): Promise<void> {
  const { survey, status, asksSinceMs } = await get(db, workspace, key);
  const isAsking = status === 'open' && survey.afterHours !== null && survey.step !== null;
  if (isAsking === (asksSinceMs !== null) && !(isAsking && isMoved)) return;
  const since = isAsking ? nowMs : null;
  await db
    .updateTable('surveys')
    .set({ asksSinceMs: since })
    .where('workspace', '=', workspace)
    .where('key', '=', key)
    .execute();
  await surveyMoments.stop(db, { workspace, survey: key });
}

/** Opens or closes a survey. Throws `survey.unknown`. */
function setStatus(
  db: Db,
  workspace: number,
  { key, status, nowMs }: { readonly key: string; readonly status: SurveyStatus; readonly nowMs: number },
): Promise<void> {
  return inTransaction(db, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('surveys')
      .set({ status, updatedMs: nowMs })
      .where('workspace', '=', workspace)
      .where('key', '=', key)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new Problem('survey.unknown', `There is no survey “${key}”.`);
    await syncAsking(trx, workspace, { key, isMoved: false, nowMs });
  });
}

/** Removes a survey. Throws `survey.unknown`, and `survey.conflict` when somebody was asked or answered: then it can only be closed. */
async function remove(db: Db, workspace: number, key: string): Promise<void> {
  for (const table of ['surveyInvitations', 'answers'] as const) {
    const used = await db
      .selectFrom(table)
      .select('survey')
      .where('workspace', '=', workspace)
      .where('survey', '=', key)
      .limit(1)
      .executeTakeFirst();
    if (used !== undefined)
      throw new Problem('survey.conflict', 'Customers were asked with this survey. Close it; what they said stays.');
  }
  await surveyMoments.remove(db, { workspace, survey: key });
  const { numDeletedRows } = await db
    .deleteFrom('surveys')
    .where('workspace', '=', workspace)
    .where('key', '=', key)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw new Problem('survey.unknown', `There is no survey “${key}”.`);
}

export const surveys = { list, find, get, put, setStatus, remove } as const;
