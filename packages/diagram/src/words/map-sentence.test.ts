import type { JourneyMap } from '@continuo/core';
import { describe, expect, test } from 'vitest';
import type { MapInput } from '../map/map-input.ts';
import { AIRLINE_LIVED, AIRLINE_MAP } from '../test/airline-map.ts';
import { EMPTY_MAP, NOBODY_MAP, UNCONNECTED_MAP } from '../test/poor-maps.ts';
import { mapSentence, mapSentenceText } from './map-sentence.ts';
import { comparedWords, evidenceWords, sureWords } from './map-words.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const lived = (change: Partial<JourneyMap>): MapInput => ({
  ...AIRLINE_MAP,
  ...{ before: null, lived: { ...AIRLINE_LIVED, ...change } },
});
const share = (n: number, of: number) => ({ n, of, estimate: of === 0 ? 0 : n / of, lo: 0, hi: 1, method: '' });
const calm = AIRLINE_LIVED.steps.map((step) => ({ ...step, harmed: 0 }));
const silent = { unhappy: 0, neutral: 0, happy: 0 };

describe('the sentence of a map', () => {
  test.each<[string, MapInput, string]>([
    [
      'outcome, worst moment in words, how many and since when, the plan last',
      AIRLINE_MAP,
      '61 of 100 customers got what they came for, as promised; 84 of 100 in the 4 weeks before. ' +
        'The worst moment is I pick up my bag in Málaga: “My medicine is in that bag, and every desk sends me to the next one.” ' +
        '171 customers were hurt there, more than before since Thu 1 Oct. 36 of 100 went the way we planned.',
    ],
    [
      'nothing to compare with, no change found, nobody said anything',
      { ...lived({ steps: AIRLINE_LIVED.steps.map((step) => ({ ...step, comments: [] })) }), gaps: null, days: null },
      '61 of 100 customers got what they came for, as promised. The worst moment is I pick up my bag in Málaga. ' +
        '171 customers were hurt there. 36 of 100 went the way we planned.',
    ],
    [
      'no goal is marked',
      lived({ gotIt: null, asPromised: null, steps: calm, offMap: [] }),
      'What 640 customers got is not known: no step is marked as the goal. No connected step hurts 5 of 100 customers. ' +
        '36 of 100 went the way we planned.',
    ],
    [
      'the worst is not on the map',
      lived({ steps: calm }),
      '61 of 100 customers got what they came for, as promised. The worst moment is not on our map: Skip seats at the partner. ' +
        '119 customers did it and fared worse. 36 of 100 went the way we planned.',
    ],
    [
      'nobody answered',
      lived({ steps: calm, offMap: [], voices: silent }),
      '61 of 100 customers got what they came for, as promised. No connected step hurts 5 of 100 customers. ' +
        'Nobody answered: how it felt is not known. 36 of 100 went the way we planned.',
    ],
    [
      'a dozen customers: counts',
      lived({ people: 12, steps: calm, offMap: [], asPromised: share(5, 12), asPlanned: { n: 3, of: 12 } }),
      '5 of 12 customers got what they came for, as promised. No connected step hurts 5 of 100 customers. ' +
        '3 of 12 journeys went the way we planned.',
    ],
    [
      'nobody has finished',
      lived({ steps: calm, offMap: [], asPromised: share(0, 0), asPlanned: { n: 0, of: 0 } }),
      'Nobody has finished yet: 640 customers are still under way. No connected step hurts 5 of 100 customers.',
    ],
    [
      'one customer',
      lived({ people: 1, steps: calm, offMap: [], asPromised: share(0, 0), asPlanned: { n: 0, of: 0 } }),
      'The only customer is still under way. No connected step hurts 5 of 100 customers.',
    ],
    [
      'some are still under way: the estimate, and how many',
      lived({
        ...{ steps: calm, offMap: [], statuses: { goal: 94, failed: 0, left: 2, open: 230 } },
        asPromised: { ...share(62, 326), estimate: 0.637, method: 'Aalen-Johansen, 95 %' },
      }),
      '64 of 100 customers got what they came for, as promised. 230 of 326 customers are still under way. ' +
        'No connected step hurts 5 of 100 customers. 36 of 100 went the way we planned.',
    ],
    [
      'few have finished: counts',
      lived({
        ...{ steps: calm, offMap: [], statuses: { goal: 9, failed: 0, left: 3, open: 40 } },
        asPromised: { ...share(5, 52), estimate: 0.4, method: 'Aalen-Johansen, 95 %' },
      }),
      '5 of 12 customers so far got what they came for, as promised. 40 of 52 customers are still under way. ' +
        'No connected step hurts 5 of 100 customers. 36 of 100 went the way we planned.',
    ],
    ['nobody', NOBODY_MAP, 'No customer in this selection.'],
    [
      'nothing connected',
      UNCONNECTED_MAP,
      'How customers live it is not known. No step of this map is connected to data yet.',
    ],
    ['no step', EMPTY_MAP, 'How customers live it is not known. This map has no step yet.'],
    ['nothing asked', { ...AIRLINE_MAP, lived: null }, 'How customers live it is not known.'],
    ['planned', { ...AIRLINE_MAP, layer: 'planned' }, 'As we designed it: 8 stages. 6 promises of time.'],
    ['planned, empty', { ...EMPTY_MAP, layer: 'planned' }, 'This map is empty.'],
  ])('%s', (_, input, words) => {
    expect(plain(mapSentenceText(mapSentence(input)))).toBe(words);
  });

  const asOf = Date.parse('2026-10-26T00:00Z');
  test.each([
    [{ kind: 'think' }, 'think', 'we think'],
    [{ kind: 'measured' }, 'measured', 'we measured'],
    [{ kind: 'heard', n: 14, when: '2026-10' }, 'heard', 'we heard (14, Oct)'],
    [{ kind: 'heard', n: 1, when: '2026-10-22' }, 'heard', 'we heard (1, 22 Oct)'],
    [{ kind: 'heard', n: 3, when: '2025-11' }, 'heard', 'we heard (3, Nov 2025)'],
    [{ kind: 'heard', n: 3, when: '2025-10' }, 'heard', 'we heard (3, Oct 2025)'],
    [{ kind: 'heard', n: 3, when: '2025-10-25' }, 'think', 'we think (heard Oct 2025)'],
    [{ kind: 'heard', n: 3, when: '2025-09' }, 'think', 'we think (heard Sep 2025)'],
    [{ kind: 'heard', n: 3, when: 'last year' }, 'think', 'we think'],
    [{ kind: 'heard', n: 3, when: '2026-13' }, 'think', 'we think'],
  ] as const)('evidence %j', (evidence, kind, words) => {
    const found = evidenceWords(evidence, asOf);
    expect([found.evidence, plain(found.words)]).toEqual([kind, words]);
  });

  test('fewer than 30 get no range, nothing compared no words', () => {
    expect(sureWords({ n: 390, of: 640, estimate: 0.61, lo: 0.571, hi: 0.646, method: '' })).toBe(
      'between 57 and 65 of 100',
    );
    expect(sureWords({ n: 5, of: 12, estimate: 0.42, lo: 0.19, hi: 0.68, method: '' })).toBeNull();
    expect(comparedWords(null)).toBe('');
  });
});
