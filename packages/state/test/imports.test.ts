import { importSchema, mappingSchema } from '@continuo/contract';
import { expect, test } from 'vitest';
import type { StoredImport } from '../src/index.ts';
import { describeEachState } from './each-state.ts';

const mapping = mappingSchema.parse({
  person: 'customer',
  caseKey: null,
  activity: 'what',
  time: 'when',
  channel: null,
  score: null,
  scale: null,
  text: 'said\0\ud800 🛄',
});

const preview = {
  format: 'csv' as const,
  recognised: null,
  columns: [{ name: 'what', samples: ['book'] }],
  objectTypes: [],
  mapping,
  guesses: [{ field: 'time', column: 'when', confidence: 0.75, reason: 'looks like dates' }],
  warnings: [],
};

describeEachState('imports', ({ state, workspace }) => {
  const draft = async (): Promise<StoredImport> => {
    const { imports, db } = state();
    const { id } = await workspace();
    return imports.create(db, { workspace: id, file: 'a.csv', path: '/keep/a.csv', bytes: 10, createdMs: 5 });
  };
  const waiting = async (): Promise<StoredImport> => {
    const { imports, db } = state();
    return imports.update(db, await draft(), { status: 'waiting', contentHash: 'c', mappingHash: 'm' });
  };

  test('a draft is what the API promises, and keeps its preview and mapping to the letter', async () => {
    const { imports, db } = state();
    const made = await draft();
    expect(importSchema.parse(made)).toMatchObject({ id: made.id, status: 'draft', preview: null, notes: [] });
    const changed = await imports.update(db, made, { preview, mapping, notes: ['2 times did not exist'] });
    expect(changed).toEqual({ ...made, preview, mapping, notes: ['2 times did not exist'] });
    expect(await imports.update(db, made, {})).toEqual(changed);
    expect(await imports.update(db, made, { mapping: null })).toEqual({ ...changed, mapping: null });
    expect(await imports.list(db, made.workspace)).toEqual([{ ...changed, mapping: null }]);
  });

  test('an import is known in its own workspace only', async () => {
    const { imports, db } = state();
    const { id } = await draft();
    const other = { workspace: (await workspace()).id, id };
    await expect(imports.get(db, other)).rejects.toMatchObject({ code: 'import.unknown' });
    await expect(imports.update(db, other, { status: 'done' })).rejects.toMatchObject({ code: 'import.unknown' });
    expect(await imports.cancel(db, other, 1)).toBe(false);
  });

  test('one worker has it at a time; after its lease another takes over and the first is refused', async () => {
    const { imports, db } = state();
    const one = await waiting();
    const ask = { workspace: one.workspace, id: one.id, leaseMs: 100 };
    const claims = await Promise.all(['a', 'b', 'c'].map((owner) => imports.claim(db, { ...ask, owner, nowMs: 1000 })));
    const [lease, ...others] = claims.filter((claim) => claim !== null);
    expect(others).toEqual([]);
    if (lease === undefined) throw new Error('nobody got it');
    const ids = async (nowMs: number): Promise<readonly number[]> =>
      (await imports.listUnfinished(db, nowMs)).filter((u) => u.workspace === one.workspace).map((u) => u.id);
    expect(await ids(1099)).toEqual([]);
    expect(await ids(1100)).toEqual([one.id]);
    const checkpoint = {
      status: 'running',
      recordsDone: 50_000,
      bytesDone: 7,
      progress: 0.7,
      rowsPerSecond: 1e5,
    } as const;
    await imports.advance(db, lease, { ...checkpoint, leaseUntilMs: 1500 });
    expect(await imports.claim(db, { ...ask, owner: 'd', nowMs: 1499 })).toBeNull();
    // The same folder after a crash: its lease is its own, and the one before is refused from now on.
    const owner = ['a', 'b', 'c'][claims.findIndex((claim) => claim !== null)] as string;
    expect((await imports.claim(db, { ...ask, owner, nowMs: 1001 }))?.fence).toBe((lease?.fence ?? 0) + 1);
    const later = await imports.claim(db, { ...ask, owner: 'd', nowMs: 1500 });
    if (later === null) throw new Error('the lease did not end');
    expect(await imports.get(db, one)).toMatchObject(checkpoint);
    await expect(imports.advance(db, lease, { recordsDone: 1 })).rejects.toMatchObject({ code: 'import.busy' });
    await imports.advance(db, later, { status: 'done', finishedMs: 1600, progress: 1 });
    expect(await ids(9999)).toEqual([]);
    expect(await imports.claim(db, { ...ask, owner: 'e', nowMs: 9999 })).toBeNull();
  });

  test('cancelling stops the worker at its next word, and does nothing to what is finished', async () => {
    const { imports, db } = state();
    const one = await waiting();
    const lease = await imports.claim(db, { ...one, owner: 'a', nowMs: 0, leaseMs: 9 });
    if (lease === null) throw new Error('nobody got it');
    expect(await imports.cancel(db, one, 77)).toBe(true);
    expect(await imports.get(db, one)).toMatchObject({ status: 'cancelled', finishedMs: 77 });
    await expect(imports.advance(db, lease, { status: 'running' })).rejects.toMatchObject({ code: 'import.busy' });
    expect(await imports.cancel(db, one, 78)).toBe(false);
  });

  test('the same content with the same mapping is recognised while its source is there', async () => {
    const { imports, sources, db } = state();
    const one = await waiting();
    const same = { workspace: one.workspace, contentHash: 'c', mappingHash: 'm' };
    expect(await imports.findDone(db, same)).toBeNull();
    await sources.create(db, { workspace: one.workspace, id: one.id, kind: 'import', name: one.file });
    const done = await imports.update(db, one, { status: 'done', finishedMs: 9 });
    expect(await imports.findDone(db, same)).toBeNull();
    await sources.setStatus(db, { workspace: one.workspace, id: one.id, status: 'complete' });
    expect(await imports.findDone(db, same)).toEqual(done);
    expect(await imports.findDone(db, { ...same, mappingHash: 'n' })).toBeNull();
    expect(await imports.listByContent(db, { ...same })).toEqual([done]);
    expect(await imports.findDone(db, { ...same, workspace: (await workspace()).id })).toBeNull();
    await sources.setStatus(db, { workspace: one.workspace, id: one.id, status: 'removing' });
    expect(await imports.findDone(db, same)).toBeNull();
  });
});

