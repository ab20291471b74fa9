import { expect, test } from 'vitest';
import { alertSentence, figureWords, measuredName } from './watch-words.ts';

test.each([
  [{ n: 18, of: null, usual: { centre: 0, lo: 0, hi: 4.2 } }, '18, usually at most 4'],
  [{ n: 3, of: null, usual: { centre: 0, lo: 12.1, hi: 40.7 } }, '3, usually between 13 and 40'],
  [{ n: 5, of: 24, usual: { centre: 0, lo: 0, hi: 3 / 24 } }, '5 of 24, usually at most 3'],
  [{ n: 9, of: 20, usual: { centre: 0, lo: 0.6, hi: 1 } }, '9 of 20, usually at least 12'],
  [{ n: 1, of: null, usual: { centre: 0, lo: 0, hi: 0 } }, '1, usually none'],
  [{ n: 4, of: 6, usual: { centre: 0, lo: 0, hi: 1 } }, '4 of 6, usually anything'],
])('%o in words', (figure, words) => {
  expect(figureWords(figure)).toBe(words);
});

test('what is the matter, in one sentence', () => {
  const last = { n: 5, of: 24, usual: { centre: 0.01, lo: 0, hi: 3 / 24 } };
  const said = { how: 'unusual', side: 'more', period: 'day', periods: 4, last, isClosed: false } as const;
  expect(alertSentence(said)).toBe('Unusual for 4 days: 5 of 24, usually at most 3.');
  expect(alertSentence({ ...said, isClosed: true, periods: 1 })).toMatch(/^Was unusual for 1 day\. Fine again: /);
  const near = { n: 12, of: null, usual: { centre: 9.84, lo: 4, hi: 15 } };
  expect(alertSentence({ ...said, last: near })).toBe(
    'Unusual for 4 days, nearly always more than usual: 12, usually about 9.8.',
  );
  expect(alertSentence({ ...said, side: 'fewer', last: near })).toMatch(
    /^Unusual for 4 days, now near the usual: 12, /,
  );
  const missing = {
    ...said,
    how: 'missing',
    period: 'hour',
    last: { n: 0, of: null, usual: { centre: 0, lo: 82, hi: 82 } },
  } as const;
  expect(alertSentence(missing)).toBe('Missing for 4 hours: 0 instead of about 82.');
});

test.each([
  [{ kind: 'events', activity: 'Phone us', channel: null }, 'Phone us'],
  [{ kind: 'events', activity: null, channel: 'phone' }, 'Everything by phone'],
  [{ kind: 'answers', activity: null, which: 'unhappy' }, 'Unhappy answers'],
  [{ kind: 'answers', activity: 'Survey', which: 'given' }, 'Survey: answers'],
  [{ kind: 'callbacks', which: 'past-due' }, 'Call-backs past due'],
  [{ kind: 'arrivals' }, 'Data from anywhere'],
  [{ kind: 'map', journey: 'flight', fact: 'as-promised' }, 'As promised: flight'],
  [{ kind: 'step', journey: 'flight', step: 'bag', which: 'broken' }, 'bag: went wrong'],
  [{ kind: 'source', source: 3 }, 'Data from source 3'],
] as const)('%o has a name', (measured, name) => {
  expect(measuredName(measured)).toBe(name);
});
