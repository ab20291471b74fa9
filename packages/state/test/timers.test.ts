import { expect, test } from 'vitest';
import type { State, Timer } from '../src/index.ts';
import { describeEachState } from './each-state.ts';

const due = (state: State, nowMs: number, kinds = ['wake']): Promise<readonly Timer[]> =>
  state.timers.listDue(state.db, { nowMs, kinds, most: 100 });

describeEachState('timers', (given) => {
  test('a timer is due at its time, and setting it again moves it', async () => {
    const { id: workspace } = await given.workspace();
    const state = given.state();
    const ref = { workspace, kind: `wake-${workspace}`, key: 'a' };
    const kinds = [ref.kind];
    await state.timers.set(state.db, { ...ref, dueMs: 100, payload: { n: 1 } });
    await state.timers.set(state.db, { ...ref, dueMs: 200, payload: { n: 2 } });
    expect(await state.timers.dueOf(state.db, ref)).toBe(200);
    expect(await due(state, 199, kinds)).toEqual([]);
    expect(await due(state, 200, kinds)).toEqual([{ ...ref, dueMs: 200, payload: { n: 2 }, attempts: 0 }]);
    expect(await due(state, 200, [])).toEqual([]);
    expect(await due(state, 200, ['other'])).toEqual([]);
    expect(await state.timers.drop(state.db, ref)).toBe(true);
    expect(await state.timers.drop(state.db, ref)).toBe(false);
    expect(await state.timers.dueOf(state.db, ref)).toBeNull();
  });

  test('of several that see a timer due one gets it; a rollback puts it back', async () => {
    const { id: workspace } = await given.workspace();
    const state = given.state();
    const ref = { workspace, kind: `wake-${workspace}`, key: 'a' };
    await state.timers.set(state.db, { ...ref, dueMs: 1, payload: null });
    const [timer] = await due(state, 1, [ref.kind]);
    if (timer === undefined) throw new Error('due');
    const broken = state.transaction(async (trx) => {
      expect(await state.timers.claimDue(trx, timer)).toBe(true);
      throw new Error('no');
    });
    await expect(broken).rejects.toThrow('no');
    const claims = await Promise.all(
      Array.from({ length: 6 }, () => state.transaction((trx) => state.timers.claimDue(trx, timer))),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await due(state, 1, [ref.kind])).toEqual([]);
  });

  test('one that was moved since it was listed is not taken; one that failed waits', async () => {
    const { id: workspace } = await given.workspace();
    const state = given.state();
    const ref = { workspace, kind: `wake-${workspace}`, key: 'a' };
    await state.timers.set(state.db, { ...ref, dueMs: 1, payload: null });
    const [timer] = await due(state, 1, [ref.kind]);
    if (timer === undefined) throw new Error('due');
    await state.timers.delay(state.db, timer, 50);
    expect(await due(state, 49, [ref.kind])).toEqual([]);
    expect(await due(state, 50, [ref.kind])).toMatchObject([{ attempts: 1, dueMs: 1 }]);
    await state.timers.set(state.db, { ...ref, dueMs: 2, payload: null });
    expect(await state.transaction((trx) => state.timers.claimDue(trx, timer))).toBe(false);
    // What was moved begins anew: earlier failures do not hold it back.
    expect(await due(state, 2, [ref.kind])).toMatchObject([{ attempts: 0, dueMs: 2 }]);
  });
});
