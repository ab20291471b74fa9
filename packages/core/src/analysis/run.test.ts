import { expect, test } from 'vitest';
import { formatRunRef, parseRunRef, type RunRef } from './run.ts';

test.each<[string, RunRef]>([
  ['p-18446744073709551615-1', { unit: 'person', person: '18446744073709551615', no: 1 }],
  ['c-12-3', { unit: 'case', person: '12', no: 3 }],
  ['j7-12-3', { unit: 'journey', definition: 7, person: '12', no: 3 }],
])('%s', (text, ref) => {
  expect(parseRunRef(text)).toEqual(ref);
  expect(formatRunRef(ref)).toBe(text);
});

test.each(['', 'x-1-1', 'j-1-1', 'j0-1-1', 'c7-1-1', 'p-1', 'p-1-1-1', 'p--1-1', 'j1.5-1-1'])(
  '"%s" is none',
  (text) => {
    expect(parseRunRef(text)).toBeNull();
  },
);
