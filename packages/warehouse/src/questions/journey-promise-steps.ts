import { definitionsOf, numberOf } from '../journeys/judged-runs.ts';
import { perDefinition } from '../journeys/per-definition.ts';
import { promisesOf } from '../journeys/promise-states.ts';
import { codes, join, type Sql, sql } from '../sql.ts';
import type { Asking } from './question.ts';

/** The step that each promise leads to, by the map that judges. */
export function promiseTo(asking: Asking): Sql {
  const promises = promisesOf(asking);
  if (promises.length === 0) return sql`emptyArrayUInt16()`;
  const to = promises.map(({ id }) =>
    perDefinition(
      definitionsOf(asking),
      (one) => sql`${codes([numberOf(one, one.contract.promises.find((other) => other.id === id)?.to ?? '')])}[1]`,
      sql`toUInt16(0)`,
    ),
  );
  return sql`[${join(to, sql`, `)}]`;
}
