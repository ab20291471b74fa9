import type {
  AbsenceMemory,
  Baseline,
  Filter,
  HourProfile,
  Measured,
  Verdict,
  WatchHow,
  WatchMemory,
  WatchPeriod,
  WatchSide,
} from '@continuo/core';
import { Problem } from '@continuo/core';
import type { Selectable } from 'kysely';
import { nextCount } from './counters.ts';
import { type Db, inTransaction } from './database.ts';
import { timers } from './timers.ts';
import type { WatchesTable } from './watch-tables.ts';

/** What a person decides about a watch. */
export interface WatchPlan {
  readonly name: string;
  readonly measured: Measured;
  readonly filters: readonly Filter[];
  readonly how: WatchHow;
  readonly period: WatchPeriod | 'hour';
  readonly speaksOf: WatchSide;
  readonly owner: string;
  readonly mails: readonly string[];
  readonly hasWebhook: boolean;
  /** First period of what is usual; null: from where the data begins. */
  readonly learnFrom: number | null;
}

/** What a watch knows; baseline and memory are those of its `how`. */
export interface WatchStanding {
  /** Frozen; null: still learning. */
  readonly baseline: Baseline | HourProfile | null;
  readonly memory: WatchMemory | AbsenceMemory;
  readonly learnt: { readonly have: number; readonly need: number };
  /** The last period that was judged, and its end; null: none yet. */
  readonly judged: number | null;
  readonly judgedMs: number | null;
}

export interface StoredWatch extends WatchPlan, WatchStanding {
  readonly workspace: number;
  readonly id: number;
  readonly mutedUntilMs: number | null;
  readonly madeBy: string;
  readonly madeMs: number;
}

// What is kept as JSON was written by this version or an earlier one from values of these types; nothing else writes it.
function toWatch(row: Selectable<WatchesTable>): StoredWatch {
  return {
    ...row,
    measured: JSON.parse(row.measured) as Measured,
    filters: JSON.parse(row.filters) as Filter[],
    how: row.how as WatchHow,
    period: row.period as StoredWatch['period'],
    speaksOf: row.speaksOf as WatchSide,
    mails: JSON.parse(row.mails) as string[],
    hasWebhook: row.hasWebhook === 1,
    baseline: row.baseline === null ? null : (JSON.parse(row.baseline) as Baseline | HourProfile),
    memory: JSON.parse(row.memory) as StoredWatch['memory'],
    learnt: JSON.parse(row.learnt) as StoredWatch['learnt'],
  };
}

function standingColumns({ baseline, memory, learnt, judged, judgedMs }: WatchStanding) {
  return {
    baseline: baseline === null ? null : JSON.stringify(baseline),
    memory: JSON.stringify(memory),
    learnt: JSON.stringify(learnt),
    judged,
    judgedMs,
  };
}

/** All watches of a workspace, oldest first. */
async function list(db: Db, workspace: number): Promise<readonly StoredWatch[]> {
  const rows = await db.selectFrom('watches').selectAll().where('workspace', '=', workspace).orderBy('id').execute();
  return rows.map(toWatch);
}

/** One watch. Throws `watch.unknown`, also for one of another workspace. */
async function get(db: Db, workspace: number, id: number): Promise<StoredWatch> {
  const row = await db
    .selectFrom('watches')
    .selectAll()
    .where('workspace', '=', workspace)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new Problem('watch.unknown', `There is no watch ${id}.`, { details: { id } });
  return toWatch(row);
}

/** The timer by which the watches of a workspace are looked at. */
export const WATCHES_LOOK = 'watches.look';

/** Has the watches of a workspace be looked at at an instant; what was set before counts no more. */
function lookAt(db: Db, workspace: number, dueMs: number): Promise<void> {
  return timers.set(db, { workspace, kind: WATCHES_LOOK, key: '', dueMs, payload: null });
}

export interface WatchMaking extends WatchPlan, WatchStanding {
  readonly madeBy: string;
  readonly madeMs: number;
}

