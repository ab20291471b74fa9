import { readFileSync } from 'node:fs';
import { Problem } from '@continuo/core';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { EncodedChunk } from './encode/chunk-encoder.ts';
import {
  type Checkpoint,
  dryRunImport,
  type ImportProgress,
  type ImportRequest,
  previewImport,
  runImport,
} from './import-job.ts';
import { decodeEvents, load, mappingOf, type StoredEvent, tempFolder } from './test-kit.ts';

const folder = tempFolder();
afterAll(folder.dispose);

const MAPPING = mappingOf({ person: 'customer', activity: 'what', time: 'when', score: 'score', scale: '0-10' });

/** A table in which every 17th row has no time and ids come back. */
function table(rows: number): string {
  const lines = ['customer,what,when,score,shop'];
  for (let i = 0; i < rows; i += 1) {
    const when = i % 17 === 3 ? '' : `2024-01-${String((i % 28) + 1).padStart(2, '0')} 10:00`;
    lines.push(`C${i % 97},step ${i % 7},${when},${i % 12},"shop ${i % 5}"`);
  }
  return `${lines.join('\n')}\n`;
}

function request(file: string, parts: Partial<ImportRequest> = {}): ImportRequest {
  return {
    file,
    bytes: readFileSync(file).length,
    format: 'csv',
    mapping: MAPPING,
    workspace: 3,
    source: 9,
    workspaceZone: 'UTC',
    receivedMs: 1_700_000_000_123,
    startRecord: 0,
    rejectPath: null,
    onChunk: async () => {},
    ...parts,
  };
}

describe('in the worker thread', () => {
  test('looks, tries, and imports with progress, checkpoints and rejects', async () => {
    const file = folder.write('whole.csv', table(1_000));
    const preview = await previewImport(file, 'whole.csv');
    expect(preview.columns.map((column) => column.name)).toEqual(['customer', 'what', 'when', 'score', 'shop']);

    const dryRun = await dryRunImport({ file, format: 'csv', mapping: MAPPING, workspaceZone: 'UTC' });
    expect(dryRun.timelines).toHaveLength(5);
    expect(dryRun.rejected).toBe(59);

    const chunks: EncodedChunk[] = [];
    const checkpoints: Checkpoint[] = [];
    const progress: ImportProgress[] = [];
    const rejectPath = `${folder.path}/whole.rejects.csv`;
    const outcome = await runImport(
      request(file, {
        chunkRecords: 200,
        rejectPath,
        onChunk: async (chunk, checkpoint) => {
          chunks.push(chunk);
          checkpoints.push(checkpoint);
        },
        onProgress: (step) => progress.push(step),
      }),
    );
    expect(outcome).toMatchObject({ status: 'done', counts: { rowsRead: 1_000, events: 941, rejected: 59 } });
    expect(chunks.map((chunk) => chunk.rows)).toEqual([200, 200, 200, 200, 141]);
    expect(checkpoints.at(-1)?.nextRecord).toBe(1_000);
    expect(chunks[0]?.touched.length).toBe(97);
    expect([...(chunks[0]?.touched ?? [])]).toEqual([...(chunks[0]?.touched ?? [])].sort((a, b) => (a < b ? -1 : 1)));
    expect(chunks[0]?.names).toEqual(['step 0', 'step 1', 'step 2', 'step 3', 'step 4', 'step 5', 'step 6']);
    expect(chunks[1]?.identityRows).toBe(0);
    expect(readFileSync(rejectPath, 'utf8').split('\n')).toHaveLength(61);
    for (const step of progress) expect(step.progress).toBeGreaterThanOrEqual(0);

    const direct = await load(file, MAPPING);
    expect(chunks.flatMap((chunk) => decodeEvents(chunk.events))).toEqual(direct.events);
  }, 60_000);

  test('a damaged file is an outcome; the same content can be refused after the first pass', async () => {
    const damaged = folder.write('damaged.csv', 'customer,what,when,score\nA,"buy,2024-01-01,9\n');
    const failed = await runImport(request(damaged));
    expect(failed).toMatchObject({ status: 'failed', error: expect.stringMatching(/line 2 is never closed/) });

    const file = folder.write('again.csv', table(50));
    const outcome = await runImport(request(file, { onContent: () => false }));
    expect(outcome).toMatchObject({ status: 'unchanged' });
  }, 60_000);

  test('what storing a chunk throws is thrown on', async () => {
    const file = folder.write('store.csv', table(50));
    const full = new Problem('engine.disk_full', 'The disk is full.');
    const storing = runImport(
      request(file, {
        onChunk: async () => {
          throw full;
        },
      }),
    );
    await expect(storing).rejects.toBe(full);
  }, 60_000);

  test('cancelling ends it, and no chunk comes after', async () => {
    const file = folder.write('cancel.csv', table(5_000));
    const stop = new AbortController();
    let chunks = 0;
    const outcome = await runImport(
      request(file, {
        chunkRecords: 100,
        signal: stop.signal,
        onChunk: async () => {
          chunks += 1;
          stop.abort();
        },
      }),
    );
    expect(outcome).toEqual({ status: 'cancelled' });
    const before = chunks;
    expect((await runImport(request(file, { signal: stop.signal }))).status).toBe('cancelled');
    expect(chunks).toBe(before);
  }, 60_000);
});

