import { describe, expect, test } from 'vitest';
import { fallThrough } from './fall-through.ts';
import { followsOf } from './follows.ts';

const read = (text: string): number[][] => text.split(' ').map((one) => [...one].map((c) => c.charCodeAt(0) - 96));
const write = (routes: readonly (readonly number[])[]): string =>
  routes.map((route) => String.fromCharCode(...route.map((step) => step + 96))).join(' ');

describe('fallThrough', () => {
  test.each([
    // Once in every route; of b and c the smaller number is taken.
    ['abc acba', 'beside b | ac aca'],
    // Nothing is once in every route, but without a the others have an order.
    ['bcaa bca abc ab abbca', 'beside a | bc bc bc b bbc'],
    // Begins again right after an end.
    ['aa', 'passes | a a'],
    // Never begins again after an end, but begins again.
    ['aabb aab', 'passes | a abb a ab'],
    ['a', 'anything'],
  ])('%j: %s', (text, expected) => {
    const routes = read(text);
    const way = fallThrough(routes, followsOf(routes));
    const said =
      way.kind === 'beside'
        ? `beside ${
            write(way.step)
              .split(' ')
              .find((part) => part !== '')?.[0]
          } | ${write(way.others)}`
        : way.kind === 'passes'
          ? `passes | ${write(way.passes)}`
          : 'anything';
    expect(said).toBe(expected);
  });
});
