import type { Letter, LetterScope } from '@continuo/contract';
import { expect, test } from 'vitest';
import { STAFF_GROUP_SIZE } from '../src/index.ts';
import { describeEachState } from './each-state.ts';

describeEachState('letters and what staff say', (given) => {
  const letter = (week: string, scope: LetterScope, about = 'Ours'): Letter => ({
    ...{ week, scope, about, title: about, lead: '', parts: [], foot: '', workspace: 'Ours', madeMs: 1 },
  });

  test('one letter a week and scope: the first stays', async () => {
    const { id: workspace } = await given.workspace();
    const { letters, db } = given.state();
    expect(await letters.lastWeek(db, workspace)).toBeNull();
    expect(await letters.put(db, workspace, letter('2026-10-19', { kind: 'workspace' }))).toBe(true);
    expect(await letters.put(db, workspace, letter('2026-10-26', { kind: 'team', key: 'Bags' }, 'Bags'))).toBe(true);
    expect(await letters.put(db, workspace, letter('2026-10-26', { kind: 'journey', key: 'trip' }, 'Trip'))).toBe(true);
    expect(await letters.put(db, workspace, letter('2026-10-26', { kind: 'workspace' }))).toBe(true);
    expect(await letters.put(db, workspace, letter('2026-10-26', { kind: 'workspace' }, 'Again'))).toBe(false);
    expect((await letters.list(db, workspace, 10)).map(({ week, about }) => `${week} ${about}`)).toEqual([
      '2026-10-26 Ours',
      '2026-10-26 Trip',
      '2026-10-26 Bags',
      '2026-10-19 Ours',
    ]);
    expect((await letters.find(db, workspace, '2026-10-26', { kind: 'team', key: 'Bags' }))?.about).toBe('Bags');
    expect(await letters.find(db, workspace, '2026-10-26', { kind: 'journey', key: 'Bags' })).toBeNull();
    expect(await letters.lastWeek(db, workspace)).toBe('2026-10-26');
  });

  test('an address gets the letter of a scope once', async () => {
    const { id: workspace } = await given.workspace();
    const { letterSubscriptions, db } = given.state();
    const wish = { address: 'a@example.org', scope: { kind: 'team', key: 'Bags' }, sinceMs: 5 } as const;
    const first = await letterSubscriptions.add(db, workspace, wish);
    expect(await letterSubscriptions.add(db, workspace, { ...wish, sinceMs: 9 })).toEqual(first);
    await letterSubscriptions.add(db, workspace, { ...wish, scope: { kind: 'workspace' } });
    expect((await letterSubscriptions.list(db, workspace)).map(({ scope }) => scope.kind)).toEqual([
      'team',
      'workspace',
    ]);
    expect(await letterSubscriptions.remove(db, workspace, first.id)).toBe(true);
    expect(await letterSubscriptions.remove(db, workspace, first.id)).toBe(false);
  });

  test('what staff say is shown in whole groups only, also when two say it at once', async () => {
    const { id: workspace } = await given.workspace();
    const { staffAnswers, db } = given.state();
    const say = (text: string, team = 'Bags'): Promise<void> =>
      staffAnswers.put(db, workspace, { team, week: '2026-10-26', text });
    for (let i = 1; i < STAFF_GROUP_SIZE; i++) await say(`answer ${i}`);
    await say('of another team', 'Cabin');
    expect(await staffAnswers.shown(db, workspace, 'Bags', 100)).toEqual([]);
    await Promise.all([say('last of the first'), say('first of the next')]);
    const shown = await staffAnswers.shown(db, workspace, 'Bags', 100);
    expect(shown).toHaveLength(STAFF_GROUP_SIZE);
    expect(shown.filter((text) => /of the (first|next)/.test(text))).toHaveLength(1);
  });
});
