import { gzipSync } from 'node:zlib';
import { blankSurvey, PAGE_LANGUAGES, QUESTION_KINDS, type Survey } from '@continuo/core';
import { describe, expect, test } from 'vitest';
import { readForm } from './read-form.ts';
import { surveyPage } from './survey-page.ts';
import { wordsIn } from './words.ts';

const survey: Survey = {
  ...blankSurvey(
    'all',
    'All',
    QUESTION_KINDS.map((kind) => ({ id: kind, kind, words: {}, isNeeded: kind === 'nps' })),
  ),
  who: 'A & B',
  languages: PAGE_LANGUAGES,
};
const page = {
  survey,
  action: '/s/x.y',
  submission: 'id',
  from: 'anybody' as const,
  given: () => '',
  missing: new Set<string>(),
  lacksEmail: false,
};

describe.each(PAGE_LANGUAGES)('in %s', (language) => {
  test('everything is said, in less than 30 kB', () => {
    const html = surveyPage({ ...page, language });
    expect(html).not.toMatch(/undefined|\{who\}|<script/);
    expect(html).toContain('A &amp; B');
    expect(gzipSync(html).length).toBeLessThan(30_000);
  });

  test('who asks is named where it must be', () => {
    const { asks, nps, mailSubject, ...others } = wordsIn(language);
    for (const text of [asks, nps, mailSubject]) expect(text.match(/\{who\}/g)).toHaveLength(1);
    expect(JSON.stringify(others)).not.toContain('{who}');
  });
});

const form = (fields: Readonly<Record<string, string>>) => (name: string) => fields[name] ?? '';

test.each<[string, Record<string, string>, object]>([
  ['nothing', {}, { ok: false, missing: new Set(['nps']), lacksEmail: false }],
  ['what the page does not offer', { 'q-nps': '5.5', 'q-got': 'maybe' }, { ok: false }],
  ['zero is an answer', { 'q-nps': '0' }, { ok: true, answers: { score: 0, scale: '0-10', mayContact: false } }],
  [
    'everything; a second score stands beside the first',
    { 'q-nps': '10', 'q-csat': '1', 'q-got': 'partly', 'q-emotion': 'relieved', 'q-open': ' a\r\nb\0 ' },
    { ok: true, answers: { score: 10, got: 'partly', emotion: 'relieved', text: 'a\nb', others: { csat: 1 } } },
  ],
  ['wants a call, says not where', { 'q-nps': '1', contact: 'yes' }, { ok: false, lacksEmail: true }],
  ['an address without a wish is not kept', { 'q-nps': '1', email: 'a@b.org' }, { ok: true, answers: { email: null } }],
  [
    'wants a call',
    { 'q-nps': '1', contact: 'yes', email: ' A@B.org ' },
    { ok: true, answers: { email: 'a@b.org', mayContact: true } },
  ],
  ['half a character', { 'q-nps': '1', 'q-open': 'x\ud83d' }, { ok: true, answers: { text: 'x\ufffd' } }],
])('a form with %s', (_, fields, expected) => {
  expect(readForm(survey, form(fields), false)).toMatchObject(expected);
});

test('whoever has a link of their own need not say where they are', () => {
  const read = readForm(survey, form({ 'q-nps': '1', contact: 'yes' }), true);
  expect(read).toMatchObject({ ok: true, answers: { mayContact: true, email: null } });
});
