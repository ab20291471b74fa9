import { HELPING_STATES } from '@continuo/core';
import { actOnCallback, type DeedClock } from './callback-deeds.ts';
import { callbackLog } from './callback-log.ts';
import { callbackRow, openOf, type StoredCallback } from './callback-rows.ts';
import { type Db, inTransaction } from './database.ts';
import { lockWorkspace } from './workspaces.ts';

/** Whose call-back it is, and by which identity it was opened: who that is now, the links say. */
export interface CallbackOpening {
  readonly id: number;
  readonly person: string;
  readonly identity: string;
}

const momentsOf = (db: Db, workspace: number) =>
  db
    .selectFrom('callbackMoments')
    .innerJoin('callbacks', (on) =>
      on
        .onRef('callbacks.workspace', '=', 'callbackMoments.workspace')
        .onRef('callbacks.id', '=', 'callbackMoments.callback'),
    )
    .where('callbackMoments.workspace', '=', workspace);

/** Every call-back that still has moments, with the identity of the first one seen. */
async function openings(db: Db, workspace: number): Promise<readonly CallbackOpening[]> {
  const rows = await momentsOf(db, workspace)
    .select(['callbacks.id', 'callbacks.person', 'callbackMoments.identity'])
    .orderBy('callbackMoments.seenMs')
    .orderBy('callbackMoments.timeMs')
    .orderBy('callbackMoments.message')
    .execute();
  const first = new Map<number, CallbackOpening>();
  for (const row of rows) if (!first.has(row.id)) first.set(row.id, row);
  return [...first.values()];
}

/**
 * A call-back is of another person from now on. Where both have one that is not over, the later one is withdrawn and goes on
 * in the earlier: what led to it and what was written down stand there. Gives the withdrawn one; null: none was.
 */
function follow(
  db: Db,
  workspace: number,
  { id, person }: Pick<CallbackOpening, 'id' | 'person'>,
  clock: DeedClock,
): Promise<StoredCallback | null> {
  return inTransaction(db, async (trx) => {
    await lockWorkspace(trx, workspace);
    const own = await callbackRow(trx, workspace, id, true);
    const theirs = HELPING_STATES.includes(own.state) ? await openOf(trx, workspace, person) : null;
    const withdrawn = theirs === null || theirs.id === id ? null : await mergeTwo(trx, own, theirs, clock);
    await trx
      .updateTable('callbacks')
      .set({ person })
      .where('workspace', '=', workspace)
      .where('id', '=', id)
      .execute();
    await trx
      .updateTable('callbackMoments')
      .set({ person })
      .where('workspace', '=', workspace)
      .where('callback', '=', id)
      .execute();
    return withdrawn;
  });
}

/** Kinds of entries that are told where a call-back goes on. */
const TOLD_ON: ReadonlySet<string> = new Set(['opened', 'joined', 'noted']);

async function mergeTwo(trx: Db, one: StoredCallback, two: StoredCallback, clock: DeedClock): Promise<StoredCallback> {
  const isFirst = one.openedMs < two.openedMs || (one.openedMs === two.openedMs && one.id < two.id);
  const [stays, goes] = isFirst ? [one, two] : [two, one];
  const { workspace } = goes;
  const told = await callbackLog.list(trx, workspace, goes.id);
  const withdraw = { kind: 'withdraw', withdrawn: { why: 'merged', into: stays.id } } as const;
  const left = { kind: 'withdrawn', facts: { why: 'merged', into: stays.id }, text: '', userId: null } as const;
  const withdrawn = await actOnCallback(trx, workspace, goes.id, withdraw, left, clock);
  await trx
    .updateTable('callbackMoments')
    .set({ callback: stays.id, person: stays.person })
    .where('workspace', '=', workspace)
    .where('callback', '=', goes.id)
    .execute();
  for (const entry of told)
    if (TOLD_ON.has(entry.kind))
      await callbackLog.append(trx, workspace, stays.id, {
        ...entry,
        kind: entry.kind === 'opened' ? 'joined' : entry.kind,
      });
  const came = { kind: 'merged', facts: { from: goes.id }, text: '', userId: null } as const;
  await actOnCallback(trx, workspace, stays.id, { kind: 'merge', other: goes }, came, clock);
  return withdrawn;
}

/** A moment of a call-back that is not over. */
export interface HelpingMoment {
  readonly callback: number;
  readonly rule: string;
  readonly message: string;
  readonly identity: string;
  readonly removedMs: number | null;
}

/** All moments of call-backs that are not over. */
async function helpingMoments(db: Db, workspace: number): Promise<readonly HelpingMoment[]> {
  return momentsOf(db, workspace)
    .select(['callbacks.id as callback', 'callbackMoments.rule', 'message', 'identity', 'removedMs'])
    .where('callbacks.state', 'in', [...HELPING_STATES])
    .orderBy('callbacks.id')
    .orderBy('message')
    .execute();
}

/**
 * Notes which moments of a call-back have lost their event, and which have it back. One that has none left is withdrawn, unless
 * somebody has worked on it; its moments are forgotten with their events, so that the same events may open one anew. Gives it
 * when it was withdrawn.
 */
function noteRemovals(
  db: Db,
  workspace: number,
  id: number,
  { gone, back }: { readonly gone: readonly HelpingMoment[]; readonly back: readonly HelpingMoment[] },
  clock: DeedClock,
): Promise<StoredCallback | null> {
  return inTransaction(db, async (trx) => {
    const callback = await callbackRow(trx, workspace, id, true);
    if (!HELPING_STATES.includes(callback.state)) return null;
    for (const [moments, removedMs] of [[gone, clock.nowMs] as const, [back, null] as const])
      for (const { rule, message } of moments)
        await trx
          .updateTable('callbackMoments')
          .set({ removedMs })
          .where('workspace', '=', workspace)
          .where('rule', '=', rule)
          .where('message', '=', message)
          .execute();
    if (gone.length === 0) return null;
    const entry = { text: '', userId: null };
    if ((await hasOthers(trx, workspace, id)) || (await isWorkedOn(trx, callback))) {
      const noted = { ...entry, kind: 'removed', facts: { n: gone.length }, atMs: clock.nowMs } as const;
      await callbackLog.append(trx, workspace, id, noted);
      return null;
    }
    const withdraw = { kind: 'withdraw', withdrawn: { why: 'removed' } } as const;
    const said = { ...entry, kind: 'withdrawn', facts: { why: 'removed' } } as const;
    const withdrawn = await actOnCallback(trx, workspace, id, withdraw, said, clock);
    await trx.deleteFrom('callbackMoments').where('workspace', '=', workspace).where('callback', '=', id).execute();
    return withdrawn;
  });
}

async function hasOthers(db: Db, workspace: number, id: number): Promise<boolean> {
  const row = await db
    .selectFrom('callbackMoments')
    .select('message')
    .where('workspace', '=', workspace)
    .where('callback', '=', id)
    .where('removedMs', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Somebody has it, spoke with the customer, or wrote something down. */
async function isWorkedOn(db: Db, { workspace, id, owner, answeredMs, askedMs }: StoredCallback): Promise<boolean> {
  if (owner !== null || answeredMs !== null || askedMs !== null) return true;
  return (await callbackLog.list(db, workspace, id)).some(({ userId }) => userId !== null);
}

export const callbackUpkeep = { openings, follow, helpingMoments, noteRemovals } as const;
