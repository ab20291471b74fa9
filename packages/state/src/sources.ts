import { Problem } from '@continuo/core';
import type { Selectable } from 'kysely';
import { INSTALLATION, nextCount } from './counters.ts';
import { type Database, type Db, inTransaction } from './database.ts';

export type SourceKind = 'import' | 'demo' | 'collect';
/** Questions see `complete` sources only; `removing` ones still have rows in the warehouse. */
export type SourceStatus = 'loading' | 'complete' | 'removing' | 'removed';

/** Where events came from: one import, the demo, or what is sent in. */
export interface Source {
  readonly workspace: number;
  /** The number events carry. An import's source has the import's own number. */
  readonly id: number;
  readonly kind: SourceKind;
  readonly name: string;
  readonly status: SourceStatus;
}

/** The one source of a workspace that answers to surveys and feedback records come from. */
export const ANSWERS = 'Answers';

/** Whether a source is that of the answers. */
export function isAnswers({ kind, name }: Pick<Source, 'kind' | 'name'>): boolean {
  return kind === 'collect' && name === ANSWERS;
}

const toSource = (row: Selectable<Database['sources']>): Source => ({
  ...row,
  kind: row.kind as SourceKind,
  status: row.status as SourceStatus,
});

/** Makes a source that is `loading`. Without `id` it draws a fresh number, which no import ever gets. */
function create(
  db: Db,
  fields: Pick<Source, 'workspace' | 'kind' | 'name'> & { readonly id?: number },
): Promise<Source> {
  return inTransaction(db, async (trx) => {
    const id = fields.id ?? (await nextCount(trx, INSTALLATION, 'source'));
    const source: Source = { ...fields, id, status: 'loading' };
    await trx.insertInto('sources').values(source).execute();
    return source;
  });
}

/** Sets the status. Throws `import.unknown` for a source that is not in the workspace. */
async function setStatus(
  db: Db,
  { workspace, id, status }: Pick<Source, 'workspace' | 'id' | 'status'>,
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('sources')
    .set({ status })
    .where('workspace', '=', workspace)
    .where('id', '=', id)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) {
    throw new Problem('import.unknown', `There is no source ${id}.`, { details: { workspace, id } });
  }
}

/** All sources of a workspace, oldest first. */
async function list(db: Db, workspace: number): Promise<readonly Source[]> {
  const rows = await db.selectFrom('sources').selectAll().where('workspace', '=', workspace).orderBy('id').execute();
  return rows.map(toSource);
}

/** Numbers of the sources that questions may see, ascending; empty when nothing is whole yet. */
async function listComplete(db: Db, workspace: number): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('sources')
    .select('id')
    .where('workspace', '=', workspace)
    .where('status', '=', 'complete')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

export const sources = { create, setStatus, list, listComplete } as const;
