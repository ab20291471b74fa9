import { sipHash } from '@continuo/core';
import { describe, expect, it } from 'vitest';
import { type LoadOptions, loadProperties, markov } from './load.ts';

function digest(options: LoadOptions): string {
  const hashes: bigint[] = [];
  for (const b of markov(options)) {
    for (const column of [b.customer, b.timeMs, b.ord, b.activity, b.channel, b.score, b.properties]) {
      hashes.push(sipHash(new Uint8Array(column.buffer)));
    }
  }
  return hashes.join(' ');
}

describe('markov', () => {
  it('gives the same bytes for the same seed', () => {
    expect(digest({ events: 20_000, seed: 5 })).toBe(digest({ events: 20_000, seed: 5 }));
    expect(digest({ events: 20_000, seed: 5 })).not.toBe(digest({ events: 20_000, seed: 6 }));
  });

  it.each([
    [0, 10, []],
    [7, 3, [3, 3, 1]],
    [8, 4, [4, 4]],
  ])('cuts %i events into blocks of %i', (events, block, sizes) => {
    expect([...markov({ events, block })].map((b) => b.rows)).toEqual(sizes);
  });

  it('does not depend on the size of its blocks', () => {
    const flat = (block: number) => [...markov({ events: 999, block })].flatMap((b) => [...b.timeMs]);
    expect(flat(10)).toEqual(flat(400));
  });

  it('looks like the data it stands for', () => {
    const lengths = new Map<number, number>();
    const activities = new Set<number>();
    let [rows, dressed, scored, backwards] = [0, 0, 0, 0];
    let [customer, timeMs, ord] = [-1, 0, 0];
    for (const b of markov({ events: 200_000, seed: 1 })) {
      for (let i = 0; i < b.rows; i += 1) {
        const c = b.customer[i] as number;
        lengths.set(c, (lengths.get(c) ?? 0) + 1);
        activities.add(b.activity[i] as number);
        if ((b.properties[i] as number) > 0) dressed += 1;
        if ((b.score[i] as number) >= 0) scored += 1;
        if ((b.channel[i] as number) >= 6 || (b.score[i] as number) > 10) backwards += 1;
        if (c === customer && ((b.timeMs[i] as number) < timeMs || b.ord[i] !== ord + 1)) backwards += 1;
        [customer, timeMs, ord] = [c, b.timeMs[i] as number, b.ord[i] as number];
      }
      rows += b.rows;
    }
    expect(rows).toBe(200_000);
    expect(backwards).toBe(0);
    expect(activities.size).toBe(48);
    expect(rows / lengths.size).toBeCloseTo(10, 0);
    expect(Math.max(...lengths.values())).toBeLessThanOrEqual(60);
    expect(dressed / rows).toBeCloseTo(0.3, 2);
    expect(scored / rows).toBeGreaterThan(0.02);
  });

  it('names what its property numbers stand for', () => {
    expect(loadProperties(0)).toEqual({});
    const all = new Set(Array.from({ length: 48 }, (_, i) => JSON.stringify(loadProperties(i + 1))));
    expect(all.size).toBe(48);
  });
});
