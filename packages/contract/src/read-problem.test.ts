import fc from 'fast-check';
import { expect, test } from 'vitest';
import { problemSchema } from './problem.ts';
import { readProblem } from './read-problem.ts';

const whole = fc.record(
  {
    type: fc.string(),
    title: fc.string(),
    status: fc.integer(),
    detail: fc.string(),
    code: fc.string(),
    requestId: fc.string(),
    more: fc.string(),
  },
  { requiredKeys: ['type', 'title', 'status', 'detail', 'code'] },
);
/** A problem with one field that is missing or something else. */
const broken = fc
  .tuple(whole, fc.constantFrom('type', 'title', 'status', 'detail', 'code', 'requestId'), fc.jsonValue())
  .map(([problem, field, value]) => ({ ...problem, [field]: value }));

test('a problem is read exactly as its schema says', () => {
  fc.assert(
    fc.property(fc.oneof(whole, broken, fc.jsonValue()), (reply) => {
      const parsed = problemSchema.safeParse(reply);
      expect(readProblem(reply)).toEqual(parsed.success ? parsed.data : null);
    }),
    { numRuns: 200 },
  );
});
