import { type FeedbackRecord, feedbackRecordSchema } from '@continuo/contract';
import { expect, test } from 'vitest';
import { answersOf, recordsOf } from './feedback-records.ts';

const base = { submission_id: 'r-1', source_type: 'survey', collected_at: '2026-10-01T12:00:00+02:00' };
const field = (more: Partial<FeedbackRecord> & Pick<FeedbackRecord, 'field_id' | 'field_type'>): FeedbackRecord => ({
  ...base,
  ...more,
});

test('fields of one submission are one answer', () => {
  const [answer, ...more] = answersOf(
    [
      field({ field_id: 'q1', field_type: 'csat', value_number: 4, user_id: 'ana', language: 'de' }),
      field({ submission_id: 'empty', field_id: 'q1', field_type: 'text', value_text: '' }),
      field({
        field_id: 'q2',
        field_type: 'text',
        value_text: 'Gut',
        metadata: { journey: 'order', step: 'pay', plan: 3 },
      }),
      field({ field_id: 'q3', field_type: 'text', value_text: 'Und schnell' }),
      field({ field_id: 'q4', field_type: 'boolean', value_boolean: false }),
      field({ field_id: 'q5', field_type: 'nps', value_number: 9 }),
    ],
    5,
  );
  expect(more).toEqual([]);
  expect(answer).toEqual({
    submission: 'r-1',
    survey: null,
    title: 'survey',
    journey: 'order',
    step: 'pay',
    channel: '',
    language: 'de',
    atMs: Date.UTC(2026, 9, 1, 10),
    receivedMs: 5,
    person: { kind: 'user', value: 'ana' },
    score: 4,
    scale: '1-5',
    text: 'Gut',
    got: null,
    emotion: null,
    mayContact: null,
    others: { q3: 'Und schnell', q4: false, q5: 9 },
    extra: { plan: 3, source_type: 'survey' },
  });
});

test.each<[string, Partial<FeedbackRecord> & Pick<FeedbackRecord, 'field_type'>, object]>([
  ['0 of 10 is an answer', { field_type: 'nps', value_number: 0 }, { score: 0, scale: '0-10' }],
  ['11 of 10 is no score', { field_type: 'nps', value_number: 11 }, { score: null, scale: '', others: { q: 11 } }],
  ['stars are 1 to 5', { field_type: 'rating', value_number: 5 }, { score: 5, scale: '1-5' }],
  ['seven for effort', { field_type: 'ces', value_number: 7 }, { score: 7, scale: '1-7' }],
  ['a number is no score', { field_type: 'number', value_number: 3 }, { score: null, others: { q: 3 } }],
  ['a day', { field_type: 'date', value_date: '2026-10-01T00:00:00Z' }, { others: { q: '2026-10-01T00:00:00Z' } }],
])('%s', (_, more, expected) => {
  expect(answersOf([field({ field_id: 'q', ...more })], 5)[0]).toMatchObject(expected);
});

test.each([
  ['r-1', true],
  [' r-1', true],
  ['r\0', false],
  ['r\n1', false],
])('an id of %j can be kept: %s', (submission_id, isKept) => {
  const record = { ...field({ field_id: 'q', field_type: 'text' }), submission_id };
  expect(feedbackRecordSchema.safeParse(record).success).toBe(isKept);
});

test('what is given out makes the same answer when it comes back', () => {
  const records = [
    field({
      field_id: 'nps',
      field_type: 'nps',
      value_number: 6,
      metadata: { channel: 'app', step: 'pay', journey: 'order' },
    }),
    field({ field_id: 'got', field_type: 'categorical', value_text: 'no' }),
    field({ field_id: 'emotion', field_type: 'categorical', value_text: 'angry' }),
    field({ field_id: 'why', field_type: 'text', value_text: 'Why not' }),
  ];
  const [answer] = answersOf(records, 5);
  if (answer === undefined) throw new Error('no answer');
  expect(answersOf(recordsOf(answer), 5)).toEqual(
    [{ ...answer, extra: { ...answer.extra, source_id: undefined } }].map(clean),
  );
});

const clean = <T extends { readonly extra: object }>(answer: T): T => JSON.parse(JSON.stringify(answer)) as T;
