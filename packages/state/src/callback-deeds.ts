import { afterDeed, CALLBACK_TIMERS, type CallbackDeed, Problem, timersOf } from '@continuo/core';
import { callbackLog, type LogEntry } from './callback-log.ts';
import { callbackRow, openOf, type StoredCallback, standingColumns } from './callback-rows.ts';
import { type Db, inTransaction } from './database.ts';
import { timers } from './timers.ts';

/** What time it is for a workspace's call-backs, and how long a customer has to answer. */
export interface DeedClock {
  readonly nowMs: number;
  /** Days to answer "is it put right?". */
  readonly answerDays: number;
  /** Time stands still (the demo world): nothing is ever due by itself. */
  readonly isFrozen: boolean;
}

/** Sets the timers a call-back has now, and takes away those it has no more; call it in the transaction of the change. */
export async function syncCallbackTimers(db: Db, callback: StoredCallback, clock: DeedClock): Promise<void> {
  const due = timersOf(callback, clock.answerDays);
  for (const name of CALLBACK_TIMERS) {
    const timer = { workspace: callback.workspace, kind: `callback.${name}`, key: String(callback.id) };
    const dueMs = due[name];
    if (dueMs === null || clock.isFrozen) await timers.drop(db, timer);
    else await timers.set(db, { ...timer, dueMs, payload: null });
  }
}

export type DeedEntry = Omit<LogEntry, 'atMs'>;

/**
 * Does something to a call-back: its row, its timers and its log change together, or nothing does. `entry` null: the log says
 * nothing of it. Throws `callback.unknown`, and `callback.conflict` with a plain sentence where it cannot be done now.
 */
export function actOnCallback(
  db: Db,
  workspace: number,
  id: number,
  deed: CallbackDeed | ((before: StoredCallback, db: Db) => Promise<CallbackDeed>),
  entry: DeedEntry | null,
  clock: DeedClock,
): Promise<StoredCallback> {
  return inTransaction(db, async (trx) => {
    const before = await callbackRow(trx, workspace, id, true);
    const given = typeof deed === 'function' ? await deed(before, trx) : deed;
    const outcome = afterDeed(before, given, clock.nowMs);
    if (!outcome.ok) throw new Problem('callback.conflict', outcome.problems.join(' '));
    const isReopened = before.closedMs !== null && outcome.value.closedMs === null;
    if (isReopened && (await openOf(trx, workspace, before.person)) !== null)
      throw new Problem('callback.conflict', 'Another call-back of this person is open. Go on with that one.');
    const after: StoredCallback = { ...before, ...outcome.value };
    await trx
      .updateTable('callbacks')
      .set(standingColumns(after))
      .where('workspace', '=', workspace)
      .where('id', '=', id)
      .execute();
    await syncCallbackTimers(trx, after, clock);
    if (entry !== null) await callbackLog.append(trx, workspace, id, { ...entry, atMs: clock.nowMs });
    return after;
  });
}
