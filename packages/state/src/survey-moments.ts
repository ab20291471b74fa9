import type { AskAfterOutcome } from '@continuo/core';
import type { ExpressionBuilder } from 'kysely';
import { type Database, type Db, inTransaction } from './database.ts';
import { timers } from './timers.ts';

/** A moment after which its person is to be asked. */
export interface NewSurveyMoment {
  /** Unsigned 64-bit integers as text. */
  readonly identity: string;
  readonly message: string;
  /** The user id as it is written; the identity where there is none. */
  readonly person: string;
  readonly timeMs: number;
  readonly dueMs: number;
  /** Decided at once; null: their time has not come. */
  readonly outcome: AskAfterOutcome | null;
}

export type SurveyMoment = Omit<NewSurveyMoment, 'outcome'>;

/** Kind of the timer that wakes whoever asks, one a survey. */
export const ASK_TIMER = 'survey.ask';
const A_STATEMENT = 1000;
const KEEP_MS = 45 * 86_400_000;

/** A survey of a workspace. */
export interface SurveyRef {
  readonly workspace: number;
  readonly survey: string;
}

const ofSurvey =
  ({ workspace, survey }: SurveyRef) =>
  ({ and, eb }: ExpressionBuilder<Database, 'surveyMoments'>) =>
    and([eb('workspace', '=', workspace), eb('survey', '=', survey)]);

/** The name of a moment inside its survey. */
export function momentName({ identity, message }: Pick<SurveyMoment, 'identity' | 'message'>): string {
  return `${identity}/${message}`;
}

/** Of these moments those that are known. */
async function known(
  db: Db,
  { workspace, survey }: SurveyRef,
  moments: readonly Pick<SurveyMoment, 'identity' | 'message'>[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (let i = 0; i < moments.length; i += A_STATEMENT) {
    const some = moments.slice(i, i + A_STATEMENT);
    const rows = await db
      .selectFrom('surveyMoments')
      .select(['identity', 'message'])
      .where('workspace', '=', workspace)
      .where('survey', '=', survey)
      .where('identity', 'in', [...new Set(some.map(({ identity }) => identity))])
      .where(
        'message',
        'in',
        some.map(({ message }) => message),
      )
      .execute();
    for (const row of rows) found.add(momentName(row));
  }
  return found;
}

/**
 * Notes moments, those that are known stay as they are, and sets the timer of the survey. Of somebody who waits to be asked
 * already, a further moment is noted as that. Gives how many wait now that did not.
 */
function note(db: Db, ref: SurveyRef, moments: readonly NewSurveyMoment[]): Promise<number> {
  return inTransaction(db, async (trx) => {
    const waiting = new Set(
      (
        await trx
          .selectFrom('surveyMoments')
          .select('person')
          .where(ofSurvey(ref))
          .where('outcome', 'is', null)
          .execute()
      ).map(({ person }) => person),
    );
    let begun = 0;
    for (const moment of moments) {
      const outcome = moment.outcome ?? (waiting.has(moment.person) ? 'waits already' : null);
      const { numInsertedOrUpdatedRows } = await trx
        .insertInto('surveyMoments')
        .values({ ...ref, ...moment, outcome })
        .onConflict((conflict) => conflict.columns(['workspace', 'survey', 'identity', 'message']).doNothing())
        .executeTakeFirst();
      if (outcome !== null || (numInsertedOrUpdatedRows ?? 0n) === 0n) continue;
      waiting.add(moment.person);
      begun += 1;
    }
    if (begun > 0) await wakeAtNext(trx, ref);
    return begun;
  });
}

/** Moments whose time has come, the longest due first. */
async function due(db: Db, ref: SurveyRef, nowMs: number, most: number): Promise<readonly SurveyMoment[]> {
  return db
    .selectFrom('surveyMoments')
    .select(['identity', 'message', 'person', 'timeMs', 'dueMs'])
    .where(ofSurvey(ref))
    .where('outcome', 'is', null)
    .where('dueMs', '<=', nowMs)
    .orderBy('dueMs')
    .orderBy('identity')
    .orderBy('message')
    .limit(most)
    .execute();
}

/** Notes what came of a moment. False when that was noted before: then nothing changes. */
async function end(
  db: Db,
  { workspace, survey }: SurveyRef,
  { identity, message }: Pick<SurveyMoment, 'identity' | 'message'>,
  outcome: AskAfterOutcome,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('surveyMoments')
    .set({ outcome })
    .where('workspace', '=', workspace)
    .where('survey', '=', survey)
    .where('identity', '=', identity)
    .where('message', '=', message)
    .where('outcome', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Sets the survey's timer for the next moment whose time comes; takes it away when none waits. */
async function wakeAtNext(db: Db, ref: SurveyRef): Promise<void> {
  const row = await db
    .selectFrom('surveyMoments')
    .select(({ fn }) => fn.min('dueMs').as('dueMs'))
    .where(ofSurvey(ref))
    .where('outcome', 'is', null)
    .executeTakeFirst();
  const timer = { workspace: ref.workspace, kind: ASK_TIMER, key: ref.survey };
  const dueMs = row?.dueMs ?? null;
  if (dueMs === null) await timers.drop(db, timer);
  else await timers.set(db, { ...timer, dueMs, payload: null });
}

/** Nobody who waits is asked any more. */
async function stop(db: Db, ref: SurveyRef): Promise<void> {
  await db
    .updateTable('surveyMoments')
    .set({ outcome: 'stopped' satisfies AskAfterOutcome })
    .where(ofSurvey(ref))
    .where('outcome', 'is', null)
    .execute();
  await wakeAtNext(db, ref);
}

export interface AskAfterCounts {
  readonly waiting: number;
  readonly outcomes: readonly { readonly outcome: AskAfterOutcome; readonly n: number }[];
}

/** What came of the moments since a time, and how many wait. */
async function counts(db: Db, ref: SurveyRef, sinceMs: number): Promise<AskAfterCounts> {
  const rows = await db
    .selectFrom('surveyMoments')
    .select(['outcome', ({ fn }) => fn.countAll<number>().as('n')])
    .where(ofSurvey(ref))
    .where('timeMs', '>=', sinceMs)
    .groupBy('outcome')
    .orderBy('outcome')
    .execute();
  return {
    waiting: rows.find(({ outcome }) => outcome === null)?.n ?? 0,
    outcomes: rows.flatMap(({ outcome, n }) => (outcome === null ? [] : [{ outcome: outcome as AskAfterOutcome, n }])),
  };
}

/** Forgets what came of moments 45 days ago and before: no event so old is asked about again. */
async function tidy(db: Db, workspace: number, nowMs: number): Promise<void> {
  await db
    .deleteFrom('surveyMoments')
    .where('workspace', '=', workspace)
    .where('timeMs', '<', nowMs - KEEP_MS)
    .where('outcome', 'is not', null)
    .execute();
}

/** Forgets the moments of a survey that is removed. */
async function remove(db: Db, ref: SurveyRef): Promise<void> {
  await db.deleteFrom('surveyMoments').where(ofSurvey(ref)).execute();
  await wakeAtNext(db, ref);
}

export const surveyMoments = { known, note, due, end, wakeAtNext, stop, counts, tidy, remove } as const;
