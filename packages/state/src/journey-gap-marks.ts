import type { GapMark } from '@continuo/contract';
import type { Db } from './database.ts';
import type { JourneyRef } from './journeys.ts';

/** What was decided about gaps, newest first; one mark a gap. */
async function list(db: Db, { workspace, id }: JourneyRef): Promise<readonly GapMark[]> {
  const rows = await db
    .selectFrom('journeyGapMarks')
    .select(['gap', 'action', 'reason', 'actor', 'atMs'])
    .where('workspace', '=', workspace)
    .where('journey', '=', id)
    .orderBy('atMs', 'desc')
    .orderBy('gap')
    .execute();
  return rows.map((row) => ({ ...row, action: row.action as GapMark['action'] }));
}

/** Marks a gap; an earlier mark of it is replaced. */
async function put(db: Db, { workspace, id }: JourneyRef, mark: GapMark): Promise<void> {
  const { gap, ...rest } = mark;
  await db
    .insertInto('journeyGapMarks')
    .values({ workspace, journey: id, gap, ...rest })
    .onConflict((conflict) => conflict.columns(['workspace', 'journey', 'gap']).doUpdateSet(rest))
    .execute();
}

/** Takes a mark away; one that is not there is no harm. */
async function clear(db: Db, { workspace, id }: JourneyRef, gap: string): Promise<void> {
  await db
    .deleteFrom('journeyGapMarks')
    .where('workspace', '=', workspace)
    .where('journey', '=', id)
    .where('gap', '=', gap)
    .execute();
}

export const journeyGapMarks = { list, put, clear } as const;