/** Makes a watch under a fresh number. */
function create(db: Db, workspace: number, { measured, filters, mails, ...making }: WatchMaking): Promise<StoredWatch> {
  const { baseline: _, memory: __, learnt: ___, ...plan } = making;
  return inTransaction(db, async (trx) => {
    const id = await nextCount(trx, workspace, 'watch');
    const lists = {
      measured: JSON.stringify(measured),
      filters: JSON.stringify(filters),
      mails: JSON.stringify(mails),
    };
    await trx
      .insertInto('watches')
      .values({ ...plan, ...lists, ...standingColumns(making), workspace, id, mutedUntilMs: null })
      .execute();
    return get(trx, workspace, id);
  });
}

export type WatchChanging = Partial<
  Pick<StoredWatch, 'name' | 'owner' | 'mails' | 'hasWebhook' | 'speaksOf' | 'mutedUntilMs'>
>;

/** Changes what people decide; what is left out stays. Throws `watch.unknown`. */
async function update(db: Db, workspace: number, id: number, { mails, ...plain }: WatchChanging): Promise<StoredWatch> {
  const patch = { ...plain, ...(mails === undefined ? {} : { mails: JSON.stringify(mails) }) };
  if (Object.keys(patch).length > 0)
    await db.updateTable('watches').set(patch).where('workspace', '=', workspace).where('id', '=', id).execute();
  return get(db, workspace, id);
}

/**
 * Notes how a watch stands, if it still stands at `before` (the last period judged): false when somebody else was faster, and
 * then nothing changes. So no period is judged twice.
 */
async function stand(
  db: Db,
  { workspace, id, judged: before }: Pick<StoredWatch, 'workspace' | 'id' | 'judged'>,
  standing: WatchStanding,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('watches')
    .set(standingColumns(standing))
    .where('workspace', '=', workspace)
    .where('id', '=', id)
    .where('judged', before === null ? 'is' : '=', before)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Begins to learn anew. */
async function relearn(db: Db, watch: StoredWatch, learnFrom: number, standing: WatchStanding): Promise<void> {
  const at = { workspace: watch.workspace, id: watch.id };
  await db.deleteFrom('watchVerdicts').where('workspace', '=', at.workspace).where('watch', '=', at.id).execute();
  await db
    .updateTable('watches')
    .set({ ...standingColumns(standing), learnFrom })
    .where('workspace', '=', at.workspace)
    .where('id', '=', at.id)
    .execute();
}

/** Removes a watch with its alerts. Throws `watch.unknown`. */
function remove(db: Db, workspace: number, id: number): Promise<void> {
  return inTransaction(db, async (trx) => {
    await get(trx, workspace, id);
    const alerts = trx.selectFrom('alerts').select('id').where('workspace', '=', workspace).where('watch', '=', id);
    await trx.deleteFrom('alertLog').where('workspace', '=', workspace).where('alert', 'in', alerts).execute();
    await trx.deleteFrom('alerts').where('workspace', '=', workspace).where('watch', '=', id).execute();
    await trx.deleteFrom('watchVerdicts').where('workspace', '=', workspace).where('watch', '=', id).execute();
    await trx.deleteFrom('watches').where('workspace', '=', workspace).where('id', '=', id).execute();
  });
}

/** Keeps what a watch said of its periods; a period that has its verdict keeps it. */
async function keepVerdicts(
  db: Db,
  { workspace, id }: Pick<StoredWatch, 'workspace' | 'id'>,
  verdicts: readonly Verdict[],
  atMs: number,
): Promise<void> {
  const rows = verdicts.map((verdict) => ({
    workspace,
    watch: id,
    slot: verdict.slot,
    verdict: JSON.stringify(verdict),
    atMs,
  }));
  for (let at = 0; at < rows.length; at += 100)
    await db
      .insertInto('watchVerdicts')
      .values(rows.slice(at, at + 100))
      .onConflict((conflict) => conflict.columns(['workspace', 'watch', 'slot']).doNothing())
      .execute();
}

/** What a watch said, in the order of the periods; at most `most`, the latest. */
async function verdicts(db: Db, workspace: number, watch: number, most: number): Promise<readonly Verdict[]> {
  const rows = await db
    .selectFrom('watchVerdicts')
    .select('verdict')
    .where('workspace', '=', workspace)
    .where('watch', '=', watch)
    .orderBy('slot', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ verdict }) => JSON.parse(verdict) as Verdict).reverse();
}

export const watches = {
  list,
  get,
  lookAt,
  create,
  update,
  stand,
  relearn,
  remove,
  keepVerdicts,
  verdicts,
} as const;
