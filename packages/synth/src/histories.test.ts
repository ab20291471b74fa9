import type { Event } from '@continuo/core';
import { describe, expect, it } from 'vitest';
import { randomHistory } from './histories.ts';

const histories = Array.from({ length: 300 }, (_, seed) => randomHistory(seed));
const some = (is: (events: readonly Event[]) => boolean) => histories.filter(is).length;
const distinct = (events: readonly Event[], key: (e: Event) => unknown) => new Set(events.map(key)).size;

describe('randomHistory', () => {
  it('repeats itself for a seed and is empty when asked', () => {
    expect(randomHistory(5)).toEqual(randomHistory(5));
    expect(randomHistory(5, { most: 0 })).toEqual([]);
    expect(randomHistory(5, { workspace: 7, source: 3 }).every((e) => e.workspace === 7 && e.source === 3)).toBe(true);
  });

  it.each<[string, (events: readonly Event[]) => boolean]>([
    ['equal times', (es) => distinct(es, (e) => e.timeMs) < es.length * 0.75],
    ['duplicates', (es) => distinct(es, (e) => `${e.identity} ${e.message}`) < es.length],
    [
      'a message of two people',
      (es) => distinct(es, (e) => `${e.identity} ${e.message}`) > distinct(es, (e) => e.message),
    ],
    ['late arrivals', (es) => es.some((e) => e.receivedMs - e.timeMs > 86_400_000)],
    ['arrivals out of order', (es) => es.some((e, i) => i > 0 && e.receivedMs < (es[i - 1] as Event).receivedMs)],
    ['a key of two people', (es) => distinct(es, (e) => `${e.caseKey} ${e.identity}`) > distinct(es, (e) => e.caseKey)],
    ['no case key', (es) => es.some((e) => e.caseKey === '')],
    ['scores', (es) => es.some((e) => e.score !== null)],
    ['long silence', (es) => Math.max(...es.map((e) => e.timeMs)) - Math.min(...es.map((e) => e.timeMs)) > 2 ** 32],
  ])('has %s, often', (_what, is) => {
    expect(some(is)).toBeGreaterThan(60);
  });

  it('numbers arrivals from zero', () => {
    for (const events of histories) expect(events.map((e) => e.seq)).toEqual(events.map((_, i) => BigInt(i)));
  });
});
