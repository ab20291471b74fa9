import { type ComparedOutcome, comparedOutcome } from '@continuo/core';
import { definitionsOf, STATUS } from '../journeys/judged-runs.ts';
import { perDefinition } from '../journeys/per-definition.ts';
import { type Sql, sql } from '../sql.ts';
import type { Asking } from './question.ts';

/** Of each person the passage that stands for them: their last that has ended, else their last. `rows` as of `judgedRuns`. */
export function deciding(rows: Sql): Sql {
  return sql`select * from (${rows}) order by status = ${STATUS.open}, start_ms desc, definition desc, no desc limit 1 by person`;
}

/** Went exactly as planned, of rows of `judgedRuns`: by the judgement, and on a closed map with nothing else. */
export function isAsPlanned(asking: Asking): Sql {
  const isClosed = perDefinition(
    definitionsOf(asking),
    ({ contract }) => (contract.isClosed ? sql`1` : sql`0`),
    sql`0`,
  );
  return sql`toUInt8(is_planned and not (${isClosed} and has(steps, 0)))`;
}

export interface Compares {
  readonly outcome: ComparedOutcome;
  /** Of a deciding row of `runsWithPromises`: 1 or 0; rows without an answer, where answers are compared, are not told. */
  readonly value: Sql;
  readonly isTold: Sql;
}

/** What is compared on these maps. */
export function comparing(asking: Asking): Compares {
  const outcome = comparedOutcome(definitionsOf(asking).map(({ contract }) => contract));
  const ended = sql`status != ${STATUS.open}`;
  switch (outcome) {
    case 'as-promised':
      return { outcome, value: sql`is_promised`, isTold: ended };
    case 'got-it':
      return { outcome, value: sql`toUInt8(status = ${STATUS.goal})`, isTold: ended };
    case 'unhappy':
      return {
        outcome,
        value: sql`toUInt8(arrayLast(f -> f > 0, felt) = 1)`,
        isTold: sql`(${ended} and arrayExists(f -> f > 0, felt))`,
      };
  }
}

/**
 * A time for each row that orders it as `elapsed` does among the open ones (`isOpen`), inside `partition`: times between two open
 * ones are put together, which changes no Aalen-Johansen estimate and no variance, and bounds how many there are by the open
 * ones. What ended at the time of an open one comes before it.
 */
export function timeBetweenOpen(isOpen: Sql, partition: Sql): Sql {
  return sql`2 * countIf(${isOpen}) over (${partition} order by elapsed, ${isOpen}) - (${isOpen})`;
}
