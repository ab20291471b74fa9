import type { JourneyDefinition, Rule } from '@continuo/core';
import type { Asking } from '../questions/question.ts';
import { int, join, type Sql, sql, uint } from '../sql.ts';
import { definitionsOf, numberOf, STATUS, stepOf } from './judged-runs.ts';
import { perDefinition } from './per-definition.ts';

/** Ids of the rules, those of the newest map first, each once. */
export function rulesOf(asking: Asking): readonly string[] {
  return [
    ...new Set([...definitionsOf(asking)].reverse().flatMap(({ contract }) => contract.rules.map(({ id }) => id))),
  ];
}

/**
 * Rows of `judgedRuns` with `verdicts`, one a rule of `rulesOf`: 0 does not concern this passage or is undecided, 1 kept,
 * 2 broken: what `ruleKept` of core says.
 */
export function withVerdicts(rows: Sql, asking: Asking): Sql {
  const rules = rulesOf(asking);
  const definitions = definitionsOf(asking);
  if (rules.length === 0) return sql`select *, emptyArrayUInt8() as verdicts from (${rows})`;
  const verdict = (id: string): Sql =>
    perDefinition(
      definitions,
      (one) => {
        const rule = one.contract.rules.find((other) => other.id === id);
        return rule ? sql`toUInt8(${verdictOf(rule, one, asking)})` : sql`toUInt8(0)`;
      },
      sql`toUInt8(0)`,
    );
  return sql`select *, [${join(rules.map(verdict), sql`, `)}] as verdicts from (
    select *, arrayMap(y -> ${stepOf(sql`y`)}, arrayFilter(y -> bitAnd(y, 2) = 0, symbols)) as good,
      arrayFilter((t, y) -> bitAnd(y, 2) = 0, touch_at, symbols) as good_at,
      if(status = ${STATUS.open}, 0, 2) as missing
    from (${rows}))`;
}

function verdictOf(rule: Rule, definition: JourneyDefinition, asking: Asking): Sql {
  const number = (step: string): Sql => sql`${uint(numberOf(definition, step))}`;
  switch (rule.kind) {
    case 'absent':
      return sql`if(has(good, ${number(rule.step)}), 2, 1)`;
    case 'contains':
      return sql`if(has(good, ${number(rule.step)}), 1, missing)`;
    case 'starts':
      return sql`if(notEmpty(good) and good[1] = ${number(rule.step)}, 1, 2)`;
    case 'ends':
      return sql`if(missing = 0, 0, if(notEmpty(good) and good[-1] = ${number(rule.step)}, 1, 2))`;
    case 'response':
      return response(number(rule.a), number(rule.b));
    case 'precedence':
      return precedence(number(rule.a), number(rule.b));
    case 'succession': {
      const [a, b] = [number(rule.a), number(rule.b)];
      return sql`multiIf(${response(a, b)} = 2 or ${precedence(a, b)} = 2, 2, has(good, ${a}), ${response(a, b)}, ${precedence(a, b)})`;
    }
    case 'xor': {
      const both = sql`has(good, ${number(rule.a)}) + has(good, ${number(rule.b)})`;
      return sql`multiIf(${both} = 2, 2, ${both} = 1, 1, missing)`;
    }
    case 'within':
      return within(number(rule.a), number(rule.b), rule.withinMs, asking);
  }
}

function response(a: Sql, b: Sql): Sql {
  const last = (step: Sql): Sql => sql`arrayLastIndex(s -> s = ${step}, good)`;
  return sql`multiIf(not has(good, ${a}), 0, ${last(b)} > ${last(a)}, 1, missing)`;
}

function precedence(a: Sql, b: Sql): Sql {
  return sql`multiIf(not has(good, ${b}), 0, indexOf(good, ${a}) > 0 and indexOf(good, ${a}) < indexOf(good, ${b}), 1, 2)`;
}

/** The next b after each a by filling backwards: one pass, where looking it up for every a would be quadratic. */
function within(a: Sql, b: Sql, withinMs: number, { dataAsOfMs }: Asking): Sql {
  const w = int(withinMs);
  const next = sql`arrayReverseFill(t -> t >= 0, arrayPushBack(arrayPopFront(arrayMap((s, t) -> if(s = ${b}, t, toInt64(-1)), good, good_at)), toInt64(-1)))`;
  const each = sql`arrayMap((s, t, after) -> multiIf(s != ${a}, 9, after >= 0, if(after - t <= ${w}, 1, 2), ${int(dataAsOfMs ?? 0)} - t > ${w}, 2, missing), good, good_at, ${next})`;
  return sql`multiIf(not has(good, ${a}), 0, has(${each}, 2), 2, has(${each}, 0), 0, 1)`;
}
