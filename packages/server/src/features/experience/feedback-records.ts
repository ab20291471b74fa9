import type { FeedbackRecord } from '@continuo/contract';
import {
  answersOfRecords,
  type PropertyValue,
  QUESTION_SCALES,
  type ScoredKind,
  type SurveyAnswer,
} from '@continuo/core';

/** The answers in a batch of feedback records, as core reads them; without `collected_at` they are dated `nowMs`. */
export function answersOf(records: readonly FeedbackRecord[], nowMs: number): readonly SurveyAnswer[] {
  return answersOfRecords(records, { receivedMs: nowMs, readTime: (collected) => Date.parse(collected) });
}

/** An answer as feedback records, one a field: what `answersOf` makes the same answer of. */
export function recordsOf(answer: SurveyAnswer): readonly FeedbackRecord[] {
  const { journey, step, channel, extra } = answer;
  const place = Object.entries({ journey, step, channel: channel || null }).filter(([, value]) => value !== null);
  const { source_type, source_id, ...more } = extra;
  const metadata: Record<string, PropertyValue> = {
    ...more,
    ...Object.fromEntries(place as [string, string][]),
    ...(answer.mayContact === null ? {} : { contact: answer.mayContact ? 'yes' : 'no' }),
  };
  const base = {
    submission_id: answer.submission,
    collected_at: new Date(answer.atMs).toISOString(),
    source_type: typeof source_type === 'string' ? source_type : 'survey',
    source_id: answer.survey ?? (typeof source_id === 'string' ? source_id : null),
    source_name: answer.title,
    user_id: answer.person.kind === 'anonymous' ? null : answer.person.value,
    language: answer.language || null,
    metadata,
  };
  return fieldsOf(answer).map((field) => ({ ...base, ...field }));
}

type Field = Pick<FeedbackRecord, 'field_id' | 'field_type' | 'value_text' | 'value_number' | 'value_boolean'>;

function fieldsOf({ score, scale, text, got, emotion, others }: SurveyAnswer): readonly Field[] {
  const fields: Field[] = [];
  const kind = (Object.keys(QUESTION_SCALES) as ScoredKind[]).find((one) => QUESTION_SCALES[one] === scale);
  if (score !== null) fields.push({ field_id: kind ?? 'score', field_type: kind ?? 'number', value_number: score });
  if (got !== null) fields.push({ field_id: 'got', field_type: 'categorical', value_text: got });
  if (emotion !== null) fields.push({ field_id: 'emotion', field_type: 'categorical', value_text: emotion });
  if (text !== '') fields.push({ field_id: 'why', field_type: 'text', value_text: text });
  for (const [field_id, value] of Object.entries(others)) {
    if (typeof value === 'number') fields.push({ field_id, field_type: 'number', value_number: value });
    else if (typeof value === 'boolean') fields.push({ field_id, field_type: 'boolean', value_boolean: value });
    else fields.push({ field_id, field_type: 'categorical', value_text: value });
  }
  return fields;
}
