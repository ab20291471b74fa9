import { z } from 'zod';
import { nextCount } from './counters.ts';
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

/** Appends an entry and gives its number. Nothing here changes or removes one. Call it in the transaction of the change. */
function append(db: Db, workspace: number, entry: Omit<AuditEntry, 'id'>): Promise<number> {
  return inTransaction(db, async (trx) => {
    const id = await nextCount(trx, workspace, 'audit');
    await trx
      .insertInto('audit')
      .values({ workspace, id, ...entry, details: JSON.stringify(entry.details) })
      .execute();
    return id;
  });
}

/** Entries, newest first, at most `most`; `beforeId` continues where a page ended. */
async function list(
  db: Db,
  workspace: number,
  { most = 100, beforeId }: { readonly most?: number; readonly beforeId?: number } = {},
): Promise<readonly AuditEntry[]> {
  const rows = await db
    .selectFrom('audit')
    .select(['id', 'atMs', 'actor', 'action', 'thing', 'details'])
    .where('workspace', '=', workspace)
    .$if(beforeId !== undefined, (query) => query.where('id', '<', beforeId ?? 0))
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows.map((row) => ({ ...row, details: decodeJson(detailsSchema, row.details, 'audit.details') }));
}

export const audit = { append, list } as const;
