import { nextCount } from './counters.ts';
import type { Db } from './database.ts';

/** The newest finished build of a workspace's runs. */
export interface Build {
  readonly version: number;
  /** What arrived up to here is in the numbers, ms since 1970. */
  readonly dataAsOfMs: number;
  readonly builtMs: number;
}

/** A version for rows about to be written: larger than every one before, 1 the first time. Gaps mean a build that failed. */
const nextVersion = (db: Db, workspace: number): Promise<number> => nextCount(db, workspace, 'build');

/** Notes a finished build. One with a smaller version than the newest changes nothing: it finished late. */
async function record(db: Db, workspace: number, build: Build): Promise<void> {
  await db
    .insertInto('builds')
    .values({ workspace, ...build })
    .onConflict((conflict) =>
      conflict
        .column('workspace')
        .doUpdateSet(build)
        .where(({ eb, ref }) => eb(ref('builds.version'), '<', ref('excluded.version'))),
    )
    .execute();
}

/** The newest finished build; null before the first. */
async function last(db: Db, workspace: number): Promise<Build | null> {
  const row = await db
    .selectFrom('builds')
    .select(['version', 'dataAsOfMs', 'builtMs'])
    .where('workspace', '=', workspace)
    .executeTakeFirst();
  return row ?? null;
}

export const builds = { nextVersion, record, last } as const;
