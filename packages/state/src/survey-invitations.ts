import { type Asked, Problem, type SurveyQuestionKind } from '@continuo/core';
import { sql } from 'kysely';
import { nextCount } from './counters.ts';
import { type Db, inTransaction } from './database.ts';

/** One person asked once. */
export interface SurveyInvitation {
  readonly workspace: number;
  readonly id: number;
  readonly survey: string;
  readonly kind: SurveyQuestionKind;
  readonly channel: string;
  /** The user id as it is written. */
  readonly person: string;
  /** Null: what the person's browser asks for. */
  readonly language: string | null;
  readonly createdMs: number;
  /** Null: not yet, or nobody can say. */
  readonly deliveredMs: number | null;
  readonly openedMs: number | null;
  readonly answeredMs: number | null;
}

/** The id under which the outbox sends an invitation. */
export function invitationMailId(id: number): string {
  return `survey-invitation-${id}`;
}

type Ref = Pick<SurveyInvitation, 'workspace' | 'id'>;

/** Notes that a person is asked; gives the invitation's number. */
function create(db: Db, fields: Omit<SurveyInvitation, 'id' | 'openedMs' | 'answeredMs'>): Promise<SurveyInvitation> {
  return inTransaction(db, async (trx) => {
    const id = await nextCount(trx, fields.workspace, 'survey-invitation');
    const invitation: SurveyInvitation = { ...fields, id, openedMs: null, answeredMs: null };
    await trx.insertInto('surveyInvitations').values(invitation).execute();
    return invitation;
  });
}

/** One invitation. Throws `link.unknown` when there is none of that number. */
async function get(db: Db, { workspace, id }: Ref): Promise<SurveyInvitation> {
  const row = await db
    .selectFrom('surveyInvitations')
    .selectAll()
    .where('workspace', '=', workspace)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new Problem('link.unknown', 'There is no such invitation.');
  return { ...row, kind: row.kind as SurveyQuestionKind };
}

/** People a statement; below SQLite's 32,766 parameters. */
const PEOPLE_A_STATEMENT = 5_000;

/** When each of these people was asked, by any survey; people who never were are not in it. */
async function asked(
  db: Db,
  workspace: number,
  people: readonly string[],
): Promise<ReadonlyMap<string, readonly Asked[]>> {
  const found = new Map<string, Asked[]>();
  for (let i = 0; i < people.length; i += PEOPLE_A_STATEMENT) {
    const rows = await db
      .selectFrom('surveyInvitations')
      .select(['person', 'kind', 'createdMs'])
      .where('workspace', '=', workspace)
      .where('person', 'in', people.slice(i, i + PEOPLE_A_STATEMENT))
      .execute();
    for (const { person, kind, createdMs } of rows) {
      const one = { kind: kind as SurveyQuestionKind, atMs: createdMs };
      const before = found.get(person);
      if (before === undefined) found.set(person, [one]);
      else before.push(one);
    }
  }
  return found;
}

/** Notes that a person wants to be asked no more; saying so twice is once. */
async function refuse(db: Db, workspace: number, person: string, nowMs: number): Promise<void> {
  await db
    .insertInto('surveyRefusals')
    .values({ workspace, person, atMs: nowMs })
    .onConflict((conflict) => conflict.columns(['workspace', 'person']).doNothing())
    .execute();
}

/** Those among these people who want to be asked no more. */
async function refused(db: Db, workspace: number, people: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (let i = 0; i < people.length; i += PEOPLE_A_STATEMENT) {
    const rows = await db
      .selectFrom('surveyRefusals')
      .select('person')
      .where('workspace', '=', workspace)
      .where('person', 'in', people.slice(i, i + PEOPLE_A_STATEMENT))
      .execute();
    for (const { person } of rows) found.add(person);
  }
  return found;
}

/** Notes the first time the page was opened; later times change nothing. */
async function opened(db: Db, { workspace, id }: Ref, nowMs: number): Promise<void> {
  await db
    .updateTable('surveyInvitations')
    .set({ openedMs: nowMs })
    .where('workspace', '=', workspace)
    .where('id', '=', id)
    .where('openedMs', 'is', null)
    .execute();
}

/** Notes that it was answered, and so opened. False when it was answered before: then nothing changes. */
async function answered(db: Db, { workspace, id }: Ref, nowMs: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('surveyInvitations')
    .set(({ fn, val }) => ({ answeredMs: nowMs, openedMs: fn.coalesce('openedMs', val(nowMs)) }))
    .where('workspace', '=', workspace)
    .where('id', '=', id)
    .where('answeredMs', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export interface InvitationCounts {
  readonly survey: string;
  readonly channel: string;
  readonly invited: number;
  readonly delivered: number;
  readonly opened: number;
  readonly answered: number;
}

/**
 * How many were asked by each survey and channel, and how far they came. Delivered is what our mail server took, or what was
 * handed over as a link; whoever answered had it delivered.
 */
async function counts(db: Db, workspace: number): Promise<readonly InvitationCounts[]> {
  await noteDeliveries(db, workspace);
  return db
    .selectFrom('surveyInvitations')
    .select(({ fn }) => [
      'survey',
      'channel',
      fn.countAll<number>().as('invited'),
      fn.count<number>(fn.coalesce('deliveredMs', 'openedMs')).as('delivered'),
      fn.count<number>('openedMs').as('opened'),
      fn.count<number>('answeredMs').as('answered'),
    ])
    .where('workspace', '=', workspace)
    .groupBy(['survey', 'channel'])
    .orderBy('survey')
    .orderBy('channel')
    .execute();
}

/** The outbox forgets what it sent after some weeks: the moment of sending is copied before that. */
async function noteDeliveries(db: Db, workspace: number): Promise<void> {
  const mail = sql<string>`'survey-invitation-' || cast(survey_invitations.id as text)`;
  await db
    .updateTable('surveyInvitations')
    .set(({ selectFrom }) => ({
      deliveredMs: selectFrom('outbox')
        .select('endedMs')
        .whereRef('outbox.workspace', '=', 'surveyInvitations.workspace')
        .where('outbox.id', '=', mail)
        .where('status', '=', 'sent'),
    }))
    .where('workspace', '=', workspace)
    .where('deliveredMs', 'is', null)
    .where('channel', '=', 'email')
    .execute();
}

export const surveyInvitations = { create, get, asked, refuse, refused, opened, answered, counts } as const;
