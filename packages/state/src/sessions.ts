import { Problem } from '@continuo/core';
import { INSTALLATION, nextCount } from './counters.ts';
import { type Db, inTransaction } from './database.ts';

/** A sign-in that lasts. Only the fingerprint of its secret is kept. */
export interface StoredSession {
  readonly id: number;
  readonly userId: number;
  /** Browser and system, as far as they tell. */
  readonly agent: string;
  readonly createdMs: number;
  readonly seenMs: number;
}

/** When a session ends by itself: `idleMs` after it was last used, `longestMs` after it began. */
export interface SessionLimits {
  readonly idleMs: number;
  readonly longestMs: number;
}

const COLUMNS = ['id', 'userId', 'agent', 'createdMs', 'seenMs'] as const;

/** Begins a session; those of anybody that ended by themselves are cleared away. */
function begin(
  db: Db,
  fields: Pick<StoredSession, 'userId' | 'agent'> & { readonly hash: string; readonly nowMs: number },
  limits: SessionLimits,
): Promise<StoredSession> {
  return inTransaction(db, async (trx) => {
    const { userId, agent, hash, nowMs } = fields;
    await trx
      .deleteFrom('sessions')
      .where(({ eb, or }) =>
        or([eb('seenMs', '<=', nowMs - limits.idleMs), eb('createdMs', '<=', nowMs - limits.longestMs)]),
      )
      .execute();
    const session = {
      id: await nextCount(trx, INSTALLATION, 'session'),
      userId,
      agent,
      createdMs: nowMs,
      seenMs: nowMs,
    };
    await trx
      .insertInto('sessions')
      .values({ ...session, hash })
      .execute();
    return session;
  });
}

// `seen` is written at most this often: a page asks many questions at once, and each write is a synced commit.
const SEEN_STEP_MS = 60_000;

/** The session with this fingerprint, now used once more; null when there is none or its time is over. */
async function use(db: Db, hash: string, nowMs: number, limits: SessionLimits): Promise<StoredSession | null> {
  const row = await db.selectFrom('sessions').select(COLUMNS).where('hash', '=', hash).executeTakeFirst();
  if (row === undefined) return null;
  if (nowMs - row.seenMs >= limits.idleMs || nowMs - row.createdMs >= limits.longestMs) return null;
  if (nowMs - row.seenMs < SEEN_STEP_MS) return row;
  await db.updateTable('sessions').set({ seenMs: nowMs }).where('id', '=', row.id).execute();
  return { ...row, seenMs: nowMs };
}

/** Sessions of a user whose time is not over, last used first. */
async function ofUser(db: Db, userId: number, nowMs: number, limits: SessionLimits): Promise<readonly StoredSession[]> {
  return db
    .selectFrom('sessions')
    .select(COLUMNS)
    .where('userId', '=', userId)
    .where('seenMs', '>', nowMs - limits.idleMs)
    .where('createdMs', '>', nowMs - limits.longestMs)
    .orderBy('seenMs', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** Gives a session a new secret; the old one works no more. */
async function rotate(db: Db, id: number, hash: string): Promise<void> {
  await db.updateTable('sessions').set({ hash }).where('id', '=', id).execute();
}

/** Ends one session of a user. Throws `account.unknown` when the user has none of that number. */
async function end(db: Db, { id, userId }: Pick<StoredSession, 'id' | 'userId'>): Promise<void> {
  const { numDeletedRows } = await db
    .deleteFrom('sessions')
    .where('id', '=', id)
    .where('userId', '=', userId)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw new Problem('account.unknown', `There is no session ${id}.`);
}

/** Ends all sessions of a user but one; null: all of them. */
async function endOthers(db: Db, userId: number, except: number | null): Promise<void> {
  await db
    .deleteFrom('sessions')
    .where('userId', '=', userId)
    .$if(except !== null, (query) => query.where('id', '!=', except ?? 0))
    .execute();
}

export const sessions = { begin, use, ofUser, rotate, end, endOthers } as const;
