import type { CallbackCount } from '@continuo/contract';
import { expect, test } from 'vitest';
import type { DeedClock, HelpingMoment, SeenMoment, State } from '../src/index.ts';
import { describeEachState } from './each-state.ts';

const clockAt = (nowMs: number): DeedClock => ({ nowMs, answerDays: 14, isFrozen: false });
const MONDAY = Date.parse('2026-10-26T10:00Z');

async function opened(state: State, workspace: number, person: string, message: string, nowMs: number) {
  const seen: SeenMoment = {
    ...{ rule: 'low', message, person, identity: person, timeMs: MONDAY, why: 'answered 2 of 10', what: 'No bag' },
    ...{ channel: 'email', step: null, team: 'Baggage', calendar: 'office', workMs: 3_600_000 },
  };
  const decision = await state.callbackDecisions.decide(state.db, workspace, seen, {
    mayOpen: true,
    clock: clockAt(nowMs),
  });
  return 'callback' in decision ? decision.callback.id : 0;
}

describeEachState('call-backs follow what was found out', ({ state, workspace }) => {
  test('two of one person become the earlier one, with what was done in the other; a person who parts takes theirs along', async () => {
    const { callbackUpkeep, callbacks, callbackLog, db } = state();
    const { id } = await workspace();
    const first = await opened(state(), id, '1', '11', MONDAY);
    const second = await opened(state(), id, '2', '21', MONDAY + 1000);
    const note = { kind: 'noted', facts: { note: 'called' }, text: 'The bag is red', userId: 3 } as const;
    await callbacks.act(db, id, second, { kind: 'take', owner: 3 }, note, clockAt(MONDAY + 2000));
    expect(await callbackUpkeep.openings(db, id)).toEqual([
      { id: first, person: '1', identity: '1' },
      { id: second, person: '2', identity: '2' },
    ]);
    const gone = await callbackUpkeep.follow(db, id, { id: first, person: '2' }, clockAt(MONDAY + 5000));
    expect(gone).toMatchObject({ id: second, state: 'closed', withdrawn: { why: 'merged', into: first } });
    const stays = await callbacks.get(db, id, first);
    expect([stays.person, stays.state, stays.owner]).toEqual(['2', 'in-hand', 3]);
    expect((await callbacks.moments(db, id, first)).map(({ message }) => message)).toEqual(['11', '21']);
    const log = await callbackLog.list(db, id, first);
    expect(log.map(({ kind }) => kind)).toEqual(['opened', 'joined', 'noted', 'merged']);
    const counted = await callbacks.measures(db, id, { fromMs: 0, toMs: MONDAY * 2, nowMs: MONDAY });
    expect([counted.opened.opened, counted.now.inHand]).toEqual([1, 1]);
    for (const [count, n] of Object.entries({ ...counted.opened, ...counted.asked })) {
      const asked = { count: count as CallbackCount, cause: null, fromMs: 0, toMs: MONDAY * 2, nowMs: MONDAY };
      const behind = await callbacks.behind(db, id, asked, { most: 10, afterId: null });
      expect([count, behind.length]).toEqual([count, n]);
    }
    // They are two after all: what both had stays with the first.
    await callbackUpkeep.follow(db, id, { id: first, person: '1' }, clockAt(MONDAY + 6000));
    expect((await callbacks.get(db, id, first)).person).toBe('1');
    expect(await callbackUpkeep.openings(db, id)).toEqual([{ id: first, person: '1', identity: '1' }]);
  });

  test('without its events one is withdrawn and may open anew; one that was worked on says so once and stays', async () => {
    const { callbackUpkeep, callbacks, callbackLog, db } = state();
    const { id } = await workspace();
    const idle = await opened(state(), id, '1', '11', MONDAY);
    const worked = await opened(state(), id, '2', '21', MONDAY);
    await callbacks.act(db, id, worked, { kind: 'take', owner: 3 }, null, clockAt(MONDAY));
    const of = async (callback: number): Promise<readonly HelpingMoment[]> =>
      (await callbackUpkeep.helpingMoments(db, id)).filter((moment) => moment.callback === callback);
    const clock = clockAt(MONDAY + 9000);
    const remove = async (callback: number) =>
      callbackUpkeep.noteRemovals(db, id, callback, { gone: await of(callback), back: [] }, clock);
    expect(await remove(idle)).toMatchObject({ state: 'closed', withdrawn: { why: 'removed' }, cause: null });
    expect(await remove(worked)).toBeNull();
    expect((await of(worked)).map(({ removedMs }) => removedMs)).toEqual([MONDAY + 9000]);
    expect((await callbackLog.list(db, id, worked)).map(({ kind }) => kind)).toEqual(['opened', 'removed']);
    await callbackUpkeep.noteRemovals(db, id, worked, { gone: [], back: await of(worked) }, clock);
    expect((await of(worked)).map(({ removedMs }) => removedMs)).toEqual([null]);
    const anew = await opened(state(), id, '1', '11', MONDAY + 10_000);
    expect(await callbacks.get(db, id, anew)).toMatchObject({ state: 'open', againId: null });
    const { opened: counted } = await callbacks.measures(db, id, { fromMs: 0, toMs: MONDAY * 2, nowMs: MONDAY });
    expect([counted.opened, counted.again]).toEqual([2, 0]);
    expect(await callbacks.causes(db, id, { fromMs: 0, toMs: MONDAY * 2 })).toEqual([]);
  });
});
