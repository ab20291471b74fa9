import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { identityOf } from '@continuo/core';
import { describe, expect, test } from 'vitest';
import { openRecords } from './formats/open-records.ts';
import { load, mappingOf } from './test-kit.ts';
import { previewFile } from './worker/preview.ts';

const SHARED = process.env.CONTINUO_SHARED ?? resolve(import.meta.dirname, '../../../../../../shared');
const isHere = existsSync(SHARED);
const data = (file: string) => resolve(SHARED, 'data', file);
const reference = (name: string) => JSON.parse(readFileSync(resolve(SHARED, 'reference/pm4py', name), 'utf8'));

const LOGS = [
  'bpic2012',
  'bpic2012-A',
  'bpic2012-O',
  'bpic2012-complete',
  'bpic2013_closed',
  'greps',
  'helpdesk',
  'olist-orders-share',
  'patients',
  'receipt',
  'repairExample-complete',
  'retention-simple-shop',
  'reviewing',
  'roadtraffic100traces',
  'running-example',
  'teleclaims-complete',
] as const;

describe.skipIf(!isHere)('real logs', () => {
  test.each(LOGS)(
    '%s: cases, events, activities and bounds as pm4py counts them',
    async (name) => {
      const expected = reference(`${name}.json`);
      const { csv_columns: csv, lifecycle_filter: lifecycle, activity_prefix_filter: prefix } = expected.definitions;
      const [caseKey, activity, time] = csv ?? ['case:concept:name', 'concept:name', 'time:timestamp'];
      const transition = name === 'patients' ? 'registration_type' : 'lifecycle:transition';
      const { events, result } = await load(
        data(expected.file),
        mappingOf({
          caseKey,
          activity,
          time,
          activityPrefix: prefix,
          lifecycle: lifecycle === null ? null : { column: transition, keep: lifecycle },
        }),
      );
      const counts: Record<string, number> = {};
      for (const event of events) counts[event.name] = (counts[event.name] ?? 0) + 1;
      expect(result.rejected).toBe(0);
      expect(events).toHaveLength(expected.events);
      expect(new Set(events.map((event) => event.caseKey)).size).toBe(expected.cases);
      expect(new Set(events.map((event) => event.identity)).size).toBe(expected.cases);
      expect(counts).toEqual(expected.activities);
      expect(new Set(events.map((event) => event.message)).size).toBe(expected.events);
      // The reference took XES times with an offset as though they were UTC: only CSV and logs in UTC can be compared.
      // It keeps microseconds; we cut to milliseconds.
      if (csv === null && name !== 'helpdesk') return;
      let first = Number.POSITIVE_INFINITY;
      let last = 0;
      for (const event of events) {
        first = Math.min(first, event.timeMs);
        last = Math.max(last, event.timeMs);
      }
      expect([first, last]).toEqual([Date.parse(expected.first_timestamp), Date.parse(expected.last_timestamp)]);
    },
    120_000,
  );

  const ocel = isHere ? reference('ocel.json') : {};
  const flattened = Object.entries<{ flattened?: Record<string, { cases: number; events: number }> }>(ocel)
    .filter(([file]) => file.endsWith('.jsonocel'))
    .flatMap(([file, log]) => Object.entries(log.flattened ?? {}).map(([type, counts]) => ({ file, type, counts })));

  test.each(flattened)(
    '$file flattened on $type: cases and events as pm4py counts them',
    async ({ file, type, counts }) => {
      const mapping = mappingOf({
        caseKey: 'ocel:oid',
        activity: 'ocel:activity',
        time: 'ocel:timestamp',
        objectType: type,
      });
      const { events } = await load(data(`event-logs/ocel/${file}`), mapping);
      expect(events).toHaveLength(counts.events);
      expect(new Set(events.map((event) => event.caseKey)).size).toBe(counts.cases);
      expect(new Set(events.map((event) => event.message)).size).toBe(counts.events);
    },
  );

  test('an event keeps the identity of its case, its order and what else the log says', async () => {
    const mapping = mappingOf({ caseKey: 'case:concept:name', activity: 'concept:name', time: 'time:timestamp' });
    const { events, claims } = await load(data('event-logs/pm4py-tests/running-example.xes'), mapping);
    expect(events[0]).toMatchObject({
      workspace: 3,
      source: 9,
      identity: identityOf(3, { kind: 'case', value: '3' }),
      caseKey: '3',
      name: 'register request',
      timeMs: Date.parse('2010-12-30T14:32:00+01:00'),
      ord: 0,
      receivedMs: 1_700_000_000_123,
      properties: { 'org:resource': 'Pete', Costs: '50', 'case:creator': 'Fluxicon Nitro' },
    });
    expect(events.map((event) => event.ord)).toEqual(events.map((_, i) => i));
    expect(claims).toContainEqual([identityOf(3, { kind: 'case', value: '3' }), 'case', '3']);
    expect(claims).toHaveLength(6);
  });

  test.each([
    ['event-logs/pm4py-tests/receipt.xes.gz', { format: 'xes', recognised: 'XES log' }, { channel: 'case:channel' }],
    [
      'event-logs/ocel/recruiting-red.jsonocel',
      { format: 'ocel' },
      { objectType: 'applications', caseKey: 'ocel:oid' },
    ],
    [
      'event-logs/greps/greps_traces.csv',
      { format: 'csv' },
      { caseKey: 'case_id', activity: 'activity', time: 'timestamp' },
    ],
    [
      'event-logs/servicenow-incidents/incident_event_log_sample.csv',
      { format: 'csv' },
      {
        person: 'caller_id',
        caseKey: 'number',
        activity: 'incident_state',
        channel: 'contact_type',
        time: 'sys_updated_at',
      },
    ],
    [
      'feedback/nps-journey-verbatims/nps_verbatims.csv',
      { format: 'csv' },
      { score: 'NPS_SCORE', scale: '0-10', text: 'text', timeFormat: 'dd/MM/yyyy HH:mm[:ss]' },
    ],
    [
      'commerce/olist-sample/journey_events_share.csv',
      { format: 'csv' },
      { caseKey: 'case_id', activity: 'activity', time: 'timestamp' },
    ],
    [
      'commerce/olist-sample/share/olist_order_reviews_dataset.csv',
      { format: 'csv' },
      { score: 'review_score', scale: '1-5', text: 'review_comment_message', caseKey: 'order_id' },
    ],
  ])('%s is understood without help', async (file, shape, parts) => {
    const preview = await previewFile(data(file), file);
    expect(preview).toMatchObject(shape);
    expect(preview.mapping).toMatchObject(parts);
  });

  test('a reader can be left in the middle', async () => {
    const reader = await openRecords(data('event-logs/pm4py-tests/bpic2012.xes.gz'), 'xes', { objectType: null });
    for await (const batch of reader.batches) {
      if (batch.length > 0) break;
    }
    expect(reader.position()).toBeLessThan(3_341_826);
  });
});
