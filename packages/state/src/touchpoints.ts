import { touchpointSchema } from '@continuo/contract';
import { Problem, type Touchpoint } from '@continuo/core';
import type { Db } from './database.ts';
import { decodeJson } from './json.ts';

/** All touchpoints of a workspace, by key; empty when none. */
async function list(db: Db, workspace: number): Promise<readonly Touchpoint[]> {
  const rows = await db
    .selectFrom('touchpoints')
    .select('touchpoint')
    .where('workspace', '=', workspace)
    .orderBy('key')
    .execute();
  return rows.map(({ touchpoint }) => decodeJson(touchpointSchema, touchpoint, 'touchpoints.touchpoint'));
}

/** Keeps a touchpoint; one of its key is replaced. */
async function put(db: Db, workspace: number, touchpoint: Touchpoint): Promise<void> {
  const text = JSON.stringify(touchpoint);
  await db
    .insertInto('touchpoints')
    .values({ workspace, key: touchpoint.key, touchpoint: text })
    .onConflict((conflict) => conflict.columns(['workspace', 'key']).doUpdateSet({ touchpoint: text }))
    .execute();
}

/** Removes a touchpoint. Throws `touchpoint.unknown`. */
async function remove(db: Db, workspace: number, key: string): Promise<void> {
  const { numDeletedRows } = await db
    .deleteFrom('touchpoints')
    .where('workspace', '=', workspace)
    .where('key', '=', key)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw new Problem('touchpoint.unknown', `There is no touchpoint “${key}”.`);
}

export const touchpoints = { list, put, remove } as const;
