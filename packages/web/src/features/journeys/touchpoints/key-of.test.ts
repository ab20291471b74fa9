import { journeyKeySchema } from '@continuo/contract';
import { expect, test } from 'vitest';
import { keyOf } from './key-of.ts';

test.each([
  ['Phone us', [], 'phone-us'],
  ['Phone us', ['phone-us', 'phone-us-2'], 'phone-us-3'],
  ['  Café “Ñ” ', [], 'cafe-n'],
  ['電話', [], 'touchpoint'],
  [`${'a'.repeat(54)} b`, [], 'a'.repeat(54)],
  ['a'.repeat(300), ['a'.repeat(55)], `${'a'.repeat(55)}-2`],
])('“%s” beside %j is %s', (title, taken, key) => {
  expect(keyOf(title, taken)).toBe(key);
  expect(journeyKeySchema.safeParse(key).success).toBe(true);
});
