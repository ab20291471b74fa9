import { applyEdits, blankJourney, placedSteps } from '@continuo/core';
import { describe, expect, test } from 'vitest';
import { appendSheet, readPasted } from './sheet.ts';
import { readSpanText, writeSpan } from './span-text.ts';

const SHEET = 'Stage\tFind\t\tGet\nStep\tI look\tI choose\tIt arrives\nPains\tToo many\t\tLate';

describe('a pasted sheet', () => {
  test('cells between tabs become stages, steps and lanes', () => {
    const read = readPasted(SHEET);
    if (!read.ok) expect.fail(read.says);
    expect(read.contract.stages.map(({ title }) => title)).toEqual(['Find', 'Get']);
    expect(placedSteps(read.contract).map(({ step }) => step.title)).toEqual(['I look', 'I choose', 'It arrives']);
  });

  test('is put behind what is there, twice as well, with ids of its own', () => {
    const read = readPasted(SHEET);
    if (!read.ok) expect.fail(read.says);
    const once = applyEdits(blankJourney('k', 'x'), appendSheet(blankJourney('k', 'x'), read.contract)).contract;
    const twice = applyEdits(once, appendSheet(once, read.contract)).contract;
    expect(twice.stages).toHaveLength(4);
    expect(twice.lanes).toHaveLength(1);
    const cards = placedSteps(twice).flatMap(({ step }) => Object.values(step.cells).flat());
    expect(cards.map(({ text }) => text)).toEqual(['Too many', 'Late', 'Too many', 'Late']);
  });

  test('what is no map says what to do', () => {
    expect(readPasted('one\ttwo')).toMatchObject({ ok: false, says: expect.stringContaining('Stage') });
  });
});

test.each([
  ['24 h', 86_400_000],
  ['90 min', 5_400_000],
  ['1 d 2 h', 93_600_000],
  ['', null],
  ['soon', undefined],
  ['0 h', undefined],
])('a length of time “%s” is %s', (text, ms) => expect(readSpanText(text)).toBe(ms));

test.each([
  [86_400_000, '1 d'],
  [5_400_000, '90 min'],
  [1500, '1.5 s'],
])('%s is written “%s”', (ms, text) => {
  expect(writeSpan(ms)).toBe(text);
  expect(readSpanText(text)).toBe(ms);
});
