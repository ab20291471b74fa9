import fc from 'fast-check';
import { expect, test } from 'vitest';
import { followsOf } from './follows.ts';
import { followsWithout } from './follows-without.ts';

test('leaving a step out of the relation is the relation of routes without it', () => {
  const routes = fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 8 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(routes, (all) => {
      const without = followsWithout(all, followsOf(all));
      for (const step of followsOf(all).steps) {
        expect(without(step)).toEqual(followsOf(all.map((route) => route.filter((one) => one !== step))));
      }
    }),
  );
});
