import { expect, test } from 'vitest';
import { sayWhen } from './when.ts';

const now = Date.UTC(2026, 9, 26, 15, 48);

test.each([
  [Date.UTC(2026, 9, 26, 17), '17:00'],
  [Date.UTC(2026, 9, 27, 9), 'tomorrow 09:00'],
  [Date.UTC(2026, 9, 23, 9, 35), 'Fri 23 Oct 09:35'],
  [Date.UTC(2027, 0, 4, 9), 'Mon 4 Jan 2027 09:00'],
  [Date.UTC(2025, 9, 26, 9), 'Sun 26 Oct 2025 09:00'],
])('%s is said as %s', (ms, said) => {
  expect(sayWhen(ms, now, 'UTC')).toBe(said);
});
