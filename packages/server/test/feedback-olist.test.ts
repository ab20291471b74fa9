import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { feltOf, moodCounts } from '@continuo/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCsv } from '../src/features/collect/formats/csv.ts';
import { ready } from './journey-shop.ts';
import { importText, type Running, startRunning } from './running.ts';

const ROOT = join(import.meta.dirname, '../../..');
const SHARED = process.env.CONTINUO_SHARED ?? join(ROOT, '..', 'shared');
const REVIEWS = join(SHARED, 'data/commerce/olist-sample/share/olist_order_reviews_dataset.csv');

/** The last score of each order, by the time of its answer. */
async function lastScores(): Promise<ReadonlyMap<string, number>> {
  const reader = await openCsv(REVIEWS, {});
  const at = (name: string) => reader.columns.find(name);
  const last = new Map<string, { readonly time: string; readonly score: number }>();
  for await (const batch of reader.batches)
    for (const { values } of batch) {
      const order = String(values[at('order_id')]);
      const time = String(values[at('review_answer_timestamp')]);
      if (time >= (last.get(order)?.time ?? '')) last.set(order, { time, score: Number(values[at('review_score')]) });
    }
  return new Map([...last].map(([order, { score }]) => [order, score]));
}

describe.skipIf(!existsSync(REVIEWS))('Olist reviews on the example map (needs the shared data)', () => {
  let server: Running;
  beforeAll(async () => {
    server = await startRunning();
  }, 180_000);
  afterAll(() => server?.close());

  test('land on the step where customers are reviewed, and sum to a plain count of the file', async () => {
    const { client } = server;
    const imported = await importText(client, 'reviews.csv', readFileSync(REVIEWS, 'utf8'), {
      ...{ person: null, caseKey: 'order_id', activity: null, activityName: 'review answered' },
      ...{ time: 'review_answer_timestamp', timeFormat: 'iso', timeZone: 'UTC', messageId: null, properties: [] },
      ...{ score: 'review_score', scale: '1-5', text: 'review_comment_message' },
    });
    expect(imported).toMatchObject({ status: 'done', rowsRejected: 0 });
    const text = readFileSync(join(ROOT, 'examples/journeys/olist.yaml'), 'utf8');
    await client.call('makeJourney', { body: { from: 'file', format: 'yaml', text, key: 'olist-order' } });
    await client.call('publishJourney', { params: { key: 'olist-order' }, body: { note: 'As it is' } });
    await ready(client, 'olist-order');
    const scope = { unit: 'journey', journey: { key: 'olist-order' } } as const;
    const { result } = await client.ask('feedback', { scope });
    const scores = await lastScores();
    const voices = moodCounts([...scores.values()].map((score) => feltOf(score, '1-5')));
    expect(result.places).toMatchObject([{ at: { kind: 'step', step: 'reviewed' }, customers: scores.size, voices }]);
    expect(result).toMatchObject({ voices, nps: null });
    const map = await client.ask('journey-map', { scope });
    expect(map.result.steps.find(({ step }) => step === 'reviewed')?.voices).toEqual(voices);
  }, 180_000);
});
