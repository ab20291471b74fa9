import { expect, test } from 'vitest';
import { feltMarks } from './felt-marks.ts';

const node = (unhappy: number, neutral: number, happy: number) => ({
  activity: 'x',
  events: 100,
  runs: 100,
  people: 100,
  starts: 0,
  ends: 0,
  channel: '',
  unhappy,
  neutral,
  happy,
});

test.each([
  [14, 2, 1, 'alert'],
  [0, 1, 7, 'good'],
  [3, 3, 3, undefined],
  [5, 0, 5, undefined],
  [4, 0, 0, undefined],
  [0, 0, 0, undefined],
])('%d unhappy, %d neutral, %d happy', (unhappy, neutral, happy, glyph) => {
  expect(feltMarks([node(unhappy, neutral, happy)]).x?.glyph).toBe(glyph);
});
