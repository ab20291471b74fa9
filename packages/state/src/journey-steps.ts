import { MOST_STEPS, Problem } from '@continuo/core';
import type { Db } from './database.ts';
import type { JourneyRef } from './journeys.ts';

/** Rows a statement; 4 parameters each. */
const ROWS_A_STATEMENT = 5_000;

/** Numbers of all steps a journey ever had, by id; empty before the first. */
async function numbers(db: Db, { workspace, id }: JourneyRef): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('journeySteps')
    .select(['step', 'number'])
    .where('workspace', '=', workspace)
    .where('journey', '=', id)
    .orderBy('number')
    .execute();
  return new Map(rows.map(({ step, number }) => [step, number]));
}

/**
 * The numbers with those of new steps: 1, 2, 3 … in the order given, the same in all versions and never used again.
 * Call it in a transaction that has locked the journey. Throws `input.invalid` when all 16,383 are used up.
 */
async function ensure(db: Db, ref: JourneyRef, steps: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const known = new Map(await numbers(db, ref));
  const fresh = [...new Set(steps)].filter((step) => !known.has(step));
  if (fresh.length === 0) return known;
  let last = Math.max(0, ...known.values());
  if (last + fresh.length > MOST_STEPS)
    throw new Problem(
      'input.invalid',
      `This journey had ${last} steps in its life, and ${MOST_STEPS} is all there can be. Make a new journey of it.`,
    );
  const rows = fresh.map((step) => {
    last += 1;
    known.set(step, last);
    return { workspace: ref.workspace, journey: ref.id, step, number: last };
  });
  for (let i = 0; i < rows.length; i += ROWS_A_STATEMENT)
    await db
      .insertInto('journeySteps')
      .values(rows.slice(i, i + ROWS_A_STATEMENT))
      .execute();
  return known;
}

export const journeySteps = { numbers, ensure } as const;