describe('resume', () => {
  const file = folder.write('resume.csv', table(600));
  const sortKey = (event: StoredEvent) => `${event.identity}/${event.message}`;

  test('from any checkpoint: the same rows and the same counts as without a stop', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 0, max: 20 }),
        async (chunkRecords, stop) => {
          const whole = await load(file, MAPPING, { chunkRecords });
          const kept = whole.chunks.slice(0, stop % (whole.chunks.length + 1));
          const startRecord = kept.at(-1)?.nextRecord ?? 0;
          const rest = await load(file, MAPPING, { chunkRecords, startRecord });
          const events = [...kept.flatMap(({ chunk }) => decodeEvents(chunk.events)), ...rest.events];
          expect(events).toEqual(whole.events);
          expect(rest.result).toEqual(whole.result);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('a chunk that was stored twice holds the very same rows', async () => {
    const first = await load(file, MAPPING, { chunkRecords: 100 });
    const again = await load(file, MAPPING, { chunkRecords: 250 });
    expect(new Set(again.events.map(sortKey))).toEqual(new Set(first.events.map(sortKey)));
    expect(again.events).toEqual(first.events);
  });

  test('the objects of one OCEL event stay in one chunk', async () => {
    const objects = ['a', 'b', 'c'].map((id) => ({ id, type: 'item' }));
    const events = Array.from({ length: 5 }, (_, i) => ({
      id: `e${i}`,
      type: 'packed',
      time: `2024-01-0${i + 1}T00:00:00Z`,
      relationships: objects.map(({ id }) => ({ objectId: id })),
    }));
    const log = folder.write('log.jsonocel', JSON.stringify({ events, objects }));
    const mapping = mappingOf({
      caseKey: 'ocel:oid',
      activity: 'ocel:activity',
      time: 'ocel:timestamp',
      objectType: 'item',
    });
    const { chunks, events: stored } = await load(log, mapping, { chunkRecords: 4 });
    expect(chunks.map(({ chunk, nextRecord }) => [chunk.rows, nextRecord])).toEqual([
      [6, 2],
      [6, 4],
      [3, 5],
    ]);
    expect(new Set(stored.map((event) => event.message)).size).toBe(15);
  });
});

describe('messages', () => {
  test('depend on content and place, not on the name or the packing; or on the message id', async () => {
    const text = 'customer,what,when,id\nA,buy,2024-01-01,m1\nA,buy,2024-01-01,m2\n';
    const mapping = mappingOf({ person: 'customer', activity: 'what', time: 'when' });
    const one = await load(folder.write('one.csv', text), mapping);
    const other = await load(folder.write('other.csv', text), mapping);
    const changed = await load(folder.write('changed.csv', `${text}B,ask,2024-01-02,m3\n`), mapping);
    const messages = (events: readonly StoredEvent[]) => events.map((event) => event.message);
    expect(messages(other.events)).toEqual(messages(one.events));
    expect(new Set([...messages(one.events), ...messages(changed.events)]).size).toBe(5);

    const byId = { ...mapping, messageId: 'id' };
    const first = await load(folder.write('one.csv', text), byId);
    const second = await load(folder.write('changed.csv', `${text}B,ask,2024-01-02,m3\n`), byId);
    expect(messages(second.events).slice(0, 2)).toEqual(messages(first.events));
  });
});
