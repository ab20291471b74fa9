import type { Side } from '@continuo/core';
import { Problem } from '@continuo/core';
import type { Selectable } from 'kysely';
import { nextCount } from './counters.ts';
import { type Db, inTransaction } from './database.ts';
import type { AlertsTable } from './watch-tables.ts';

/** A value with what was usual. */
export interface AlertFigure {
  readonly n: number;
  readonly of: number | null;
  readonly usual: { readonly centre: number; readonly lo: number; readonly hi: number };
}

/** One episode of a watch. Slots are days, weeks or hours, as the watch counts. */
export interface StoredAlert {
  readonly workspace: number;
  readonly id: number;
  readonly watch: number;
  readonly side: Side;
  readonly sinceSlot: number;
  readonly spokenSlot: number;
  readonly lastSlot: number;
  readonly closedSlot: number | null;
  readonly first: AlertFigure;
  readonly last: AlertFigure;
  readonly openedMs: number;
  readonly closedMs: number | null;
  readonly acknowledgedBy: string | null;
  readonly acknowledgedMs: number | null;
}

export const ALERT_KINDS = ['opened', 'closed', 'acknowledged', 'comment', 'muted', 'unmuted'] as const;

export interface AlertLogEntry {
  readonly atMs: number;
  readonly actor: string;
  readonly kind: (typeof ALERT_KINDS)[number];
  readonly note: string;
}

const toAlert = (row: Selectable<AlertsTable>): StoredAlert => ({
  ...row,
  side: row.side as Side,
  first: JSON.parse(row.first) as AlertFigure,
  last: JSON.parse(row.last) as AlertFigure,
});

export type AlertOpening = Omit<
  StoredAlert,
  'id' | 'closedSlot' | 'closedMs' | 'acknowledgedBy' | 'acknowledgedMs' | 'last'
>;

/** Opens an alert under a fresh number. The caller sees to it that a watch has one at a time. */
function open(db: Db, { first, ...opening }: AlertOpening): Promise<StoredAlert> {
  const { workspace, openedMs } = opening;
  return inTransaction(db, async (trx) => {
    const id = await nextCount(trx, workspace, 'alert');
    const figure = JSON.stringify(first);
    const row = { ...opening, id, first: figure, last: figure, closedSlot: null, closedMs: null };
    await trx
      .insertInto('alerts')
      .values({ ...row, acknowledgedBy: null, acknowledgedMs: null })
      .execute();
    await say(trx, workspace, id, { atMs: openedMs, actor: '', kind: 'opened', note: '' });
    return get(trx, workspace, id);
  });
}

/** Notes the newest period of an open alert. */
async function goOn(db: Db, { workspace, id }: Pick<StoredAlert, 'workspace' | 'id'>, slot: number, last: AlertFigure) {
  await db
    .updateTable('alerts')
    .set({ lastSlot: slot, last: JSON.stringify(last) })
    .where('workspace', '=', workspace)
    .where('id', '=', id)
    .execute();
}

/** Ends an alert; one that has ended stays as it is. */
async function close(
  db: Db,
  { workspace, id }: Pick<StoredAlert, 'workspace' | 'id'>,
  {
    slot,
    atMs,
    note,
    actor,
  }: { readonly slot: number; readonly atMs: number; readonly note: string; readonly actor: string },
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('alerts')
    .set({ closedSlot: slot, closedMs: atMs })
    .where('workspace', '=', workspace)
    .where('id', '=', id)
    .where('closedMs', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) await say(db, workspace, id, { atMs, actor, kind: 'closed', note });
}

/** Open alerts, newest first. */
async function listOpen(db: Db, workspace: number): Promise<readonly StoredAlert[]> {
  const rows = await db
    .selectFrom('alerts')
    .selectAll()
    .where('workspace', '=', workspace)
    .where('closedMs', 'is', null)
    .orderBy('id', 'desc')
    .execute();
  return rows.map(toAlert);
}

/** Closed alerts, newest first. */
async function listPast(db: Db, workspace: number, most: number): Promise<readonly StoredAlert[]> {
  const rows = await db
    .selectFrom('alerts')
    .selectAll()
    .where('workspace', '=', workspace)
    .where('closedMs', 'is not', null)
    .orderBy('closedMs', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows.map(toAlert);
}

/** One alert. Throws `alert.unknown`, also for one of another workspace. */
async function get(db: Db, workspace: number, id: number): Promise<StoredAlert> {
  const row = await db
    .selectFrom('alerts')
    .selectAll()
    .where('workspace', '=', workspace)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new Problem('alert.unknown', `There is no alert ${id}.`, { details: { id } });
  return toAlert(row);
}

/** The open alert of a watch; null when it does not speak. */
async function openOf(db: Db, workspace: number, watch: number): Promise<StoredAlert | null> {
  const row = await db
    .selectFrom('alerts')
    .selectAll()
    .where('workspace', '=', workspace)
    .where('watch', '=', watch)
    .where('closedMs', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : toAlert(row);
}

/** Somebody has seen it; the first to say so is kept. */
async function acknowledge(db: Db, { workspace, id }: Pick<StoredAlert, 'workspace' | 'id'>, by: string, atMs: number) {
  const { numUpdatedRows } = await db
    .updateTable('alerts')
    .set({ acknowledgedBy: by, acknowledgedMs: atMs })
    .where('workspace', '=', workspace)
    .where('id', '=', id)
    .where('acknowledgedMs', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) await say(db, workspace, id, { atMs, actor: by, kind: 'acknowledged', note: '' });
}

/** Writes into the log of an alert. */
function say(db: Db, workspace: number, alert: number, entry: AlertLogEntry): Promise<void> {
  return inTransaction(db, async (trx) => {
    const seq = await nextCount(trx, workspace, `alert ${alert} log`);
    await trx
      .insertInto('alertLog')
      .values({ workspace, alert, seq, ...entry })
      .execute();
  });
}

/** What happened to an alert, in its order. */
async function log(db: Db, workspace: number, alert: number): Promise<readonly AlertLogEntry[]> {
  const rows = await db
    .selectFrom('alertLog')
    .select(['atMs', 'actor', 'kind', 'note'])
    .where('workspace', '=', workspace)
    .where('alert', '=', alert)
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as AlertLogEntry['kind'] }));
}

export const alerts = { open, goOn, close, listOpen, listPast, get, openOf, acknowledge, say, log } as const;
