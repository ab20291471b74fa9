import { expect, test } from 'vitest';
import { openState } from '../src/index.ts';
import { describeEachState } from './each-state.ts';

describeEachState('workspaces', ({ state, workspace, location }) => {
  test('the first workspace has number 1, and asking again gives the same', async () => {
    const fresh = await openState(await location());
    const fields = { name: 'Ours', timeZone: 'Europe/Madrid' };
    const [a, b] = await Promise.all([
      fresh.workspaces.ensureDefault(fresh.db, fields),
      fresh.workspaces.ensureDefault(fresh.db, { ...fields, name: 'Second' }),
    ]);
    expect(a).toEqual(b);
    expect(a).toMatchObject({ id: 1, slug: 'default', timeZone: 'Europe/Madrid', isDemo: false, caseName: null });
    expect(await fresh.workspaces.list(fresh.db)).toEqual([a]);
    await fresh.close();
  });

  test('a workspace keeps what it was given, and changes only what is asked', async () => {
    const { workspaces, db } = state();
    const made = await workspaces.create(db, {
      slug: 'demo',
      name: 'Démo ✈',
      timeZone: 'UTC',
      isDemo: true,
      caseName: 'journey',
    });
    expect(await workspaces.get(db, made.id)).toEqual(made);
    expect(await workspaces.findBySlug(db, 'demo')).toEqual(made);
    expect(await workspaces.update(db, made.id, { caseName: null })).toEqual({ ...made, caseName: null });
    expect(await workspaces.update(db, made.id, {})).toEqual({ ...made, caseName: null });
  });

  test('unknown numbers and slugs are said, taken slugs refused', async () => {
    const { workspaces, db } = state();
    const { slug } = await workspace();
    await expect(workspaces.get(db, 999_999)).rejects.toMatchObject({ code: 'workspace.unknown' });
    expect(await workspaces.findBySlug(db, 'nobody')).toBeNull();
    await expect(
      workspaces.create(db, { slug, name: '', timeZone: 'UTC', isDemo: false, caseName: null }),
    ).rejects.toMatchObject({ code: 'state.failed', details: { reason: 'duplicate' } });
  });
});
