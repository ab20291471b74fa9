import { expect, test } from 'vitest';
import { readSaidAt, writeSaidAt } from './said-at.ts';

test.each([
  [{ kind: 'step', step: 'change-planes' }, 'step:change-planes'],
  [{ kind: 'activity', activity: 'Answer: How was it?' }, 'activity:Answer: How was it?'],
  [{ kind: 'activity', activity: 'a\nb' }, 'activity:a\nb'],
] as const)('%o stands as %s', (at, written) => {
  expect(writeSaidAt(at)).toBe(written);
  expect(readSaidAt(written)).toEqual(at);
});

test.each([undefined, '', 'step:', 'place:x', 'change-planes'])('%s is no place', (written) => {
  expect(readSaidAt(written)).toBeNull();
});
