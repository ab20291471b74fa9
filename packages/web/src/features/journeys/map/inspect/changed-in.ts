import { findStep, type JourneyContract, type Step } from '@continuo/core';
import { INSPECTOR_WORDS } from '../../../../words/inspector.ts';

const { fields: FIELDS, added: ADDED } = INSPECTOR_WORDS;
type Field = Exclude<keyof typeof FIELDS, 'promise'>;

/** What a version said differently about a step than the one before; empty: nothing. */
export function changedIn(step: string, now: JourneyContract, before: JourneyContract | null): readonly string[] {
  const [is, was] = [findStep(now, step), before === null ? null : findStep(before, step)];
  if (is === null || before === null) return [];
  if (was === null) return [ADDED];
  const fields = (Object.keys(FIELDS) as (Field | 'promise')[]).filter((field) =>
    field === 'promise'
      ? !isSame(promisesTo(step, now), promisesTo(step, before))
      : !isSame(fieldOf(is, field), fieldOf(was, field)),
  );
  return fields.map((field) => FIELDS[field]);
}

function fieldOf(step: Step, field: Field): unknown {
  return step[field];
}

function promisesTo(step: string, { promises }: JourneyContract): unknown {
  return promises.filter(({ to }) => to === step).map(({ from, withinMs, says }) => [from, withinMs, says]);
}

/** Contracts come out of one schema, which writes fields in one order. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
