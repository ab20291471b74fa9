import { nextCount } from './counters.ts';
import { type Db, inTransaction } from './database.ts';

/** A place in the queue: all up to it was handed to the builder. Opaque. */
export interface TouchedPlace {
  readonly stamp: number;
  readonly identity: bigint;
}

export interface TouchedBatch {
  readonly identities: readonly bigint[];
  /** Hand it to `clear` when their runs are rebuilt; null when the batch is empty. */
  readonly upTo: TouchedPlace | null;
}

/** Rows a statement; 3 parameters each, below SQLite's 32,766. */
const ROWS_A_STATEMENT = 5_000;

const toSigned = (identity: bigint): bigint => BigInt.asIntN(64, identity);
const toIdentity = (stored: number | bigint): bigint => BigInt.asUintN(64, BigInt(stored));
const ascending = (a: bigint, b: bigint): number => (a < b ? -1 : Number(a > b));

/**
 * Notes identities whose runs must be rebuilt. One that waits already moves to the end, so clearing an older batch
 * cannot lose it; repeats count once, none is nothing. Identities are unsigned, 64 bits.
 */
async function add(db: Db, workspace: number, identities: Iterable<bigint>): Promise<void> {
  // Sorted: two loaders at once lock rows in one order. (The counter already makes them wait for one another.)
  const distinct = [...new Set(identities)].map(toSigned).sort(ascending);
  if (distinct.length === 0) return;
  await inTransaction(db, async (trx) => {
    // Stamps are drawn under a lock held to the commit: whoever reads stamp n has seen every smaller one.
    const stamp = await nextCount(trx, workspace, 'touched');
    for (let i = 0; i < distinct.length; i += ROWS_A_STATEMENT) {
      await trx
        .insertInto('touched')
        .values(distinct.slice(i, i + ROWS_A_STATEMENT).map((identity) => ({ workspace, identity, stamp })))
        .onConflict((conflict) =>
          conflict.columns(['workspace', 'identity']).doUpdateSet(({ ref }) => ({ stamp: ref('excluded.stamp') })),
        )
        .execute();
    }
  });
}

/** The next identities to rebuild, those that wait longest first, at most `most`. They stay until cleared: a crash loses none. */
async function take(db: Db, workspace: number, most: number): Promise<TouchedBatch> {
  const rows = await db
    .selectFrom('touched')
    .select(['identity', 'stamp'])
    .where('workspace', '=', workspace)
    .orderBy('stamp')
    .orderBy('identity')
    .limit(most)
    .execute();
  const last = rows.at(-1);
  return {
    identities: rows.map(({ identity }) => toIdentity(identity)),
    upTo: last === undefined ? null : { stamp: last.stamp, identity: BigInt(last.identity) },
  };
}

/** Forgets a batch that is rebuilt. Those touched again since it was taken stay; clearing twice is harmless. */
async function clear(db: Db, workspace: number, upTo: TouchedPlace): Promise<void> {
  await db
    .deleteFrom('touched')
    .where('workspace', '=', workspace)
    .where(({ and, eb, or }) =>
      or([eb('stamp', '<', upTo.stamp), and([eb('stamp', '=', upTo.stamp), eb('identity', '<=', upTo.identity)])]),
    )
    .execute();
}

/** How many identities wait. */
async function waiting(db: Db, workspace: number): Promise<number> {
  const row = await db
    .selectFrom('touched')
    .select(({ fn }) => fn.countAll<number>().as('identities'))
    .where('workspace', '=', workspace)
    .executeTakeFirstOrThrow();
  return row.identities;
}

export const touched = { add, take, clear, waiting } as const;
