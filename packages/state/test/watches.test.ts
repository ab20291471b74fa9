import { NEW_MEMORY, type Verdict } from '@continuo/core';
import { expect, test } from 'vitest';
import type { State } from '../src/index.ts';
import { describeEachState } from './each-state.ts';

type Making = Parameters<State['watches']['create']>[2];

const MAKING: Making = {
  name: 'Phone us',
  measured: { kind: 'events', activity: 'Phone us', channel: null },
  filters: [{ kind: 'channel', channel: 'phone' }],
  ...{ how: 'unusual', period: 'day', speaksOf: 'more', owner: 'Phone team', mails: ['a@b.test'], hasWebhook: true },
  learnFrom: 20_000,
  ...{ baseline: null, memory: { ...NEW_MEMORY, state: 'learning' }, learnt: { have: 3, need: 28 } },
  ...{ judged: null, judgedMs: null, madeBy: 'Ana', madeMs: 5 },
};
const standing = (judged: number, state: 'fine' | 'open' = 'fine') => ({
  ...{ baseline: null, learnt: { have: 28, need: 28 }, judged, judgedMs: judged * 86_400_000 },
  memory: { ...NEW_MEMORY, state },
});
const verdict = (slot: number, n: number): Verdict => ({
  ...{ slot, n, of: null, centre: 1, lo: 0, hi: 3, saw: 'usual', side: null, state: 'fine', did: null, since: null },
});
const figure = (n: number) => ({ n, of: null, usual: { centre: 1, lo: 0, hi: 3 } });

