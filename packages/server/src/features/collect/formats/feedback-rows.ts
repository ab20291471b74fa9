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

const FIELDS = {
  submission_id: 0,
  collected_at: 0,
  source_type: 0,
  source_id: 0,
  source_name: 0,
  field_id: 0,
  field_type: 0,
  value_text: 0,
  value_number: 0,
  value_boolean: 0,
  value_date: 0,
  user_id: 0,
  language: 0,
  metadata: 0,
};
type Field = keyof typeof FIELDS;

/** Where the fields of records stand in a file; its columns may grow. */
export class RecordPlaces {
  readonly #columns: Columns;
  #width = -1;
  /** One object of one shape, changed in place, so that its members are found at once: 14 a row. */
  readonly #at: Record<Field, number> = { ...FIELDS };
  /** Flattened metadata: place and name. */
  #metadata: readonly (readonly [number, string])[] = [];

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  /** The record of a row; a text says why it is none. Values of the wrong kind say nothing. */
  recordOf({ values }: RawRow): FeedbackField | string {
    this.#look();
    const at = this.#at;
    const submission = lineOf(values[at.submission_id]);
    if (submission === '') return 'has no submission_id';
    const field = lineOf(values[at.field_id]);
    if (field === '') return 'has no field_id';
    return {
      submission_id: submission,
      collected_at: lineOf(values[at.collected_at]),
      source_type: lineOf(values[at.source_type]) || 'feedback',
      source_id: lineOf(values[at.source_id]) || null,
      source_name: lineOf(values[at.source_name]) || null,
      field_id: field,
      field_label: null,
      field_type: lineOf(values[at.field_type]),
      value_text: lineOf(values[at.value_text]) || null,
      value_number: numberOf(values[at.value_number]),
      value_boolean: booleanOf(values[at.value_boolean]),
      value_date: lineOf(values[at.value_date]) || null,
      user_id: lineOf(values[at.user_id]) || null,
      language: lineOf(values[at.language]) || null,
      metadata: this.#metadataOf(values),
    };
  }

  #look(): void {
    const { names } = this.#columns;
    if (this.#width === names.length) return;
    this.#width = names.length;
    for (const name of Object.keys(FIELDS) as Field[]) this.#at[name] = this.#columns.find(name);
    this.#metadata = [...names.entries()]
      .filter(([, name]) => name.startsWith(METADATA))
      .map(([place, name]) => [place, name.slice(METADATA.length)]);
  }

  /** As one column of JSON, or flattened to `metadata.…`; null: there is none. */
  #metadataOf(values: readonly RawValue[]): Record<string, PropertyValue> | null {
    const whole = values[this.#at.metadata];
    const hasWhole = typeof whole === 'string' && whole.trimStart().startsWith('{');
    if (!hasWhole && this.#metadata.length === 0) return null;
    const found: Record<string, PropertyValue> = {};
    if (hasWhole) for (const [name, value] of Object.entries(parsed(whole))) if (isPlain(value)) found[name] = value;
    for (const [place, name] of this.#metadata) {
      const value = values[place];
      if (value !== undefined && value !== '') found[name] = value;
    }
    return found;
  }
}

const METADATA = 'metadata.';

/** Text without blanks around it. */
function lineOf(value: RawValue): string {
  return value === undefined || value === '' ? '' : String(value).trim();
}

function numberOf(value: RawValue): number | null {
  if (typeof value === 'number') return value;
  if (value === undefined || value === '') return null;
  const text = String(value).trim();
  return text === '' || !Number.isFinite(Number(text)) ? null : Number(text);
}

function booleanOf(value: RawValue): boolean | null {
  if (value === undefined || value === '') return null;
  const text = String(value).trim().toLowerCase();
  return text === 'true' ? true : text === 'false' ? false : null;
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
  const values: RawValue[] = columns.names.map(() => '');
  const put = (name: string, value: RawValue | null): void => {
    if (value === null || value === undefined || value === '') return;
    const place = columns.place(name);
    // A new column is the next place.
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
  return values;
}

const OWN = ['journey', 'step', 'submission', 'got', 'emotion', 'language'] as const;
