import { addWorkingTime, type Cause, openedCallback } from '@continuo/core';
import { calendars } from './calendars.ts';
import { actOnCallback, type DeedClock, syncCallbackTimers } from './callback-deeds.ts';
import { callbackLog } from './callback-log.ts';
import { openOf, type StoredCallback, standingColumns } from './callback-rows.ts';
import { nextCount } from './counters.ts';
import { type Db, inTransaction } from './database.ts';
import { lockWorkspace } from './workspaces.ts';

/** After closing, a further one within so long says that it happened again. */
export const AGAIN_MS = 90 * 86_400_000;
const HOUR_MS = 3_600_000;

/** What a rule saw, and what it would open. */
export interface SeenMoment {
  readonly rule: string;
  /** Hash of the event as text, or what names a late promise; a rule decides about each once. */
  readonly message: string;
  readonly person: string;
  readonly identity: string;
  readonly timeMs: number;
  readonly why: string;
  readonly what: string;
  readonly channel: string;
  /** The step it landed on; null: none. */
  readonly step: Extract<Cause, { kind: 'step' }> | null;
  readonly team: string | null;
  readonly calendar: string;
  /** Working time promised, ms. */
  readonly workMs: number;
}

export type Decision =
  | { readonly kind: 'opened' | 'joined'; readonly callback: StoredCallback }
  /** Left out: too many at once. */
  | { readonly kind: 'left-out' }
  /** It was decided before; nothing changed. */
  | { readonly kind: 'decided' };

/** Of these messages those about which the rule has decided. */
async function decided(
  db: Db,
  workspace: number,
  rule: string,
  messages: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (let i = 0; i < messages.length; i += 5000) {
    const rows = await db
      .selectFrom('callbackMoments')
      .select('message')
      .where('workspace', '=', workspace)
      .where('rule', '=', rule)
      .where('message', 'in', messages.slice(i, i + 5000))
      .execute();
    for (const { message } of rows) found.add(message);
  }
  return found;
}

/**
 * Decides about a moment, once: it joins the call-back in which the person is being helped, or opens one, unless `mayOpen` is
 * false. One that waits goes on, for something has happened. Due times are counted from `clock.nowMs`.
 */
function decide(
  db: Db,
  workspace: number,
  seen: SeenMoment,
  { mayOpen, clock }: { readonly mayOpen: boolean; readonly clock: DeedClock },
): Promise<Decision> {
  return inTransaction(db, async (trx) => {
    await lockWorkspace(trx, workspace);
    const open = await openOf(trx, workspace, seen.person);
    const id = open?.id ?? (mayOpen ? await nextCount(trx, workspace, 'callback') : null);
    const { rule, message, person, identity, timeMs, why, what, channel, step } = seen;
    const place = { journey: step?.journey ?? null, step: step?.step ?? null };
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('callbackMoments')
      .values({
        ...{ workspace, rule, message, callback: id, person, identity, timeMs, why, what, channel },
        ...{ ...place, seenMs: clock.nowMs, removedMs: null },
      })
      .onConflict((conflict) => conflict.columns(['workspace', 'rule', 'message']).doNothing())
      .executeTakeFirst();
    if ((numInsertedOrUpdatedRows ?? 0n) === 0n) return { kind: 'decided' };
    if (open !== null) return { kind: 'joined', callback: await join(trx, open, seen, clock) };
    if (id === null) return { kind: 'left-out' };
    return { kind: 'opened', callback: await openNew(trx, workspace, id, seen, clock) };
  });
}

async function join(
  trx: Db,
  open: StoredCallback,
  { rule, why }: SeenMoment,
  clock: DeedClock,
): Promise<StoredCallback> {
  const entry = { kind: 'joined', facts: { rule, why }, text: '', userId: null } as const;
  if (open.state === 'waiting') {
    const dueMs = await dueAfterWaiting(trx, open, clock.nowMs);
    return actOnCallback(trx, open.workspace, open.id, { kind: 'resume', dueMs }, entry, clock);
  }
  await callbackLog.append(trx, open.workspace, open.id, { ...entry, atMs: clock.nowMs });
  return open;
}

async function openNew(
  trx: Db,
  workspace: number,
  id: number,
  { rule, person, what, why, team, calendar, workMs }: SeenMoment,
  clock: DeedClock,
): Promise<StoredCallback> {
  const openedMs = clock.nowMs;
  const dueMs = addWorkingTime(await calendars.of(trx, workspace, calendar), openedMs, workMs);
  const earlier = await trx
    .selectFrom('callbacks')
    .select(['id', 'closedMs'])
    .where('workspace', '=', workspace)
    .where('person', '=', person)
    .where('closedMs', '>=', openedMs - AGAIN_MS)
    .where('withdrawn', 'is', null)
    .orderBy('closedMs', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  const callback: StoredCallback = {
    ...openedCallback(team, dueMs),
    ...{ workspace, id, person, rule, what, why, calendar, workMs, openedMs, answerDueMs: dueMs },
    ...{
      againId: earlier?.id ?? null,
      againMs: earlier?.closedMs ?? null,
      isMailed: null,
      answerMs: null,
      answerWhy: '',
    },
  };
  const { cause: _cause, withdrawn: _withdrawn, ...columns } = callback;
  await trx
    .insertInto('callbacks')
    .values({ ...columns, ...standingColumns(callback) })
    .execute();
  await syncCallbackTimers(trx, callback, clock);
  const facts = { rule, why, again: callback.againId };
  await callbackLog.append(trx, workspace, id, { atMs: openedMs, kind: 'opened', facts, text: '', userId: null });
  return callback;
}

/** When a call-back is due that waits no more: after the working time that was left, at least an hour of it. */
export async function dueAfterWaiting(db: Db, callback: StoredCallback, nowMs: number): Promise<number> {
  const calendar = await calendars.of(db, callback.workspace, callback.calendar);
  return addWorkingTime(calendar, nowMs, Math.max(callback.restMs ?? 0, HOUR_MS));
}

/** When a call-back is due that is opened again: after all the working time that was promised. */
export async function dueAnew(db: Db, callback: StoredCallback, nowMs: number): Promise<number> {
  return addWorkingTime(await calendars.of(db, callback.workspace, callback.calendar), nowMs, callback.workMs);
}

export const callbackDecisions = { decided, decide } as const;
