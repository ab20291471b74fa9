import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { describeEachState } from './each-state.ts';

const entry = { atMs: 1, actor: 'user 3', action: 'import.start', thing: 'import 7', details: { rows: 4 } };

describeEachState('the chain of the audit log', ({ state, workspace }) => {
  async function five(): Promise<number> {
    const { audit, db } = state();
    const { id } = await workspace();
    for (let i = 0; i < 5; i += 1) await audit.append(db, id, { ...entry, atMs: i });
    return id;
  }
  const check = (workspaceId: number) => state().audit.check(state().db, workspaceId);

  test('an untouched log is whole, an empty one as well', async () => {
    const { audit, db } = state();
    expect(await check((await workspace()).id)).toEqual({ isWhole: true, entries: 0, brokenAt: null, head: '' });
    const id = await five();
    const first = await check(id);
    expect(first).toMatchObject({ isWhole: true, entries: 5, brokenAt: null });
    await Promise.all([1, 2, 3].map((atMs) => audit.append(db, id, { ...entry, atMs })));
    expect(await check(id)).toMatchObject({ isWhole: true, entries: 8 });
    expect((await check(id)).head).not.toBe(first.head);
  });

  test.each([
    'at_ms = 77',
    "actor = 'somebody else'",
    "action = 'x'",
    "thing = 'import 8'",
    "details = '{}'",
    "hash = ''",
  ])('an entry whose %s is found', async (edit) => {
    const id = await five();
    await sql.raw(`update audit set ${edit} where workspace = ${id} and id = 3`).execute(state().db);
    expect(await check(id)).toMatchObject({ isWhole: false, brokenAt: 3 });
  });

  test.each([1, 3, 5])('a removed entry %i is found, also the last', async (gone) => {
    const id = await five();
    await state().db.deleteFrom('audit').where('workspace', '=', id).where('id', '=', gone).execute();
    expect(await check(id)).toMatchObject({ isWhole: false, brokenAt: gone });
  });

  test('entries that changed places are found', async () => {
    const id = await five();
    const move = (from: number, to: number) =>
      state().db.updateTable('audit').set({ id: to }).where('workspace', '=', id).where('id', '=', from).execute();
    for (const [from, to] of [
      [2, 99],
      [4, 2],
      [99, 4],
    ] as const)
      await move(from, to);
    expect(await check(id)).toMatchObject({ isWhole: false, brokenAt: 2 });
  });

  test('entries from before the chain are sealed by the next one', async () => {
    const { audit, db } = state();
    const id = await five();
    await db.updateTable('audit').set({ hash: '' }).where('workspace', '=', id).execute();
    expect(await check(id)).toMatchObject({ isWhole: true, entries: 5, head: '' });
    await audit.append(db, id, entry);
    expect(await check(id)).toMatchObject({ isWhole: true, entries: 6 });
    await db.updateTable('audit').set({ thing: 'x' }).where('workspace', '=', id).where('id', '=', 2).execute();
    expect(await check(id)).toMatchObject({ isWhole: false, brokenAt: 2 });
  });

  test('the list is narrowed by what and by whom', async () => {
    const { audit, db } = state();
    const id = await five();
    await audit.append(db, id, { ...entry, actor: 'terminal', action: 'demo.load' });
    expect(await audit.actions(db, id)).toEqual(['demo.load', 'import.start']);
    expect(await audit.list(db, id, { action: 'demo.load' })).toHaveLength(1);
    expect(await audit.list(db, id, { actor: 'user 3', most: 2 })).toMatchObject([{ id: 5 }, { id: 4 }]);
  });
});