describeEachState('watches and alerts', (given) => {
  async function watching(over: Partial<Making> = {}) {
    const state = given.state();
    const { id: workspace } = await given.workspace();
    const watch = await state.watches.create(state.db, workspace, { ...MAKING, ...over });
    const opening: Parameters<State['alerts']['open']>[1] = {
      ...{ workspace, watch: watch.id, side: 'more', sinceSlot: 9, spokenSlot: 10, lastSlot: 10 },
      ...{ first: figure(7), openedMs: 100 },
    };
    return { ...state, workspace, watch, opening };
  }

  test('a watch comes back as it was made, changes only as asked, and is nobody else’s', async () => {
    const { watches, db, workspace, watch } = await watching();
    expect(watch).toEqual({ ...MAKING, workspace, id: 1, mutedUntilMs: null });
    const changed = await watches.update(db, workspace, 1, { owner: 'Ben', mails: [], mutedUntilMs: 7 });
    expect(changed).toEqual({ ...watch, owner: 'Ben', mails: [], mutedUntilMs: 7 });
    expect(await watches.update(db, workspace, 1, {})).toEqual(changed);
    const other = await watching();
    expect(other.watch.id).toBe(1);
    await watches.update(db, other.workspace, 1, { name: 'Theirs' });
    expect(await watches.get(db, workspace, 1)).toEqual(changed);
    await expect(watches.get(db, workspace, 2)).rejects.toMatchObject({ code: 'watch.unknown' });
  });

  test('of two who judge the same period one is heard, and a period keeps its first verdict', async () => {
    const { watches, db, watch, workspace } = await watching();
    const stood = await Promise.all([watches.stand(db, watch, standing(30)), watches.stand(db, watch, standing(30))]);
    expect(stood.sort()).toEqual([false, true]);
    const now = await watches.get(db, workspace, 1);
    expect(now).toMatchObject(standing(30));
    await watches.keepVerdicts(db, now, [verdict(29, 1), verdict(30, 2)], 1);
    await watches.keepVerdicts(db, now, [verdict(30, 9), verdict(31, 3)], 2);
    const kept = async (most: number) =>
      (await watches.verdicts(db, workspace, 1, most)).map(({ slot, n }) => [slot, n]);
    expect(await kept(9)).toEqual([
      [29, 1],
      [30, 2],
      [31, 3],
    ]);
    expect(await kept(1)).toEqual([[31, 3]]);
    await watches.relearn(db, now, 40, standing(0));
    expect(await kept(9)).toEqual([]);
    expect(await watches.get(db, workspace, 1)).toMatchObject({ learnFrom: 40, judged: 0 });
  });

  test('an alert is opened, goes on, is seen by the first who says so, and ends once', async () => {
    const { alerts, db, workspace, watch, opening } = await watching();
    const alert = await alerts.open(db, opening);
    expect(alert).toMatchObject({ id: 1, first: figure(7), last: figure(7), closedMs: null });
    expect(await alerts.openOf(db, workspace, watch.id)).toEqual(alert);
    await alerts.goOn(db, alert, 12, figure(8));
    await alerts.acknowledge(db, alert, 'Ana', 110);
    await alerts.acknowledge(db, alert, 'Ben', 120);
    await alerts.say(db, workspace, 1, { atMs: 130, actor: 'Ben', kind: 'comment', note: 'A strike.' });
    const end = { slot: 14, atMs: 140, note: '', actor: '' };
    await alerts.close(db, alert, end);
    await alerts.close(db, alert, { ...end, atMs: 150 });
    expect(await alerts.get(db, workspace, 1)).toMatchObject({
      ...{ first: figure(7), last: figure(8), lastSlot: 12, closedSlot: 14, closedMs: 140, acknowledgedBy: 'Ana' },
    });
    expect((await alerts.log(db, workspace, 1)).map(({ kind, actor, atMs }) => `${kind} ${actor} ${atMs}`)).toEqual([
      'opened  100',
      'acknowledged Ana 110',
      'comment Ben 130',
      'closed  140',
    ]);
    expect(await alerts.openOf(db, workspace, watch.id)).toBeNull();
    const second = await alerts.open(db, opening);
    expect((await alerts.listOpen(db, workspace)).map(({ id }) => id)).toEqual([second.id]);
    expect((await alerts.listPast(db, workspace, 9)).map(({ id }) => id)).toEqual([1]);
    const other = await watching();
    await expect(alerts.get(db, other.workspace, 1)).rejects.toMatchObject({ code: 'alert.unknown' });
  });

  test('what is no longer watched leaves nothing behind, and no number is used twice', async () => {
    const { watches, alerts, db, workspace, watch, opening } = await watching();
    await alerts.open(db, opening);
    await watches.keepVerdicts(db, watch, [verdict(1, 1)], 1);
    await watches.remove(db, workspace, watch.id);
    expect([await watches.list(db, workspace), await alerts.listOpen(db, workspace)]).toEqual([[], []]);
    expect([await alerts.log(db, workspace, 1), await watches.verdicts(db, workspace, 1, 9)]).toEqual([[], []]);
    expect((await watches.create(db, workspace, MAKING)).id).toBe(2);
    await expect(watches.remove(db, workspace, 1)).rejects.toMatchObject({ code: 'watch.unknown' });
  });

  test('what is done once in the life of a workspace is begun by one', async () => {
    const { facts, db } = given.state();
    const { id: workspace } = await given.workspace();
    const begun = await Promise.all(Array.from({ length: 3 }, () => facts.begin(db, workspace, 'made')));
    expect(begun.sort()).toEqual([false, false, true]);
    expect(await facts.begin(db, workspace, 'another')).toBe(true);
  });

  test('when call-backs were opened, and when they were past due', async () => {
    const { callbacks, callbackDecisions, db } = given.state();
    const { id: workspace } = await given.workspace();
    expect(await callbacks.hasAny(db, workspace)).toBe(false);
    const HOUR = 3_600_000;
    const at = (nowMs: number) => ({ nowMs, answerDays: 14, isFrozen: false });
    const open = async (person: string, nowMs: number) => {
      const decided = await callbackDecisions.decide(
        db,
        workspace,
        {
          ...{
            rule: 'low',
            message: person,
            person,
            identity: person,
            timeMs: nowMs,
            why: '',
            what: '',
            channel: 'web',
          },
          ...{ step: null, team: null, calendar: 'none', workMs: HOUR },
        },
        { mayOpen: true, clock: at(nowMs) },
      );
      if (decided.kind !== 'opened') throw new Error(decided.kind);
      return decided.callback;
    };
    const entry = (kind: 'late' | 'waiting' | 'closed') => ({ kind, facts: {}, text: '', userId: null });
    const begin = Date.UTC(2026, 9, 26, 10);
    const one = await open('1', begin);
    const two = await open('2', begin + HOUR);
    const late = one.dueMs + 1;
    await callbacks.act(db, workspace, one.id, { kind: 'late' }, entry('late'), at(late));
    const cause = { kind: 'off-map' } as const;
    const close = { kind: 'close', cause, action: 'called', askMs: null, by: 0 } as const;
    await callbacks.act(db, workspace, one.id, close, entry('closed'), at(late + HOUR));
    expect(await callbacks.openings(db, workspace)).toEqual([begin, begin + HOUR]);
    expect(await callbacks.hasAny(db, workspace)).toBe(true);
    const over = { fromMs: late, toMs: late + HOUR };
    expect(await callbacks.pastDueSpans(db, workspace, two.dueMs)).toEqual([over]);
    const nowMs = two.dueMs + HOUR;
    expect(await callbacks.pastDueSpans(db, workspace, nowMs)).toEqual([over, { fromMs: two.dueMs, toMs: nowMs }]);
  });
});
