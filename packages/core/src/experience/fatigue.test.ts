import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AskInput, drawOf, mayAsk } from './fatigue.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 26);
const plain: AskInput = {
  survey: 'after',
  kind: 'nps',
  share: 1,
  person: 'ana',
  asked: [],
  hasRefused: false,
  rules: { restDays: 30, restDaysByKind: { nps: 180 } },
  nowMs: NOW,
};
const ago = (kind: AskInput['kind'], days: number) => ({ kind, atMs: NOW - days * DAY });

describe('may a person be asked', () => {
  test.each<[string, Partial<AskInput>, object]>([
    ['never asked', {}, { ask: true }],
    ['refused, whatever else', { hasRefused: true, share: 0 }, { ask: false, why: 'refused' }],
    ['nobody is drawn', { share: 0 }, { ask: false, why: 'not drawn' }],
    [
      'by another survey yesterday',
      { asked: [ago('csat', 1)] },
      { ask: false, why: 'asked lately', fromMs: NOW + 29 * DAY },
    ],
    ['by another kind 30 days ago: the rest ends exactly then', { asked: [ago('csat', 30)] }, { ask: true }],
    [
      'this kind 100 days ago',
      { asked: [ago('nps', 100)] },
      { ask: false, why: 'asked this lately', fromMs: NOW + 80 * DAY },
    ],
    ['this kind 180 days ago', { asked: [ago('nps', 180)] }, { ask: true }],
    [
      'the later of both ends counts',
      { asked: [ago('nps', 170), ago('csat', 5)] },
      { ask: false, why: 'asked lately', fromMs: NOW + 25 * DAY },
    ],
    ['no rest at all', { asked: [ago('nps', 0)], rules: { restDays: 0, restDaysByKind: {} } }, { ask: true }],
    [
      'a kind without a rest of its own keeps the common one',
      { kind: 'ces', asked: [ago('ces', 31), ago('nps', 31)] },
      { ask: true },
    ],
    [
      'a clock that runs ahead',
      { asked: [ago('csat', -1)] },
      { ask: false, why: 'asked lately', fromMs: NOW + 31 * DAY },
    ],
  ])('%s', (_, more, decision) => expect(mayAsk({ ...plain, ...more })).toEqual(decision));
});

test('the draw is the same for ever, and a larger share keeps whom a smaller one drew', () => {
  expect(drawOf('after', 'ana')).toBe(drawOf('after', 'ana'));
  expect(drawOf('after', 'ana')).not.toBe(drawOf('other', 'ana'));
  fc.assert(
    fc.property(
      fc.string(),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (person, a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        const isDrawn = (share: number): boolean => mayAsk({ ...plain, person, share }).ask;
        expect(isDrawn(less) && !isDrawn(more)).toBe(false);
        expect(isDrawn(1)).toBe(true);
      },
    ),
    { numRuns: 100 },
  );
});

test('about the share of people is drawn', () => {
  const drawn = Array.from({ length: 10_000 }, (_, i) => drawOf('after', `person ${i}`)).filter((draw) => draw < 0.3);
  // Four standard deviations of a binomial with n = 10,000 and p = 0.3.
  expect(Math.abs(drawn.length - 3000)).toBeLessThan(184);
});
