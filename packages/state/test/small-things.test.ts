import { expect, test } from 'vitest';
import { describeEachState } from './each-state.ts';

describeEachState('attributes', ({ state, workspace }) => {
  test('at most 20 are declared, each once, in their order', async () => {
    const { attributes, db } = state();
    const { id } = await workspace();
    expect(await attributes.list(db, id)).toEqual([]);
    expect(await attributes.declare(db, id, ['brand', 'class', 'brand'])).toEqual({
      ok: true,
      value: ['brand', 'class'],
    });
    expect(await attributes.declare(db, id, ['class'])).toEqual({ ok: true, value: ['brand', 'class'] });
    const more = Array.from({ length: 19 }, (_, i) => `p${i}`);
    expect(await attributes.declare(db, id, more)).toEqual({
      ok: false,
      problems: ['19 properties are new; 18 of 20 places are free.'],
    });
    const all = ['brand', 'class', ...more.slice(0, 18)];
    expect(await attributes.declare(db, id, more.slice(0, 18))).toEqual({ ok: true, value: all });
    expect(await attributes.list(db, id)).toEqual(all);
  });

  test('two who declare at once lose nothing', async () => {
    const { attributes, db } = state();
    const { id } = await workspace();
    await Promise.all(['a', 'b', 'c', 'd'].map((name) => attributes.declare(db, id, [name])));
    expect([...(await attributes.list(db, id))].sort()).toEqual(['a', 'b', 'c', 'd']);
  });
});

describeEachState('facts', ({ state, workspace }) => {
  test('the newest value counts, in its workspace', async () => {
    const { facts, db } = state();
    const [{ id }, other] = [await workspace(), await workspace()];
    expect(await facts.get(db, id, 'sawGraph')).toBeNull();
    await facts.set(db, id, 'sawGraph', '1');
    await facts.set(db, id, 'sawGraph', '');
    await facts.set(db, id, 'readStory', 'é');
    expect(await facts.get(db, id, 'sawGraph')).toBe('');
    expect(Object.fromEntries(await facts.all(db, id))).toEqual({ sawGraph: '', readStory: 'é' });
    expect((await facts.all(db, other.id)).size).toBe(0);
  });
});

describeEachState('audit', ({ state, workspace }) => {
  test('entries are numbered without gaps, newest first, and undone with what they tell of', async () => {
    const { audit, db, transaction } = state();
    const { id } = await workspace();
    const entry = {
      atMs: 1,
      actor: 'ana',
      action: 'import.created',
      thing: 'import 7',
      details: { rows: [1, null, 'é'] },
    };
    expect(await audit.append(db, id, entry)).toBe(1);
    const failed = transaction(async (trx) => {
      await audit.append(trx, id, entry);
      throw new Error('stop');
    });
    await expect(failed).rejects.toThrow('stop');
    expect(await audit.append(db, id, { ...entry, atMs: 2, details: {} })).toBe(2);
    expect(await audit.list(db, id)).toEqual([
      { id: 2, ...entry, atMs: 2, details: {} },
      { id: 1, ...entry },
    ]);
    expect((await audit.list(db, id, { beforeId: 2 })).map((one) => one.id)).toEqual([1]);
    expect((await audit.list(db, id, { most: 1 })).map((one) => one.id)).toEqual([2]);
    expect(await audit.list(db, (await workspace()).id)).toEqual([]);
  });
});
