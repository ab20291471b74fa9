import { expect, test } from 'vitest';
import { either, oneOf, text, whole } from './params.ts';

test.each<[unknown, number | undefined]>([
  ['7', 7],
  [7, 7],
  [' 7 ', 7],
  ['0', undefined],
  ['11', undefined],
  ['7.5', undefined],
  ['', undefined],
  [' ', undefined],
  ['x', undefined],
  ['Infinity', undefined],
  [Number.NaN, undefined],
  [true, undefined],
  [null, undefined],
  [undefined, undefined],
])('%j as a whole number from 1 to 10 is %j', (raw, read) => expect(whole(1, 10)(raw)).toBe(read));

test.each<[unknown, string | undefined]>([
  ['a', undefined],
  ['ab', 'ab'],
  ['abc', 'abc'],
  ['abcd', undefined],
  ['no', undefined],
  [12, undefined],
  [undefined, undefined],
])('%j as a text of 2 to 3 characters that is not "no" is %j', (raw, read) =>
  expect(text(2, 3, (one) => one !== 'no')(raw)).toBe(read),
);

test('one of some words, or else a number', () => {
  const param = either(oneOf('draft', 'in-force'), whole(1));
  expect(['draft', 'in-force', '3', 'Draft', '0', undefined].map(param)).toEqual([
    'draft',
    'in-force',
    3,
    undefined,
    undefined,
    undefined,
  ]);
});
