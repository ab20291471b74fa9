import { applyEdits, blankJourney, blankStep, type Edit, type JourneyContract, type Matcher } from '@continuo/core';
import { expect, test } from 'vitest';
import type { StoredJourney } from '../src/index.ts';
import { describeEachState } from './each-state.ts';

const by = { actor: 'user 1', client: 'tab-1', atMs: 5 };
const matcher = (...events: string[]): Matcher => ({ events, where: [], channels: [] });

function map(key: string): JourneyContract {
  const steps = [
    { ...blankStep('look', 'I look'), matchers: [matcher('Looked')] },
    { ...blankStep('pay', 'I pay'), touchpoint: 'till', ends: 'goal' as const },
  ];
  return { ...blankJourney(key, 'I buy'), stages: [{ id: 's', title: 'Buy', blocks: steps }] };
}

const title = (value: string): Edit => ({ kind: 'set-journey', field: 'title', value });

describeEachState('journeys', ({ state, workspace }) => {
  const make = async (key = 'buy'): Promise<StoredJourney> => {
    const { id } = await workspace();
    return state().journeys.create(state().db, id, map(key), 1);
  };

  test('a key is taken once, in its workspace', async () => {
    const { journeys, db } = state();
    const made = await make();
    expect(await journeys.get(db, made.workspace, 'buy')).toEqual(made);
    await expect(journeys.create(db, made.workspace, map('buy'), 2)).rejects.toMatchObject({
      code: 'journey.conflict',
    });
    const at = await Promise.allSettled([1, 2, 3].map(() => journeys.create(db, made.workspace, map('sell'), 2)));
    expect(at.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await journeys.freeKey(db, made.workspace, 'buy')).toBe('buy-2');
    expect(await journeys.freeKey(db, made.workspace, 'new')).toBe('new');
    const twice = { ...map('twice'), stages: [...map('x').stages, ...map('x').stages] };
    await expect(journeys.create(db, made.workspace, twice, 2)).rejects.toMatchObject({ code: 'input.invalid' });
    const other = await workspace();
    expect(await journeys.find(db, other.id, 'buy')).toBeNull();
    await expect(journeys.get(db, other.id, 'buy')).rejects.toMatchObject({ code: 'journey.unknown' });
    expect((await journeys.list(db, made.workspace)).map(({ key }) => key)).toEqual(['buy', 'sell']);
  });

  test('the draft is the fold of its log; what changes nothing is not logged', async () => {
    const { journeys, db } = state();
    const made = await make();
    const edits: Edit[] = [
      title('I buy shoes'),
      { kind: 'remove-block', id: 'nothing' },
      { kind: 'add-block', block: blankStep('ask', 'I ask'), into: 's', after: 'look' },
    ];
    const edited = await journeys.edit(db, made, edits, by);
    expect([edited.draftSeq, edited.updatedMs]).toEqual([2, 5]);
    const log = await journeys.editsSince(db, made, 0);
    expect(log.map(({ seq, client }) => [seq, client])).toEqual([
      [1, 'tab-1'],
      [2, 'tab-1'],
    ]);
    const folded = applyEdits(
      made.draft,
      log.map(({ edit }) => edit),
    ).contract;
    expect(edited.draft).toEqual(folded);
    expect((await journeys.get(db, made.workspace, 'buy')).draft).toEqual(folded);
    expect(await journeys.editsSince(db, made, 1)).toHaveLength(1);
    expect(await journeys.head(db, made)).toEqual({ draftSeq: 2, version: 0 });
  });

  test('many editors at once lose nothing', async () => {
    const { journeys, db } = state();
    const made = await make();
    await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        journeys.edit(
          db,
          made,
          [{ kind: 'add-block', block: blankStep(`n${i}`, `N ${i}`), into: 's', after: null }],
          by,
        ),
      ),
    );
    const log = await journeys.editsSince(db, made, 0);
    expect(log.map(({ seq }) => seq)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
    const { draft } = await journeys.get(db, made.workspace, 'buy');
    expect(draft).toEqual(
      applyEdits(
        made.draft,
        log.map(({ edit }) => edit),
      ).contract,
    );
    expect(draft.stages[0]?.blocks).toHaveLength(14);
  });

  test('what would be no map any more is refused whole', async () => {
    const { journeys, db } = state();
    const made = await make();
    const many = Array.from({ length: 301 }, (_, i) => blankStep(`n${i}`, 'x'));
    const edits: Edit[] = [
      title('Kept?'),
      { kind: 'add-stage', stage: { id: 'huge', title: 'Huge', blocks: many }, after: null },
    ];
    await expect(journeys.edit(db, made, edits, by)).rejects.toMatchObject({ code: 'input.invalid' });
    expect(await journeys.head(db, made)).toEqual({ draftSeq: 0, version: 0 });
  });

  test('versions never change, come into force one after the other, and keep the numbers of steps', async () => {
    const { journeys, journeyVersions, journeySteps, touchpoints, db } = state();
    const made = await make();
    const till = { key: 'till', title: 'Till', kind: 'owned' as const, channels: [], owner: null };
    await touchpoints.put(db, made.workspace, { ...till, matchers: [matcher('Paid')] });
    await touchpoints.put(db, made.workspace, { ...till, key: 'other', matchers: [] });
    const first = await journeyVersions.publish(db, made, { note: 'first', actor: 'user 1', atMs: 10 });
    expect(first).toMatchObject({ version: 1, fromMs: null, contract: made.draft, touchpoints: [{ key: 'till' }] });
    await touchpoints.put(db, made.workspace, { ...till, matchers: [matcher('Paid', 'Declined')] });
    await journeys.edit(db, made, [{ kind: 'remove-block', id: 'look' }], by);
    const back: Edit = { kind: 'add-block', block: blankStep('late', 'Late'), into: 's', after: null };
    await journeys.edit(db, made, [back], by);
    const second = await journeyVersions.publish(db, made, { note: '', actor: 'user 1', atMs: 20 });
    expect([second.version, second.fromMs]).toEqual([2, 20]);
    expect(await journeyVersions.get(db, made, 1)).toEqual(first);
    expect(Object.fromEntries(await journeySteps.numbers(db, made))).toEqual({ look: 1, pay: 2, late: 3 });
    for (const fromMs of [null, 20, 19])
      await expect(journeyVersions.publish(db, made, { note: '', actor: 'a', atMs: 30, fromMs })).rejects.toMatchObject(
        { code: 'input.invalid' },
      );
    await expect(journeyVersions.get(db, made, 3)).rejects.toMatchObject({ code: 'journey.unknown' });
    expect((await journeyVersions.list(db, made)).map(({ version }) => version)).toEqual([1, 2]);
  });

  test('a judging is made, built and shown; the next replaces it in one step', async () => {
    const { journeys, journeyVersions, journeyDefinitions: definitions, db } = state();
    const made = await make();
    const where = { workspace: made.workspace, key: 'buy' };
    const inForce = () => definitions.resolve(db, made.workspace, { key: 'buy', judgedBy: 'in-force' });
    await expect(inForce()).rejects.toMatchObject({
      code: 'journey.not_ready',
      message: expect.stringContaining('publish'),
    });
    await journeyVersions.publish(db, made, { note: '', actor: 'a', atMs: 10 });
    const [one, ...none] = await definitions.want(db, made, 'in-force');
    expect([one?.definition, one?.fromMs, one?.toMs, one?.status, none]).toEqual([2, null, null, 'waiting', []]);
    expect(await definitions.want(db, made, 'in-force')).toEqual([one]);
    expect(await definitions.switchOver(db, made, 'in-force', [7, 3])).toBe(false);
    await expect(inForce()).rejects.toMatchObject({ code: 'journey.not_ready' });
    await definitions.built(db, where.workspace, [2], { version: 1, sources: [7, 3] });
    expect(await definitions.switchOver(db, made, 'in-force', [3])).toBe(false);
    expect(await definitions.switchOver(db, made, 'in-force', [3, 7])).toBe(true);
    expect((await inForce()).map(({ definition, status }) => [definition, status])).toEqual([[2, 'live']]);
    expect(await definitions.stateOf(db, made, 'in-force', [3, 7])).toEqual({ isReady: true, error: null });
    expect(await definitions.stateOf(db, made, 'in-force', [3, 7, 8])).toEqual({ isReady: false, error: null });

    await journeys.edit(db, made, [{ kind: 'set-step', id: 'pay', field: 'isOwed', value: true }], by);
    await journeyVersions.publish(db, made, { note: '', actor: 'a', atMs: 20 });
    const two = await definitions.want(db, made, 'in-force');
    expect(two.map(({ definition, version, fromMs, toMs }) => [definition, version, fromMs, toMs])).toEqual([
      [3, 1, null, 20],
      [4, 2, 20, null],
    ]);
    await definitions.built(db, where.workspace, [3], { version: 2, sources: [3] });
    expect(await definitions.switchOver(db, made, 'in-force', [3])).toBe(false);
    // Half built: questions still see the state before.
    expect((await inForce()).map(({ definition }) => definition)).toEqual([2]);
    await definitions.built(db, where.workspace, [4], { version: 2, sources: [3] });
    expect(await definitions.switchOver(db, made, 'in-force', [3])).toBe(true);
    expect((await inForce()).map(({ definition }) => definition)).toEqual([3, 4]);
    expect((await definitions.listOf(db, where.workspace, 'dropping')).map(({ definition }) => definition)).toEqual([
      2,
    ]);
    await definitions.forget(db, where.workspace, 2);
    await definitions.forget(db, where.workspace, 3);
    expect(await definitions.listOf(db, where.workspace, 'dropping')).toEqual([]);
    expect((await definitions.listOf(db, where.workspace, 'live')).map(({ definition }) => definition)).toEqual([3, 4]);
  });

  test('a draft is built anew when another run would come of it, not when a title changes', async () => {
    const { journeys, journeyDefinitions: definitions, touchpoints, db } = state();
    const made = await make();
    const wanted = async () => (await definitions.want(db, made, 'draft')).map(({ definition }) => definition);
    expect(await wanted()).toEqual([2]);
    await journeys.edit(db, made, [title('x'), { kind: 'set-step', id: 'pay', field: 'title', value: 'y' }], by);
    expect(await wanted()).toEqual([2]);
    await touchpoints.put(db, made.workspace, {
      key: 'till',
      title: 'Till',
      kind: 'owned',
      channels: [],
      owner: null,
      matchers: [matcher('Paid')],
    });
    expect(await wanted()).toEqual([3]);
    expect((await definitions.listOf(db, made.workspace, 'dropping')).map(({ definition }) => definition)).toEqual([2]);
    await definitions.fail(db, made.workspace, [3], 'The disk is full.');
    expect(await definitions.stateOf(db, made, 'draft', [])).toEqual({ isReady: false, error: 'The disk is full.' });
    await definitions.giveUp(db, made, 'draft');
    expect(await wanted()).toEqual([4]);
    const promise = { id: 'soon', from: 'look', to: 'pay', withinMs: 1000, says: null };
    await journeys.edit(db, made, [{ kind: 'add-promise', promise, after: null }], by);
    expect(await wanted()).toEqual([5]);
    await expect(definitions.want(db, made, 1)).rejects.toMatchObject({ code: 'journey.unknown' });
  });

  test('a journey goes with all it had; its definitions wait for their runs to go', async () => {
    const { journeys, journeyVersions, journeyDefinitions: definitions, journeyGapMarks, db } = state();
    const made = await make();
    await journeyVersions.publish(db, made, { note: '', actor: 'a', atMs: 10 });
    await definitions.want(db, made, 'in-force');
    await journeyGapMarks.put(db, made, { gap: 'left:pay', action: 'watch', reason: '', actor: 'a', atMs: 1 });
    await journeys.remove(db, made);
    expect(await journeys.head(db, made)).toBeNull();
    expect(await journeyGapMarks.list(db, made)).toEqual([]);
    expect((await definitions.listOf(db, made.workspace, 'dropping')).map(({ definition }) => definition)).toEqual([2]);
    await expect(journeys.edit(db, made, [title('x')], by)).rejects.toMatchObject({ code: 'journey.unknown' });
    const again = await journeys.create(db, made.workspace, map('buy'), 2);
    expect(again.id).not.toBe(made.id);
    expect((await definitions.want(db, again, 'draft')).map(({ definition }) => definition)).toEqual([3]);
  });

  test('one mark a gap, the newest; touchpoints by key', async () => {
    const { journeyGapMarks: marks, touchpoints, db } = state();
    const made = await make();
    const mark = { gap: 'not-on-map:Call / ask', action: 'watch' as const, reason: '', actor: 'a', atMs: 1 };
    await marks.put(db, made, mark);
    await marks.put(db, made, { ...mark, action: 'dismiss', reason: 'They like it', atMs: 2 });
    await marks.put(db, made, { ...mark, gap: 'left:pay', atMs: 3 });
    expect((await marks.list(db, made)).map(({ gap, action }) => [gap, action])).toEqual([
      ['left:pay', 'watch'],
      ['not-on-map:Call / ask', 'dismiss'],
    ]);
    await marks.clear(db, made, 'left:pay');
    expect(await marks.list(db, made)).toHaveLength(1);
    await expect(touchpoints.remove(db, made.workspace, 'none')).rejects.toMatchObject({ code: 'touchpoint.unknown' });
    expect(await touchpoints.list(db, made.workspace)).toEqual([]);
  });
});
