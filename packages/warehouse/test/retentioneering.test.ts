import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FunnelInput } from '@continuo/core';
import { funnelOf } from '@continuo/core/oracle';
import { beforeAll, describe, expect, test } from 'vitest';
import { questions } from '../src/questions/registry.ts';
import { migrate } from '../src/schema/migrate.ts';
import { expectSame } from './close.ts';
import { describeEachEngine } from './each-engine.ts';
import { type ToldWorkspace, tell } from './told-events.ts';

const SHARED = process.env.CONTINUO_SHARED ?? resolve(import.meta.dirname, '../../../../shared');
const LOGS = [
  { name: 'simple-shop', data: 'clickstream/retentioneering-simple-shop/simple-onlineshop.csv' },
  { name: 'olist-share', data: 'commerce/olist-sample/journey_events_share.csv' },
] as const;
const isHere = existsSync(SHARED);
const funnel: FunnelInput = {
  steps: [],
  order: 'ordered',
  windowMs: 3650 * 86_400_000,
  exclusions: [],
  breakdown: null,
};

interface Table {
  readonly index: readonly string[];
  readonly columns: readonly string[];
  readonly values: readonly (readonly (number | null)[])[];
}

/**
 * What retentioneering 3.3.0 answers about two real logs, through SQL: its closed funnel is our ordered one; its open
 * funnel counts people of each activity. Not offered: the hybrid funnel (only the first step must come first), an open
 * step of several activities, its matrices weighted by nodes, its n-grams.
 */
describeEachEngine('retentioneering 3.3.0', ({ open }) => {
  describe.skipIf(!isHere).each(LOGS)('$name', ({ name, data }) => {
    let told: ToldWorkspace;
    // A file of our own test data: three plain columns, no quotes.
    beforeAll(async () => {
      const warehouse = await open();
      await migrate(warehouse);
      const [, ...lines] = readFileSync(resolve(SHARED, 'data', data), 'utf8')
        .trim()
        .split(/\r?\n/);
      const events = lines
        .map((line) => line.split(','))
        .map(([who = '', activity = '', time = '']) => ({
          who,
          name: activity,
          timeMs: Math.floor(Date.parse(`${time.replace(' ', 'T')}Z`)),
        }));
      told = await tell(warehouse, events, { dataAsOfMs: Math.max(...events.map(({ timeMs }) => timeMs)) });
    });
    const reference = isHere
      ? JSON.parse(readFileSync(resolve(SHARED, `reference/retentioneering/${name}.json`), 'utf8'))
      : {};
    const funnels: { stages: string[][]; type: string; values: Table }[] = reference.funnels ?? [];
    const closed = funnels.filter(({ type }) => type === 'closed');
    const opened = funnels.filter(({ type }) => type === 'open');

    test.each(closed)('closed funnel $stages is the ordered one', async ({ stages, values }) => {
      const input = { ...funnel, steps: stages };
      const asking = told.asking();
      const answer = await questions.funnel.ask(input, asking);
      expectSame(answer, funnelOf(told.stored, input, asking.scope, asking.dataAsOfMs), input);
      expect(answer.groups[0]?.steps.map(({ reached }) => reached)).toEqual(values.values.map(([people]) => people));
    });

    test.each(opened)('open funnel $stages counts the people of each activity', async ({ stages, values }) => {
      const { activities } = await questions.activities.ask({}, told.asking());
      for (const [i, stage] of stages.entries()) {
        if (stage.length > 1) continue;
        expect(activities.find(({ activity }) => activity === stage[0])?.people, stage[0]).toBe(values.values[i]?.[0]);
      }
    });

    test('occurrences and people of each activity', async () => {
      const { index, values } = reference.describe_events as Table;
      const { activities } = await questions.activities.ask({}, told.asking());
      const counted = new Map(activities.map(({ activity, events, people }) => [activity, [events, people]]));
      expect(counted.size).toBe(index.length);
      for (const [i, activity] of index.entries())
        expect(counted.get(activity), activity).toEqual(values[i]?.slice(0, 2));
    });

    test('people at each step from the start: the flow without an anchor', async () => {
      const nodes = (reference.step_sankey.nodes as { values: [number, string, number][] }).values;
      const asking = told.asking();
      const answer = await questions.flow.ask({ anchor: null, before: 0, after: 5, top: 50 }, asking);
      let ended = 0;
      for (const step of [1, 2, 3, 4, 5, 6]) {
        const here = answer.nodes.filter(({ layer }) => layer === step - 1);
        const people = new Map(
          here.map(({ place, people }) => [place.kind === 'activity' ? place.activity : place.kind, people]),
        );
        // They keep whoever ended in every later step; we show the end once.
        ended += people.get('end') ?? 0;
        const expected = nodes.filter(([at]) => at === step);
        for (const [, event, count] of expected) {
          if (event === 'path_start') expect(people.get('start')).toBe(count);
          else if (event === 'ENDED') expect(ended, `ended by ${step}`).toBe(count);
          else if (!event.startsWith('THRESHOLDED')) expect(people.get(event), `${event} at ${step}`).toBe(count);
        }
      }
    });

    test('monthly cohorts of first visits', async () => {
      const { index, columns, values } = reference.cohorts_M_M as Table;
      const asking = told.asking();
      const { cohorts } = await questions.retention.ask(
        { period: 'month', timeZone: 'UTC', start: null, back: null, kind: 'first', lapGapMs: 86_400_000 },
        { ...asking, dataAsOfMs: Date.UTC(2030, 0, 1) },
      );
      const filled = cohorts.filter(({ size }) => size > 0);
      expect(filled.map(({ fromMs }) => new Date(fromMs).toISOString().slice(0, 7))).toEqual(index);
      for (const [i, { size, back }] of filled.entries()) {
        for (const [column, share] of (values[i] ?? []).entries()) {
          const k = Number(columns[column]);
          if (share !== null) expect((back[k] ?? 0) / size, `${index[i]} + ${k}`).toBeCloseTo(share, 10);
        }
      }
    });

    test.skipIf(reference.split_sessions === undefined)('visits parted by 30 minutes of silence', async () => {
      const { n_sessions, describe: told30 } = reference.split_sessions as { n_sessions: number; describe: Table };
      const answer = await questions.summary.ask({}, told.asking({ unit: 'gap', gapMs: 30 * 60_000 }));
      expect(answer.runs).toBe(n_sessions);
      for (const key of ['mean', 'median', 'max'] as const) {
        const [text] = told30.values[told30.index.indexOf(`('session_length_time', '${key}')`)] ?? [];
        const [hours, minutes, seconds] = String(text).replace('0 days ', '').split(':').map(Number);
        const expected = ((hours ?? 0) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0);
        // Printed to the second, rounded either way.
        expect(Math.abs((answer.durationMs?.[key] ?? 0) / 1000 - expected), key).toBeLessThan(1);
      }
    });
  });
});
