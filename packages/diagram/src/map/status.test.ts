import type { MapStep } from '@continuo/core';
import { describe, expect, test } from 'vitest';
import { AIRLINE_LIVED } from '../test/airline-map.ts';
import { feltOf, stageStatus, stepStatus } from './status.ts';

const CALM = AIRLINE_LIVED.steps.find(({ step }) => step === 'home') as MapStep;

describe('how a step goes', () => {
  test.each<[string, Partial<MapStep> | null, string]>([
    ['unknown step', null, 'none'],
    ['not connected', { isConnected: false }, 'none'],
    ['nobody came', { people: 0, due: 0 }, 'none'],
    ['nobody harmed', {}, 'good'],
    ['4 of 100 harmed', { due: 100, people: 96, harmed: 4 }, 'good'],
    ['5 of 100 harmed', { due: 100, people: 95, harmed: 5 }, 'alert'],
    ['5 of 101 harmed', { due: 101, people: 95, harmed: 5 }, 'good'],
    ['4 of 5 harmed: too few to say', { due: 5, people: 1, harmed: 4 }, 'none'],
    ['others went another way, nobody harmed', { due: 100, people: 10, harmed: 0 }, 'good'],
  ])('%s', (_, step, status) => {
    expect(stepStatus(step === null ? null : { ...CALM, ...step })).toBe(status);
  });

  test('a stage hurts by its worst column, and is not known without any good one', () => {
    expect(stageStatus(['good', 'alert', 'none'])).toBe('alert');
    expect(stageStatus(['none', 'good'])).toBe('good');
    expect(stageStatus(['none'])).toBe('none');
    expect(stageStatus([])).toBe('none');
  });

  test.each([
    [4, 0, 0, null],
    [5, 0, 0, 'unhappy'],
    [1, 3, 1, 'neutral'],
    [3, 0, 3, null],
    [1, 2, 6, 'happy'],
  ] as const)('%d unhappy, %d neutral, %d happy: %s', (unhappy, neutral, happy, felt) => {
    expect(feltOf({ unhappy, neutral, happy })).toBe(felt);
  });
});
