import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { blankJourney, blankStep } from '@continuo/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importText, type Running, startRunning } from './running.ts';

/** Reviews of a real marketplace: low ones open call-backs, and every sum is that of a plain count over the file. */
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const SHARED = process.env.CONTINUO_SHARED ?? join(ROOT, '..', 'shared');
const REVIEWS = join(SHARED, 'data', 'commerce', 'olist-sample', 'share', 'olist_order_reviews_dataset.csv');
const DAY_MS = 86_400_000;
/** The last months of the file are thin. */
const DAYS = 90;
const AT_ONCE = 40;

interface Review {
  readonly order: string;
  readonly score: number;
  readonly atMs: number;
}

/** Quoted fields may hold commas, quotes and line breaks. */
function reviewsOf(csv: string): readonly Review[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ',') rows.push([]);
  }
  return rows
    .slice(1)
    .filter((row) => row.length === 7)
    .map(([, order = '', score, , , , time = '']) => ({
      ...{ order, score: Number(score), atMs: Date.parse(`${time.replace(' ', 'T')}Z`) },
    }));
}

describe.skipIf(!existsSync(REVIEWS))('Olist reviews (needs the shared data)', () => {
  let server: Running;
  let all: readonly Review[];
  let low: readonly Review[];
  beforeAll(async () => {
    const csv = readFileSync(REVIEWS, 'utf8');
    all = reviewsOf(csv);
    const asOfMs = Math.max(...all.map(({ atMs }) => atMs));
    low = all.filter(({ score, atMs }) => score <= 2 && atMs >= asOfMs - DAYS * DAY_MS);
    server = await startRunning();
    const { client } = server;
    const review = {
      ...blankStep('review', 'I say how it was'),
      owner: 'Sellers',
      matchers: [{ events: ['Review'], where: [], channels: [] }],
    };
    const contract = {
      ...blankJourney('order', 'I order'),
      stages: [{ id: 'after', title: 'After', blocks: [review] }],
    };
    await client.call('makeJourney', { body: { from: 'contract', contract } as never });
    await client.call('putCallbackSettings', { body: { lookBackDays: DAYS, mostAtOnce: AT_ONCE } });
    const rule = {
      ...{ key: 'low', title: 'Low', isOn: true, team: null, calendar: 'office', hours: 8 },
      when: { kind: 'low-score', atMost: { '1-5': 2 } } as const,
    };
    await client.call('putCallbackRule', { params: { key: 'low' }, body: rule });
    const imported = await importText(client, 'reviews.csv', csv, {
      ...{ person: 'order_id', caseKey: null, activity: null, activityName: 'Review', time: 'review_answer_timestamp' },
      ...{ score: 'review_score', scale: '1-5', text: 'review_comment_message', timeZone: 'UTC', messageId: null },
      ...{ timeFormat: 'iso', properties: [] },
    });
    expect([imported.status, imported.eventsStored]).toEqual(['done', all.length]);
  }, 60_000);
  afterAll(() => server?.close());

  const list = async (tab: string, after = '') =>
    server.client.call('callbacks', { query: { tab, limit: '200', ...(after === '' ? {} : { after }) } });

  test('a first look opens the newest and says how many it left out; together they are all', async () => {
    const people = new Set(low.map(({ order }) => order)).size;
    expect(people).toBeGreaterThan(2 * AT_ONCE);
    let found = await list('unassigned');
    while (found.leftOut === null || found.leftOut.people + found.counts.unassigned < people) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      found = await list('unassigned');
    }
    expect([found.counts.unassigned, found.leftOut.people]).toEqual([AT_ONCE, people - AT_ONCE]);
    expect(found.items.every(({ team }) => team === 'Sellers')).toBe(true);
    const newest = [...new Set([...low].sort((a, b) => b.atMs - a.atMs).map(({ order }) => order))].slice(0, AT_ONCE);
    const moments = low.filter(({ order }) => newest.includes(order)).length;
    expect(found.items.reduce((sum, one) => sum + one.moments, 0)).toBe(moments);
    const measures = await server.client.call('callbackMeasures');
    expect([measures.opened, measures.now.open, measures.answered.notYet]).toEqual([AT_ONCE, AT_ONCE, AT_ONCE]);
  }, 30_000);

  test('the preview is a plain count of four weeks', async () => {
    const { rules } = await server.client.call('callbackRules');
    const asOfMs = Math.max(...all.map(({ atMs }) => atMs));
    const lately = low.filter(({ atMs }) => atMs > asOfMs - 28 * DAY_MS);
    const preview = await server.client.call('previewCallbackRule', {
      body: rules.find(({ key }) => key === 'low') as never,
    });
    expect([preview.moments, preview.people, preview.anonymous]).toEqual([
      ...[lately.length, new Set(lately.map(({ order }) => order)).size, 0],
    ]);
  });
});
