import type { Outcome } from '@continuo/core';
import { type Db, inTransaction } from './database.ts';
import { lockWorkspace } from './workspaces.ts';

/** Every stored run carries the values of the declared properties: more of them would swell every row. */
export const MOST_ATTRIBUTES = 20;

/** Declared properties in the order of declaration; empty when none. */
async function list(db: Db, workspace: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('attributes')
    .select('name')
    .where('workspace', '=', workspace)
    .orderBy('position')
    .execute();
  return rows.map(({ name }) => name);
}

/**
 * Declares properties for breakdowns; those already declared stay where they are. Gives the whole list. More than 20 in
 * all: nothing is declared and the problem says how many are free. Throws `workspace.unknown`.
 */
function declare(db: Db, workspace: number, names: readonly string[]): Promise<Outcome<readonly string[]>> {
  return inTransaction(db, async (trx) => {
    await lockWorkspace(trx, workspace);
    const declared = await list(trx, workspace);
    const added = [...new Set(names)].filter((name) => !declared.includes(name));
    const free = MOST_ATTRIBUTES - declared.length;
    if (added.length > free) {
      return {
        ok: false,
        problems: [`${added.length} properties are new; ${free} of ${MOST_ATTRIBUTES} places are free.`],
      };
    }
    const rows = added.map((name, i) => ({ workspace, position: declared.length + i + 1, name }));
    if (rows.length > 0) await trx.insertInto('attributes').values(rows).execute();
    return { ok: true, value: [...declared, ...added] };
  });
}

export const attributes = { list, declare } as const;
