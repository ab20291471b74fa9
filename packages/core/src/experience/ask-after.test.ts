import { describe, expect, test } from 'vitest';
import { type AskAfterOutcome, type AskNow, askDueMs, askWindow, heldAfter } from './ask-after.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 26, 12);

describe('which moments are still asked about', () => {
  test.each<[string, number, number, number]>([
    ['since long: as far back as the delay and three days', 24, 0, NOW - 4 * DAY],
    ['since yesterday: nothing from before', 24, NOW - DAY, NOW - DAY],
    ['since now: nothing yet', 2, NOW, NOW],
  ])('%s', (_, afterHours, sinceMs, fromMs) => {
    expect(askWindow({ afterHours, sinceMs, nowMs: NOW })).toEqual({ fromMs, toMs: NOW + HOUR });
  });

  test('every moment of the window is due at most three days ago', () => {
    const { fromMs } = askWindow({ afterHours: 5, sinceMs: 0, nowMs: NOW });
    expect(NOW - askDueMs(fromMs, { afterHours: 5 })).toBe(3 * DAY);
  });
});

describe('may somebody be asked whose time has come', () => {
  const fine: AskNow = { dueMs: NOW, nowMs: NOW, isHelped: false, hasAddress: true, hasMail: true };
  test.each<[string, Partial<AskNow>, AskAfterOutcome | null]>([
    ['yes', {}, null],
    ['three days late', { dueMs: NOW - 3 * DAY }, null],
    ['later than that, whatever else', { dueMs: NOW - 3 * DAY - 1, isHelped: true }, 'too late'],
    ['somebody helps them', { isHelped: true, hasAddress: false }, 'being helped'],
    ['nobody knows an address', { hasAddress: false, hasMail: false }, 'no address'],
    ['nothing to send by', { hasMail: false }, 'no mail server'],
  ])('%s', (_, more, expected) => {
    expect(heldAfter({ ...fine, ...more })).toBe(expected);
  });
});
