import type { JourneyDefinition } from '@continuo/core';
import { compile, join, type Sql, sql, uint } from '../sql.ts';

/**
 * What each definition says, chosen by the column `definition`; said once where all say the same, as versions of a map mostly
 * do. Without definitions `otherwise`.
 */
export function perDefinition(
  definitions: readonly JourneyDefinition[],
  say: (definition: JourneyDefinition) => Sql,
  otherwise: Sql,
): Sql {
  const said = definitions.map((one) => ({ definition: one.definition, says: say(one) }));
  const [first] = said;
  if (!first) return otherwise;
  if (said.every(({ says }) => isSame(says, first.says))) return first.says;
  return sql`multiIf(${join(
    said.map(({ definition, says }) => sql`definition = ${uint(definition)}, ${says}`),
    sql`, `,
  )}, ${otherwise})`;
}

function isSame(a: Sql, b: Sql): boolean {
  return JSON.stringify(compile(a)) === JSON.stringify(compile(b));
}
