import type { Condition, MatchRule } from '@continuo/core';
import { codes, join, type Sql, sql, text, texts, uint } from '../sql.ts';

/**
 * The symbol of an event (columns `name`, `channel`, `props`) as one `multiIf`: what `matchEvent` of core says. Names come
 * first in every condition, so that properties are only read of events that could match: JSON is the costly part.
 * Edge: the engine cannot read properties in which a whole number lies between 2^64 and 10^21; such an event has none.
 */
export function symbolOf(rules: readonly MatchRule[]): Sql {
  const cases = rules
    .filter(({ matcher }) => matcher.events.length > 0)
    .map((rule) => sql`${holds(rule)}, ${symbol(rule)}, `);
  return cases.length === 0 ? sql`toUInt16(0)` : sql`multiIf(${join(cases, sql``)}toUInt16(0))`;
}

function holds({ matcher: { events, channels, where } }: MatchRule): Sql {
  const parts = [sql`name in ${texts(events)}`];
  if (channels.length > 0) parts.push(sql`channel in ${texts(channels)}`);
  return join([...parts, ...where.map(condition)], sql` and `);
}

function condition({ property, test, values }: Condition): Sql {
  const has = sql`JSONHas(props, ${text(property)})`;
  if (test === 'exists') return has;
  const is = sql`JSONExtract(props, ${text(property)}, 'String') in ${texts(values)}`;
  // A missing property reads as '', which `is ''` must not take for one.
  const found = values.length === 0 ? sql`0` : values.includes('') ? sql`(${has} and ${is})` : is;
  return test === 'is' ? found : sql`not ${found}`;
}

function symbol({ step, isFailed, channels }: MatchRule): Sql {
  const base = codes([step * 4 + (isFailed ? 2 : 0)]);
  if (channels.length === 0) return sql`${base}[1]`;
  return sql`toUInt16(${base}[1] + (channel != '' and channel not in ${texts(channels)}))`;
}

/** The property that parts the passages, as text; '' when an event has none. */
export function keyOf(property: string): Sql {
  return sql`if(props = '', '', JSONExtract(props, ${text(property)}, 'String'))`;
}

/** Whether the step of a symbol is one of these; never, when there are none. */
export function isOneOf(steps: ReadonlySet<number>, symbol: Sql): Sql {
  return steps.size === 0 ? sql`toUInt8(0)` : sql`has(${codes([...steps])}, bitShiftRight(${symbol}, ${uint(2)}))`;
}
