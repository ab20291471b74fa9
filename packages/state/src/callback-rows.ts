import type { CallbackStanding, CallbackState, Cause, PutRight, Withdrawn } from '@continuo/core';
import { Problem } from '@continuo/core';
import type { Selectable } from 'kysely';
import type { CallbacksTable } from './callback-tables.ts';
import type { Db } from './database.ts';

/** A call-back as it is kept. */
export interface StoredCallback extends CallbackStanding {
  readonly workspace: number;
  readonly id: number;
  /** Unsigned 64-bit integer as text. */
  readonly person: string;
  readonly rule: string;
  readonly what: string;
  readonly why: string;
  /** Key of the calendar its promises are counted in, and working time promised, ms. */
  readonly calendar: string;
  readonly workMs: number;
  readonly openedMs: number;
  /** The first promise: what "answered in time" is measured by. */
  readonly answerDueMs: number;
  /** The call-back of the same person that was closed less than 90 days before, and when. */
  readonly againId: number | null;
  readonly againMs: number | null;
  readonly isMailed: boolean | null;
  readonly answerMs: number | null;
  readonly answerWhy: string;
}

/** A row as the code sees it. */
export function toCallback({
  causeKind,
  causeJourney,
  causeStep,
  withdrawn,
  intoId,
  ...row
}: Selectable<CallbacksTable>): StoredCallback {
  const cause: Cause | null =
    causeKind === 'step' && causeJourney !== null && causeStep !== null
      ? { kind: 'step', journey: causeJourney, step: causeStep }
      : causeKind === null
        ? null
        : { kind: 'off-map' };
  return {
    ...row,
    cause,
    state: row.state as CallbackState,
    waitingFor: row.waitingFor as StoredCallback['waitingFor'],
    answer: row.answer as PutRight | null,
    isMailed: row.isMailed === null ? null : row.isMailed === 1,
    isLateTold: row.isLateTold === 1,
    withdrawn: withdrawnOf(withdrawn, intoId),
  };
}

function withdrawnOf(why: string | null, into: number | null): Withdrawn | null {
  if (why === null) return null;
  return why === 'merged' ? { why, into: into ?? 0 } : { why: 'removed' };
}

/** The columns of how it stands. */
export function standingColumns({ cause, ...standing }: CallbackStanding) {
  const isStep = cause?.kind === 'step';
  return {
    ...{ state: standing.state, owner: standing.owner, team: standing.team, dueMs: standing.dueMs },
    ...{ restMs: standing.restMs, waitingFor: standing.waitingFor, untilMs: standing.untilMs },
    ...{ answeredMs: standing.answeredMs, closedMs: standing.closedMs, action: standing.action },
    ...{ askMs: standing.askMs, askedMs: standing.askedMs, answer: standing.answer, isLateTold: standing.isLateTold },
    withdrawn: standing.withdrawn?.why ?? null,
    intoId: standing.withdrawn?.why === 'merged' ? standing.withdrawn.into : null,
    causeKind: cause?.kind ?? null,
    causeJourney: isStep ? cause.journey : null,
    causeStep: isStep ? cause.step : null,
  };
}

/** One call-back; with `isLocked` nobody else changes it before the transaction ends. Throws `callback.unknown`. */
export async function callbackRow(db: Db, workspace: number, id: number, isLocked = false): Promise<StoredCallback> {
  const row = await db
    .selectFrom('callbacks')
    .selectAll()
    .where('workspace', '=', workspace)
    .where('id', '=', id)
    .$if(isLocked, (query) => query.forUpdate())
    .executeTakeFirst();
  if (row === undefined) throw new Problem('callback.unknown', `There is no call-back ${id}.`);
  return toCallback(row);
}

/** The call-back in which a person is being helped; null when there is none. */
export async function openOf(db: Db, workspace: number, person: string): Promise<StoredCallback | null> {
  const row = await db
    .selectFrom('callbacks')
    .selectAll()
    .where('workspace', '=', workspace)
    .where('person', '=', person)
    .where('state', 'in', ['open', 'in-hand', 'waiting'])
    .executeTakeFirst();
  return row === undefined ? null : toCallback(row);
}
