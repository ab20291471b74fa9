import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestPairs } from './best-pairs.ts';
import { nameSimilarity } from './name-similarity.ts';
import { type SeenEvent, SURE_FROM, suggestMatches } from './suggest-matches.ts';

const event = (name: string, position: number | null = null, channels: readonly string[] = []): SeenEvent => ({
  name,
  events: 100,
  position,
  channels,
});
const step = (title: string, position = 0.5, channels: readonly string[] = []) => ({
  id: title,
  title,
  position,
  channels,
});

describe('nameSimilarity', () => {
  test.each([
    ['Check in', 'check_in', 1, 1],
    ['I view a product', 'ProductViewed', 1, 1],
    ['I choose my seats', 'Choose seats', 1, 1],
    ['I sign up', 'Signed Up', 1, 1],
    ['Ich wähle die Größe', 'größe-wählen', 0.8, 0.95],
    ['It is delivered', 'Order Delivery', 0.8, 0.9],
    ['I pay', 'Payment completed', 0.5, 0.85],
    ['I get my refund', 'Refund issued', 0.6, 0.9],
    ['Я оплачиваю заказ', 'Заказ оплачен', 0.5, 0.8],
    ['予約する', '予約完了', 0.3, 0.7],
    ['航班预订', '预订航班', 0.3, 0.7],
    ['I book flights', 'Find and book', 0.4, 0.6],
    ['I log in', 'Logged Out', 0.4, 0.75],
    ['Ask for money back', 'Ask in chat', 0.2, 0.5],
    ['I pay', 'Order Completed', 0, 0],
    ['I am heard', 'Get our answer', 0, 0],
    ['***', 'pay', 0, 0],
  ])('%j and %j: %s to %s, and the other way round', (a, b, least, most) => {
    const { share } = nameSimilarity(a, b);
    expect(share).toBeGreaterThanOrEqual(least - 1e-9);
    expect(share).toBeLessThanOrEqual(most);
    expect(nameSimilarity(b, a).share).toBeCloseTo(share, 12);
  });
});

describe('suggestMatches', () => {
  const airline = [
    event('Find and book', 0.05, ['web', 'app']),
    event('Choose seats', 0.2, ['web']),
    event('Check in, drop bag', 0.4, ['desk']),
    event('Fly to Madrid', 0.5),
    event('Bag on the belt', 0.7),
    event('Ask at the bag desk', 0.75, ['desk']),
    event('Fly home', 0.9),
    event('Ask for money back', 0.95, ['phone']),
    event('Order Completed', 0.1, ['web']),
  ];

  test.each([
    // Only equal words are sure enough for "accept all".
    ['I choose seats', 0.2, ['web'], 'Choose seats', SURE_FROM, 1],
    ['I check in and drop my bag', 0.45, [], 'Check in, drop bag', SURE_FROM, 1],
    // One telling word that no other event has.
    ['I book flights', 0.05, ['web'], 'Find and book', 0.7, 0.89],
    ['I ask for a refund', 0.95, ['phone'], 'Ask for money back', 0.4, 0.7],
    ['My bag is on the belt', 0.7, [], 'Bag on the belt', SURE_FROM, 1],
    ['I fly', 0.5, [], 'Fly to Madrid', 0.7, 0.89],
    ['I take the plane home', 0.9, [], 'Fly home', 0.5, 0.85],
    // No word in common: the place alone is a hint, not more.
    ['I pay', 0.1, ['web'], 'Order Completed', 0.2, 0.3],
  ])('%s at %s in %j is most likely %j: %s to %s', (title, position, channels, name, least, most) => {
    const [best] = suggestMatches([step(title, position, channels)], airline)[0]?.candidates ?? [];
    expect(best?.event).toBe(name);
    expect(best?.confidence).toBeGreaterThanOrEqual(least);
    expect(best?.confidence).toBeLessThanOrEqual(most);
  });

  test('gives reasons in plain words', () => {
    const [suggested] = suggestMatches([step('I book flights', 0.1, ['web'])], airline);
    expect(suggested?.candidates[0]?.reasons).toEqual([
      'both say “book”',
      'happens at the same place of the journey',
      'in the same channel: web',
    ]);
    const [far] = suggestMatches([step('Fly home', 0.1, ['app'])], [event('fly_home', 0.9, ['web'])]);
    expect(far?.candidates[0]?.reasons).toEqual([
      'same words',
      'happens at another place of the journey',
      'in another channel: web',
    ]);
    expect(far?.candidates[0]?.confidence).toBeLessThan(SURE_FROM);
  });

  test('gives every event to one step only', () => {
    const steps = [step('I fly', 0.5), step('I fly to Madrid', 0.5), step('I wait')];
    expect(
      suggestMatches(steps, [event('Fly to Madrid', 0.5), event('Fly home', 0.6)]).map(({ best }) => best),
    ).toEqual(['Fly home', 'Fly to Madrid', null]);
  });

  test('has nothing to say without events, and for no steps', () => {
    expect(suggestMatches([step('I pay')], [])).toEqual([{ step: 'I pay', candidates: [], best: null }]);
    expect(suggestMatches([], airline)).toEqual([]);
  });

  test('never says the same of unequal names with full confidence; orders and bounds hold', () => {
    const word = fc.constantFrom('book', 'fly', 'seat', 'pay', 'order', 'done');
    const title = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    const place = fc.double({ min: 0, max: 1, noNaN: true });
    const seen = fc.uniqueArray(fc.record({ name: title, position: place }), {
      selector: ({ name }) => name,
      maxLength: 5,
    });
    fc.assert(
      fc.property(title, place, seen, (wanted, position, events) => {
        const all = events.map((one) => event(one.name, one.position));
        const candidates = suggestMatches([step(wanted, position)], all).flatMap((one) => one.candidates);
        const isSame = (name: string) =>
          [...new Set(name.split(' '))].sort().join() === [...new Set(wanted.split(' '))].sort().join();
        for (const one of candidates) {
          expect(one.confidence).toBeLessThanOrEqual(1);
          if (one.confidence >= SURE_FROM) expect(isSame(one.event)).toBe(true);
        }
        const confidences = candidates.map(({ confidence }) => confidence);
        expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
      }),
      { numRuns: 150 },
    );
  });
});

describe('bestPairs', () => {
  test('gives up a good pair for two better ones', () => {
    expect(
      bestPairs([
        [0.9, 0.8],
        [0.8, 0],
      ]),
    ).toEqual([1, 0]);
    expect(bestPairs([[0], [0.1]])).toEqual([-1, 0]);
    expect(bestPairs([])).toEqual([]);
  });

  test('is as good as trying everything', () => {
    const row = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 });
    const most = (worth: readonly (readonly number[])[], taken: readonly number[]): number => {
      const [first, ...rest] = worth;
      if (!first) return 0;
      const options = first.map((value, at) => (taken.includes(at) ? 0 : value + most(rest, [...taken, at])));
      return Math.max(most(rest, taken), ...options);
    };
    fc.assert(
      fc.property(fc.array(row, { maxLength: 4 }), (worth) => {
        const pairs = bestPairs(worth);
        const used = pairs.filter((at) => at >= 0);
        expect(new Set(used).size).toBe(used.length);
        const sum = pairs.reduce((total, at, row) => total + (at < 0 ? 0 : (worth[row]?.[at] as number)), 0);
        expect(sum).toBe(most(worth, []));
      }),
      { numRuns: 200 },
    );
  });
});
