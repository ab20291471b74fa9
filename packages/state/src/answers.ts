import { EMOTIONS, GOT_ANSWERS, type SurveyAnswer } from '@continuo/core';
import { z } from 'zod';
import type { Db } from './database.ts';
import { decodeJson } from './json.ts';

const values = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const answerSchema = z.object({
  submission: z.string(),
  survey: z.string().nullable(),
  title: z.string(),
  journey: z.string().nullable(),
  step: z.string().nullable(),
  channel: z.string(),
  language: z.string(),
  atMs: z.number(),
  receivedMs: z.number(),
  person: z.object({ kind: z.enum(['user', 'anonymous', 'case']), value: z.string() }),
  score: z.number().nullable(),
  scale: z.enum(['', '0-10', '1-5', '1-7', '1-10', '0-100', '-1-1']),
  text: z.string(),
  got: z.enum(GOT_ANSWERS).nullable(),
  emotion: z.enum(EMOTIONS).nullable(),
  mayContact: z.boolean().nullable(),
  others: values,
  extra: values,
}) satisfies z.ZodType<SurveyAnswer>;

const decode = (text: string): SurveyAnswer => decodeJson(answerSchema, text, 'answers.answer');

/** Answers a statement: 9 parameters each, below SQLite's 32,766. */
const ROWS_A_STATEMENT = 3_000;

/** Keeps answers, to be loaded. Gives how many are new: a submission that is there already changes nothing. */
async function take(db: Db, workspace: number, answers: readonly SurveyAnswer[]): Promise<number> {
  let taken = 0;
  for (let i = 0; i < answers.length; i += ROWS_A_STATEMENT) {
    const rows = answers.slice(i, i + ROWS_A_STATEMENT).map((answer) => ({
      workspace,
      submission: answer.submission,
      survey: answer.survey,
      journey: answer.journey,
      step: answer.step,
      atMs: answer.atMs,
      receivedMs: answer.receivedMs,
      loadedMs: null,
      answer: JSON.stringify(answer),
    }));
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('answers')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['workspace', 'submission']).doNothing())
      .executeTakeFirstOrThrow();
    taken += Number(numInsertedOrUpdatedRows ?? 0);
  }
  return taken;
}

/** Whether an answer of this submission is kept. */
async function has(db: Db, workspace: number, submission: string): Promise<boolean> {
  const row = await db
    .selectFrom('answers')
    .select('submission')
    .where('workspace', '=', workspace)
    .where('submission', '=', submission)
    .executeTakeFirst();
  return row !== undefined;
}

/** Answers that are not in the numbers yet, in the order they came, at most `most`. They stay until `loaded`: a crash loses none. */
async function waiting(db: Db, workspace: number, most: number): Promise<readonly SurveyAnswer[]> {
  const rows = await db
    .selectFrom('answers')
    .select('answer')
    .where('workspace', '=', workspace)
    .where('loadedMs', 'is', null)
    .orderBy('receivedMs')
    .orderBy('submission')
    .limit(most)
    .execute();
  return rows.map(({ answer }) => decode(answer));
}

/** Workspaces with answers that wait; empty when all are in the numbers. */
async function workspacesWaiting(db: Db): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('answers')
    .select('workspace')
    .distinct()
    .where('loadedMs', 'is', null)
    .orderBy('workspace')
    .execute();
  return rows.map(({ workspace }) => workspace);
}

/** Notes that the events of these answers are in the numbers. */
async function loaded(db: Db, workspace: number, submissions: readonly string[], nowMs: number): Promise<void> {
  for (let i = 0; i < submissions.length; i += ROWS_A_STATEMENT)
    await db
      .updateTable('answers')
      .set({ loadedMs: nowMs })
      .where('workspace', '=', workspace)
      .where('submission', 'in', submissions.slice(i, i + ROWS_A_STATEMENT))
      .execute();
}

/** A place between two answers in the order of time. */
export interface AnswerPlace {
  readonly atMs: number;
  readonly submission: string;
}

export interface AnswerFilter {
  readonly survey?: string | undefined;
  readonly journey?: string | undefined;
  readonly step?: string | undefined;
  /** Newest first, or oldest first. */
  readonly order: 'newest' | 'oldest';
  /** Begins behind this place in that order. */
  readonly behind?: AnswerPlace | undefined;
  readonly most: number;
}

/** Answers in the order of their time, with whether they are in the numbers. */
async function list(
  db: Db,
  workspace: number,
  { survey, journey, step, order, behind, most }: AnswerFilter,
): Promise<readonly (SurveyAnswer & { readonly isLoaded: boolean })[]> {
  const direction = order === 'newest' ? 'desc' : 'asc';
  const beyond = order === 'newest' ? '<' : '>';
  const rows = await db
    .selectFrom('answers')
    .select(['answer', 'loadedMs'])
    .where('workspace', '=', workspace)
    .$if(survey !== undefined, (query) => query.where('survey', '=', survey ?? ''))
    .$if(journey !== undefined, (query) => query.where('journey', '=', journey ?? ''))
    .$if(step !== undefined, (query) => query.where('step', '=', step ?? ''))
    .$if(behind !== undefined, (query) =>
      query.where(({ and, eb, or }) =>
        or([
          eb('atMs', beyond, behind?.atMs ?? 0),
          and([eb('atMs', '=', behind?.atMs ?? 0), eb('submission', beyond, behind?.submission ?? '')]),
        ]),
      ),
    )
    .orderBy('atMs', direction)
    .orderBy('submission', direction)
    .limit(most)
    .execute();
  return rows.map(({ answer, loadedMs }) => ({ ...decode(answer), isLoaded: loadedMs !== null }));
}

export interface AnswerCount {
  readonly survey: string;
  readonly answers: number;
  readonly lastMs: number;
}

/** Answers of each survey, without those that belong to none. */
async function counts(db: Db, workspace: number): Promise<readonly AnswerCount[]> {
  const rows = await db
    .selectFrom('answers')
    .select(({ fn }) => ['survey', fn.countAll<number>().as('answers'), fn.max('atMs').as('lastMs')])
    .where('workspace', '=', workspace)
    .where('survey', 'is not', null)
    .groupBy('survey')
    .orderBy('survey')
    .execute();
  return rows.map(({ survey, ...row }) => ({ ...row, survey: survey ?? '' }));
}

export const answers = { take, has, waiting, workspacesWaiting, loaded, list, counts } as const;
