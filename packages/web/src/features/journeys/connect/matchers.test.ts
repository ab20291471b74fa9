import { applyEdits, blankJourney, blankStep, findStep, type JourneyContract } from '@continuo/core';
import { describe, expect, test } from 'vitest';
import { changeMatcher, connectEvent, disconnectEvent, usesOf } from './matchers.ts';

const draft: JourneyContract = {
  ...blankJourney('k', 'I buy'),
  stages: [{ id: 's', title: 'S', blocks: [blankStep('pay', 'I pay'), blankStep('get', 'I get it')] }],
};
const edited = (contract: JourneyContract, edits: Parameters<typeof applyEdits>[1]) =>
  applyEdits(contract, edits).contract;
const step = (contract: JourneyContract) => findStep(contract, 'pay') ?? expect.fail('no step');

describe('connecting events to steps', () => {
  test('events without a condition share a matcher; the same event twice changes nothing', () => {
    const one = edited(draft, connectEvent(draft, 'pay', 'matchers', 'Paid'));
    const two = edited(one, connectEvent(one, 'pay', 'matchers', 'Charged'));
    expect(step(two).matchers).toEqual([{ events: ['Paid', 'Charged'], where: [], channels: [] }]);
    expect(connectEvent(two, 'pay', 'matchers', 'Paid')).toEqual([]);
    expect(connectEvent(two, 'gone', 'matchers', 'Paid')).toEqual([]);
  });

  test('an event beside one with a condition stands on its own', () => {
    const one = edited(draft, connectEvent(draft, 'pay', 'failures', 'Card read'));
    const declined = { property: 'ok', test: 'is', values: ['false'] } as const;
    const strict = edited(one, [changeMatcher(step(one), 'failures', 0, { where: [declined] })]);
    const two = edited(strict, connectEvent(strict, 'pay', 'failures', 'Declined'));
    expect(step(two).failures.map(({ events, where }) => [events, where.length])).toEqual([
      [['Card read'], 1],
      [['Declined'], 0],
    ]);
    expect(
      usesOf(two)
        .get('Declined')
        ?.map(({ step: at, side }) => [at.id, side]),
    ).toEqual([['pay', 'failures']]);
  });

  test('the last event takes its matcher with it', () => {
    const one = edited(draft, connectEvent(draft, 'pay', 'matchers', 'Paid'));
    expect(step(edited(one, [disconnectEvent(step(one), 'matchers', 0, 'Paid')])).matchers).toEqual([]);
  });
});
