import { expect, test } from 'vitest';
import { routeName } from './route-name.ts';

const MOST = ['book', 'fly', 'arrive'];

test.each([
  [['book', 'fly', 'arrive'], 'The route most take'],
  [['book', 'fly', 'no bag', 'phone', 'phone'], 'with no bag and phone 2 times'],
  [['book', 'a', 'b', 'c', 'd', 'fly', 'arrive'], 'with a, b and 2 more'],
  [['book', 'arrive'], 'without fly'],
  [['fly', 'book', 'arrive'], 'the same in another order'],
  [[], 'without book, fly and 1 more'],
])('%j is called “%s”', (path, name) => expect(routeName(path, MOST)).toBe(name));
