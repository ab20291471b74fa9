import { expect } from 'vitest';

/** Numbers to ten digits: engines and JavaScript add up in different orders. */
function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? value : Number(value.toPrecision(10));
  if (Array.isArray(value)) return value.map(rounded);
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rounded(inner)]));
  return value;
}

/** Equal, numbers to ten digits. `about` is printed when they are not. */
export function expectSame(actual: unknown, expected: unknown, about: unknown): void {
  expect(
    rounded(actual),
    JSON.stringify(about, (_, value) => (typeof value === 'bigint' ? String(value) : value)),
  ).toEqual(rounded(expected));
}
