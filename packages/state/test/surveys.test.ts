import { anonymousOf, blankSurvey, SURVEY_TEMPLATES, type SurveyAnswer } from '@continuo/core';
import { expect, test } from 'vitest';
import { invitationMailId } from '../src/index.ts';
import { describeEachState } from './each-state.ts';

const survey = blankSurvey('after', 'After the flight', SURVEY_TEMPLATES[0]?.questions);

function answer(submission: string, atMs: number, more: Partial<SurveyAnswer> = {}): SurveyAnswer {
  return {
    submission,
    survey: 'after',
    title: 'After the flight',
    journey: 'fly',
    step: 'land',
    channel: 'email',
    language: 'en',
    atMs,
    receivedMs: atMs,
    person: anonymousOf(submission),
    score: null,
    scale: '',
    text: 'Fine, “thanks” – 😀',
    got: 'partly',
    emotion: null,
    mayContact: true,
    others: { mood: 3 },
    extra: {},
    ...more,
  };
}

describeEachState('surveys', ({ state, workspace }) => {
  test('a survey is kept, replaced, opened, and stays once somebody was asked', async () => {
    const { surveys, surveyInvitations, db } = state();
    const [{ id }, other] = [await workspace(), await workspace()];
    await surveys.put(db, id, survey, 5);
    await surveys.put(db, id, { ...survey, title: 'Landed' }, 7);
    expect(await surveys.get(db, id, 'after')).toEqual({
      survey: { ...survey, title: 'Landed' },
      status: 'draft',
      createdMs: 5,
      updatedMs: 7,
      asksSinceMs: null,
    });
    await surveys.setStatus(db, id, { key: 'after', status: 'open', nowMs: 9 });
    expect((await surveys.list(db, id)).map(({ status }) => status)).toEqual(['open']);
    await expect(surveys.get(db, other.id, 'after')).rejects.toMatchObject({ code: 'survey.unknown' });
    await expect(surveys.setStatus(db, id, { key: 'x', status: 'open', nowMs: 9 })).rejects.toMatchObject({
      code: 'survey.unknown',
    });
    await surveys.put(db, id, { ...survey, key: 'unused' }, 8);
    await surveys.remove(db, id, 'unused');
    await expect(surveys.remove(db, id, 'unused')).rejects.toMatchObject({ code: 'survey.unknown' });
    const asked = {
      workspace: id,
      survey: 'after',
      kind: 'got' as const,
      channel: 'email',
      person: 'a',
      language: null,
    };
    await surveyInvitations.create(db, { ...asked, createdMs: 1, deliveredMs: null });
    await expect(surveys.remove(db, id, 'after')).rejects.toMatchObject({ code: 'survey.conflict' });
  });

  test('invited, delivered, opened, answered are counted by channel; nothing happens twice', async () => {
    const { surveyInvitations, outbox, db } = state();
    const { id } = await workspace();
    const make = (person: string, channel: string, deliveredMs: number | null) =>
      surveyInvitations.create(db, {
        workspace: id,
        survey: 'after',
        kind: 'csat',
        channel,
        person,
        language: null,
        createdMs: 10,
        deliveredMs,
      });
    const [a, b, c] = [
      await make('ana', 'email', null),
      await make('ben', 'email', null),
      await make('ana', 'app', 10),
    ];
    const message = { kind: 'mail' as const, to: 'ana@example.org', subject: 's', text: 't' };
    await outbox.put(db, { workspace: id, id: invitationMailId(a.id), message, nowMs: 10 });
    const [lease] = await outbox.claim(db, { nowMs: 10, leaseMs: 1, owner: 'me', kinds: ['mail'], most: 1 });
    if (lease === undefined) throw new Error('nothing to send');
    await outbox.sent(db, lease, { nowMs: 12, answer: 250 });
    await surveyInvitations.opened(db, b, 20);
    await surveyInvitations.opened(db, b, 30);
    expect(await surveyInvitations.answered(db, c, 40)).toBe(true);
    expect(await surveyInvitations.answered(db, c, 50)).toBe(false);
    expect(await surveyInvitations.counts(db, id)).toEqual([
      { survey: 'after', channel: 'app', invited: 1, delivered: 1, opened: 1, answered: 1 },
      { survey: 'after', channel: 'email', invited: 2, delivered: 2, opened: 1, answered: 0 },
    ]);
    expect(await surveyInvitations.get(db, a)).toMatchObject({ deliveredMs: 12, openedMs: null });
    expect(await surveyInvitations.get(db, b)).toMatchObject({ deliveredMs: null, openedMs: 20 });
    expect(await surveyInvitations.get(db, c)).toMatchObject({ openedMs: 40, answeredMs: 40 });
    expect(Object.fromEntries(await surveyInvitations.asked(db, id, ['ana', 'nobody']))).toEqual({
      ana: [
        { kind: 'csat', atMs: 10 },
        { kind: 'csat', atMs: 10 },
      ],
    });
    await expect(surveyInvitations.get(db, { workspace: id, id: 99 })).rejects.toMatchObject({ code: 'link.unknown' });
  });

  test('an answer is kept once and waits until it is loaded', async () => {
    const { answers, db } = state();
    const [{ id }, other] = [await workspace(), await workspace()];
    expect(await answers.take(db, id, [answer('b', 2), answer('a', 2)])).toBe(2);
    expect(await answers.take(db, id, [answer('a', 9, { text: 'other' }), answer('c', 1)])).toBe(1);
    expect(await answers.take(db, id, [])).toBe(0);
    expect(await answers.has(db, id, 'a')).toBe(true);
    expect(await answers.has(db, other.id, 'a')).toBe(false);
    expect(await answers.waiting(db, id, 2)).toEqual([answer('c', 1), answer('a', 2)]);
    expect(await answers.workspacesWaiting(db)).toContain(id);
    await answers.loaded(db, id, ['a', 'c'], 50);
    expect((await answers.waiting(db, id, 9)).map(({ submission }) => submission)).toEqual(['b']);
    await answers.loaded(db, id, ['b'], 50);
    expect(await answers.workspacesWaiting(db)).not.toContain(id);
  });

  test('answers are listed page by page, in time, in their place', async () => {
    const { answers, db } = state();
    const { id } = await workspace();
    await answers.take(db, id, [
      answer('a', 1),
      answer('b', 2),
      answer('c', 2, { step: 'board' }),
      answer('d', 3, { survey: null }),
    ]);
    await answers.loaded(db, id, ['a'], 5);
    const page = async (more: object) =>
      (await answers.list(db, id, { order: 'newest', most: 2, ...more })).map(({ submission }) => submission);
    expect(await page({})).toEqual(['d', 'c']);
    expect(await page({ behind: { atMs: 2, submission: 'c' } })).toEqual(['b', 'a']);
    expect(await page({ step: 'board' })).toEqual(['c']);
    expect(await page({ survey: 'after', order: 'oldest' })).toEqual(['a', 'b']);
    expect(await page({ order: 'oldest', behind: { atMs: 2, submission: 'b' } })).toEqual(['c', 'd']);
    expect((await answers.list(db, id, { order: 'oldest', most: 1 }))[0]).toEqual({
      ...answer('a', 1),
      isLoaded: true,
    });
    expect(await answers.counts(db, id)).toEqual([{ survey: 'after', answers: 3, lastMs: 2 }]);
  });

  test('a secret is made once, whoever comes first', async () => {
    const { secrets, db } = state();
    let made = 0;
    const make = (): string => {
      made += 1;
      return `secret ${made}`;
    };
    const all = await Promise.all(Array.from({ length: 5 }, () => secrets.ensure(db, 'links', make)));
    expect(new Set(all).size).toBe(1);
    expect(await secrets.ensure(db, 'links', () => 'another')).toBe(all[0]);
  });
});
