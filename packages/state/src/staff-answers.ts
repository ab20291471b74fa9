import { randomUUID } from 'node:crypto';
import { type Db, inTransaction } from './database.ts';
import { lockWorkspace } from './workspaces.ts';

/**
 * Answers of a team are shown in whole groups of this size: more than ten, and whoever looks again and again learns of
 * eleven new ones at once, never of one.
 */
export const STAFF_GROUP_SIZE = 11;

export interface StaffAnswer {
  readonly team: string;
  /** Monday of the week it was given in, `YYYY-MM-DD`. */
  readonly week: string;
  readonly text: string;
}

/** Keeps an answer of somebody on the staff, who cannot be found again. */
function put(db: Db, workspace: number, { team, week, text }: StaffAnswer): Promise<void> {
  return inTransaction(db, async (trx) => {
    await lockWorkspace(trx, workspace);
    const { n } = await trx
      .selectFrom('staffAnswers')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('workspace', '=', workspace)
      .where('team', '=', team)
      .executeTakeFirstOrThrow();
    const batch = Math.floor(Number(n) / STAFF_GROUP_SIZE);
    await trx.insertInto('staffAnswers').values({ workspace, id: randomUUID(), team, batch, week, text }).execute();
  });
}

/** What may be shown of a team: answers in whole groups of eleven, newest group first, in no order within; else none. */
async function shown(db: Db, workspace: number, team: string, most: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('staffAnswers')
    .select(['batch', 'text'])
    .where('workspace', '=', workspace)
    .where('team', '=', team)
    .orderBy('batch', 'desc')
    .orderBy('id')
    .execute();
  const sizes = new Map<number, number>();
  for (const { batch } of rows) sizes.set(batch, (sizes.get(batch) ?? 0) + 1);
  return rows
    .filter(({ batch }) => (sizes.get(batch) ?? 0) >= STAFF_GROUP_SIZE)
    .slice(0, most)
    .map(({ text }) => text);
}

export const staffAnswers = { put, shown } as const;
