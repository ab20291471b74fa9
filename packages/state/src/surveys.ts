import { surveyDocumentSchema } from '@continuo/contract';
import { Problem, type Survey, type SurveyStatus } from '@continuo/core';
import type { Selectable } from 'kysely';
import type { Database, Db } from './database.ts';
import { decodeJson } from './json.ts';

export interface StoredSurvey {
  readonly survey: Survey;
  readonly status: SurveyStatus;
  readonly createdMs: number;
  readonly updatedMs: number;
}

const toStored = (row: Selectable<Database['surveys']>): StoredSurvey => ({
  survey: decodeJson(surveyDocumentSchema, row.survey, 'surveys.survey'),
  status: row.status as SurveyStatus,
  createdMs: row.createdMs,
  updatedMs: row.updatedMs,
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

/** Keeps a survey: a new one is a draft, one of its key is replaced and keeps its status. */
async function put(db: Db, workspace: number, survey: Survey, nowMs: number): Promise<void> {
  const text = JSON.stringify(survey);
  await db
    .insertInto('surveys')
    .values({ workspace, key: survey.key, survey: text, status: 'draft', createdMs: nowMs, updatedMs: nowMs })
    .onConflict((conflict) => conflict.columns(['workspace', 'key']).doUpdateSet({ survey: text, updatedMs: nowMs }))
    .execute();
}

/** Opens or closes a survey. Throws `survey.unknown`. */
async function setStatus(
  db: Db,
  workspace: number,
  { key, status, nowMs }: { readonly key: string; readonly status: SurveyStatus; readonly nowMs: number },
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('surveys')
    .set({ status, updatedMs: nowMs })
    .where('workspace', '=', workspace)
    .where('key', '=', key)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Problem('survey.unknown', `There is no survey “${key}”.`);
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
  const { numDeletedRows } = await db
    .deleteFrom('surveys')
    .where('workspace', '=', workspace)
    .where('key', '=', key)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw new Problem('survey.unknown', `There is no survey “${key}”.`);
}

export const surveys = { list, find, get, put, setStatus, remove } as const;