describeEachState('sources', ({ state, workspace }) => {
  test('questions see complete sources only, and a switch happens at one moment', async () => {
    const { sources, db, transaction } = state();
    const { id } = await workspace();
    const old = await sources.create(db, { workspace: id, kind: 'demo', name: 'demo' });
    const fresh = await sources.create(db, { workspace: id, kind: 'collect', name: 'sent in' });
    expect(fresh.id).toBeGreaterThan(old.id);
    expect(await sources.listComplete(db, id)).toEqual([]);
    await sources.setStatus(db, { ...old, status: 'complete' });
    expect(await sources.listComplete(db, id)).toEqual([old.id]);
    await transaction(async (trx) => {
      await sources.setStatus(trx, { ...fresh, status: 'complete' });
      await sources.setStatus(trx, { ...old, status: 'removing' });
    });
    expect(await sources.listComplete(db, id)).toEqual([fresh.id]);
    expect(await sources.list(db, id)).toEqual([
      { ...old, status: 'removing' },
      { ...fresh, status: 'complete' },
    ]);
  });

  test('an unknown source is said; a source and an import never share a number by chance', async () => {
    const { imports, sources, db } = state();
    const { id } = await workspace();
    const one = await imports.create(db, { workspace: id, file: 'a', path: null, bytes: 0, createdMs: 0 });
    const other = await sources.create(db, { workspace: id, kind: 'demo', name: 'demo' });
    expect(other.id).not.toBe(one.id);
    await expect(sources.setStatus(db, { workspace: id, id: 0, status: 'complete' })).rejects.toMatchObject({
      code: 'import.unknown',
    });
  });
});
