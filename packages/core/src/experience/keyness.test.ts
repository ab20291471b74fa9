import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyPhrases, phrasesOf, type Spoken } from './keyness.ts';

const say = (text: string, times: number, from = 0): Spoken[] =>
  Array.from({ length: times }, (_, i) => ({ person: `p${from + i}`, text }));

test('phrases begin and end with words that tell something', () => {
  expect([...phrasesOf('The bag was late, and not a word from anybody.')].sort()).toEqual([
    'anybody',
    'bag',
    'bag was late',
    'late',
    'not a word',
    'word',
    'word from anybody',
  ]);
  // Over a comma or a full stop no phrase is made; numbers and single letters tell nothing.
  expect([...phrasesOf('Row 12. A plane')]).toEqual(['row', 'plane']);
});

test('stop words are those of the language of the text', () => {
  // "die" is a word in English and tells nothing in German.
  expect(phrasesOf('Die Koffer und die Leute sind nicht da').has('die')).toBe(false);
  expect(phrasesOf('we thought we would die of it').has('die')).toBe(true);
});

test('words that turn a sentence round, and small numbers, tell something only beside others', () => {
  expect([...phrasesOf('we waited for two hours and it did not help')].sort()).toEqual([
    'help',
    'hours',
    'not help',
    'two hours',
    'waited',
    'waited for two',
  ]);
  expect([...phrasesOf('bagaget kom inte och jag har väntat i två timmar')].sort()).toEqual([
    'bagaget',
    'bagaget kom inte',
    'timmar',
    'två timmar',
    'väntat',
    'väntat i två',
  ]);
});

test('one who repeats it counts once, and three people are needed', () => {
  const here = [...say('slow slow slow', 2), ...say('fine', 30, 10)];
  expect(keyPhrases(here, []).map(({ phrase }) => phrase)).toEqual(['fine']);
  const found = keyPhrases([...say('slow. slow. slow', 3), ...say('fine', 3, 10)], say('fine', 30, 100));
  expect(found).toMatchObject([{ phrase: 'slow', people: 3, rest: 0 }]);
});

test('the log-likelihood ratio of two shares', () => {
  // Used by 10 of 20 here and by 10 of 80 elsewhere: by hand 2·Σ O·ln(O/E) = 11.6422.
  const here = [...say('bag', 10), ...say('fine', 10, 10)];
  const rest = [...say('bag', 10, 100), ...say('fine', 70, 110)];
  expect(keyPhrases(here, rest)[0]).toMatchObject({ phrase: 'bag', people: 10, rest: 10 });
  const g2 = 2 * (10 * Math.log(10 / 4) + 10 * Math.log(10 / 16) + 10 * Math.log(10 / 16) + 70 * Math.log(70 / 64));
  expect(keyPhrases(here, rest)[0]?.keyness).toBeCloseTo(g2, 10);
});

test('a word that nearly always stands in a longer phrase is left out', () => {
  const here = [...say('lost bag desk', 10)];
  expect(keyPhrases(here, say('fine', 50, 100)).map(({ phrase }) => phrase)).toEqual(['lost bag desk']);
});

test('the order of texts does not matter', () => {
  const spoken = fc.record({
    person: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    text: fc.array(fc.constantFrom('bag', 'the', 'late', 'not', 'gate', '.'), { maxLength: 6 }).map((w) => w.join(' ')),
  });
  fc.assert(
    fc.property(fc.array(spoken, { maxLength: 30 }), fc.array(spoken, { maxLength: 30 }), (here, rest) => {
      const found = keyPhrases(here, rest);
      expect(keyPhrases([...here].reverse(), [...rest].reverse())).toEqual(found);
      for (const { people } of found) expect(people).toBeGreaterThanOrEqual(3);
    }),
    { numRuns: 100 },
  );
});
