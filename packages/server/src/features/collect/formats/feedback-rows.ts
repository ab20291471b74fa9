import { answerName, answersOfRecords, type FeedbackField, type PropertyValue } from '@continuo/core';
import type { Columns, RawRow, RawValue } from './record.ts';

/** Columns of an answer that was joined from feedback records. What only such rows have begins with `feedback:`. */
export const FEEDBACK_COLUMNS = {
  submission: 'submission_id',
  person: 'user_id',
  time: 'collected_at',
  name: 'feedback:name',
  channel: 'feedback:channel',
  score: 'feedback:score',
  /** Of the score in its row: one file may hold answers on several scales. */
  scale: 'feedback:scale',
  text: 'feedback:text',
  /** Whoever answered without saying who they are. */
  anonymous: 'feedback:anonymous',
} as const;

/** Columns that a file of feedback records has: one row a field of an answer (the fields of Formbricks Hub). */
const NEEDED = ['submission_id', 'field_id', 'field_type'] as const;
const VALUES = ['value_text', 'value_number', 'value_boolean', 'value_date'] as const;

/** Whether these are the columns of feedback records. */
export function areFeedbackColumns(columns: Columns): boolean {
  return NEEDED.every((name) => columns.find(name) >= 0) && VALUES.some((name) => columns.find(name) >= 0);
}

/** The record of a row; a text says why it is none. Values of the wrong kind say nothing. */
export function recordOf(row: RawRow, columns: Columns): FeedbackField | string {
  const value = (name: string): RawValue => row.values[columns.find(name)];
  const line = (name: string): string => String(value(name) ?? '').trim();
  if (line('submission_id') === '') return 'has no submission_id';
  if (line('field_id') === '') return 'has no field_id';
  return {
    submission_id: line('submission_id'),
    collected_at: line('collected_at'),
    source_type: line('source_type') || 'feedback',
    source_id: line('source_id') || null,
    source_name: line('source_name') || null,
    field_id: line('field_id'),
    field_label: null,
    field_type: line('field_type'),
    value_text: line('value_text') || null,
    value_number: numberOf(value('value_number')),
    value_boolean: booleanOf(value('value_boolean')),
    value_date: line('value_date') || null,
    user_id: line('user_id') || null,
    language: line('language') || null,
    metadata: metadataOf(row, columns),
  };
}

function numberOf(value: RawValue): number | null {
  if (typeof value === 'number') return value;
  const text = String(value ?? '').trim();
  return text === '' || !Number.isFinite(Number(text)) ? null : Number(text);
}

function booleanOf(value: RawValue): boolean | null {
  const text = String(value ?? '')
    .trim()
    .toLowerCase();
  return text === 'true' ? true : text === 'false' ? false : null;
}

/** As one column of JSON, or flattened to `metadata.…`. */
function metadataOf(row: RawRow, columns: Columns): Record<string, PropertyValue> {
  const found: Record<string, PropertyValue> = {};
  const whole = row.values[columns.find('metadata')];
  if (typeof whole === 'string' && whole.trimStart().startsWith('{'))
    for (const [name, value] of Object.entries(parsed(whole))) if (isPlain(value)) found[name] = value;
  for (const [place, name] of columns.names.entries()) {
    const value = name.startsWith('metadata.') ? row.values[place] : undefined;
    if (value !== undefined && value !== '') found[name.slice('metadata.'.length)] = value;
  }
  return found;
}

const isPlain = (value: unknown): value is PropertyValue => ['string', 'number', 'boolean'].includes(typeof value);

function parsed(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** Values of the row of an answer, in the places of `columns`, which grow; null: the records say nothing. */
export function answerValues(records: readonly FeedbackField[], columns: Columns): RawValue[] | null {
  const [answer] = answersOfRecords(records, { receivedMs: 0, readTime: () => 0 });
  if (answer === undefined) return null;
  const values: RawValue[] = [];
  const put = (name: string, value: RawValue | null): void => {
    if (value === null || value === undefined || value === '') return;
    const place = columns.place(name);
    if (place >= 0) values[place] = value;
  };
  put(FEEDBACK_COLUMNS.submission, answer.submission);
  put(answer.person.kind === 'user' ? FEEDBACK_COLUMNS.person : FEEDBACK_COLUMNS.anonymous, answer.person.value);
  put(FEEDBACK_COLUMNS.time, records.find(({ collected_at }) => collected_at)?.collected_at ?? null);
  put(FEEDBACK_COLUMNS.name, answerName(answer));
  put(FEEDBACK_COLUMNS.channel, answer.channel);
  put(FEEDBACK_COLUMNS.score, answer.score);
  put(FEEDBACK_COLUMNS.scale, answer.scale);
  put(FEEDBACK_COLUMNS.text, answer.text);
  // The properties that the same answer has when it is sent to the API.
  for (const name in answer.extra) put(name, answer.extra[name]);
  for (const name of OWN) put(name, answer[name]);
  for (const id in answer.others) put(`answer_${id}`, answer.others[id]);
  return Array.from(values, (value) => value ?? '');
}

const OWN = ['journey', 'step', 'submission', 'got', 'emotion', 'language'] as const;
