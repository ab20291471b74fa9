import { z } from 'zod';
import { chainHash } from './audit-chain.ts';
import { lastCount, nextCount } from './counters.ts';
import { type Db, inTransaction } from './database.ts';
import { decodeJson } from './json.ts';

const detailsSchema = z.record(z.string(), z.json());

/** What somebody did to the state, kept for ever. */
export interface AuditEntry {
  /** 1, 2, 3 … in the workspace, without gaps: a missing number would show a removed entry. */
  readonly id: number;
  readonly atMs: number;
  readonly actor: string;
  /** A verb in the past with its noun, such as `import.created`. */
  readonly action: string;
  /** What it was done to, such as `import 7`. */
  readonly thing: string;
  readonly details: z.output<typeof detailsSchema>;
}

/**
 * Appends an entry, chained to the one before, and gives its number. Nothing here changes or removes one.
 * Call it in the transaction of the change.
 */
function append(db: Db, workspace: number, entry: Omit<AuditEntry, 'id'>): Promise<number> {
  return inTransaction(db, async (trx) => {
    // The counter's row stays locked to the end of the transaction: entries are chained one after the other.
    const id = await nextCount(trx, workspace, 'audit');
    const before = await headOf(trx, workspace);
    const { atMs, actor, action, thing } = entry;
    const row = { workspace, id, atMs, actor, action, thing, details: JSON.stringify(entry.details) };
    await trx
      .insertInto('audit')
      .values({ ...row, hash: chainHash(before, row) })
      .execute();
    return id;
  });
}

/** Fingerprint of the newest entry; entries from before there was a chain are sealed first. Empty when there is none. */
async function headOf(db: Db, workspace: number): Promise<string> {
  const newest = await db
    .selectFrom('audit')
    .select('hash')
    .where('workspace', '=', workspace)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (newest === undefined) return '';
  if (newest.hash !== '') return newest.hash;
  let head = '';
  for (const row of await rowsOf(db, workspace, 0, Number.MAX_SAFE_INTEGER)) {
    head = chainHash(head, row);
    await db
      .updateTable('audit')
      .set({ hash: head })
      .where('workspace', '=', workspace)
      .where('id', '=', row.id)
      .execute();
  }
  return head;
}

const CHECK_STEP = 1000;

function rowsOf(db: Db, workspace: number, afterId: number, most: number) {
  return db
    .selectFrom('audit')
    .select(['workspace', 'id', 'atMs', 'actor', 'action', 'thing', 'details', 'hash'])
    .where('workspace', '=', workspace)
    .where('id', '>', afterId)
    .orderBy('id')
    .limit(most)
    .execute();
}

export interface AuditCheck {
  readonly isWhole: boolean;
  /** Entries that were found good. */
  readonly entries: number;
  /** First entry that was changed, removed or moved; null when whole. */
  readonly brokenAt: number | null;
  /** Fingerprint of the newest good entry. Kept elsewhere, it also shows a log that was rewritten from the start. */
  readonly head: string;
}

/**
 * Walks the chain from the first entry: one that was edited, removed or put elsewhere breaks it, and so do removed ones
 * at the end, because their numbers were given. An empty log is whole. Entries never sealed yet are checked by number only.
 */
async function check(db: Db, workspace: number): Promise<AuditCheck> {
  // Read before the entries: one that is appended meanwhile may be more than was given, never less.
  const given = await lastCount(db, workspace, 'audit');
  let [head, id] = ['', 0];
  const broken = (at: number): AuditCheck => ({ isWhole: false, entries: at - 1, brokenAt: at, head });
  for (;;) {
    const rows = await rowsOf(db, workspace, id, CHECK_STEP);
    for (const row of rows) {
      const hash = chainHash(head, row);
      const isUnsealed = row.hash === '' && head === '';
      if (row.id !== id + 1 || (!isUnsealed && row.hash !== hash)) return broken(id + 1);
      if (!isUnsealed) head = hash;
      id = row.id;
    }
    if (rows.length < CHECK_STEP) break;
  }
  return id < given ? broken(id + 1) : { isWhole: true, entries: id, brokenAt: null, head };
}

export interface AuditFilter {
  readonly most?: number;
  readonly beforeId?: number;
  readonly action?: string;
  readonly actor?: string;
}

/** Entries, newest first, at most `most`, of one action or actor when named; `beforeId` continues where a page ended. */
async function list(
  db: Db,
  workspace: number,
  { most = 100, beforeId, action, actor }: AuditFilter = {},
): Promise<readonly AuditEntry[]> {
  const rows = await db
    .selectFrom('audit')
    .select(['id', 'atMs', 'actor', 'action', 'thing', 'details'])
    .where('workspace', '=', workspace)
    .$if(beforeId !== undefined, (query) => query.where('id', '<', beforeId ?? 0))
    .$if(action !== undefined, (query) => query.where('action', '=', action ?? ''))
    .$if(actor !== undefined, (query) => query.where('actor', '=', actor ?? ''))
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows.map((row) => ({ ...row, details: decodeJson(detailsSchema, row.details, 'audit.details') }));
}

/** Every kind of action that occurs, by name. */
async function actions(db: Db, workspace: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('audit')
    .select('action')
    .where('workspace', '=', workspace)
    .groupBy('action')
    .orderBy('action')
    .execute();
  return rows.map(({ action }) => action);
}

export const audit = { append, list, actions, check } as const;
