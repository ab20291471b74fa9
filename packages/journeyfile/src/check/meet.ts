import type { Condition, Matcher } from '@continuo/core';

/** Whether some event with this name could satisfy both matchers. Exact for conditions on text; channels are free texts. */
export function meet(a: Matcher, b: Matcher): boolean {
  if (a.channels.length > 0 && b.channels.length > 0 && !a.channels.some((channel) => b.channels.includes(channel)))
    return false;
  const all = [...a.where, ...b.where];
  return [...new Set(all.map(({ property }) => property))].every((property) =>
    isPossible(all.filter((condition) => condition.property === property)),
  );
}

/** Whether every event with this name that satisfies `narrow` satisfies `wide` too. Says no when it cannot tell. */
export function covers(wide: Matcher, narrow: Matcher): boolean {
  const channels =
    wide.channels.length === 0 ||
    (narrow.channels.length > 0 && narrow.channels.every((channel) => wide.channels.includes(channel)));
  return channels && wide.where.every((wanted) => narrow.where.some((given) => follows(given, wanted)));
}

/** Conditions on one property: `is` leaves values, `is-not` takes some away; a missing property satisfies `is-not` only. */
function isPossible(conditions: readonly Condition[]): boolean {
  const wanted = conditions.filter(({ test }) => test === 'is').map(({ values }) => values);
  const [first] = wanted;
  if (first === undefined) return true;
  const refused = conditions.filter(({ test }) => test === 'is-not').flatMap(({ values }) => values);
  return first.some((value) => !refused.includes(value) && wanted.every((values) => values.includes(value)));
}

function follows(given: Condition, wanted: Condition): boolean {
  if (given.property !== wanted.property) return false;
  if (wanted.test === 'exists') return given.test !== 'is-not';
  if (wanted.test === 'is') return given.test === 'is' && given.values.every((value) => wanted.values.includes(value));
  return given.test === 'is'
    ? given.values.every((value) => !wanted.values.includes(value))
    : given.test === 'is-not' && wanted.values.every((value) => given.values.includes(value));
}
