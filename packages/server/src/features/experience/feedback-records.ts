import type { FeedbackRecord } from '@continuo/contract';
import {
  anonymousOf,
  EMOTIONS,
  GOT_ANSWERS,
  type PropertyValue,
  QUESTION_SCALES,
  type ScoredKind,
  type SurveyAnswer,
} from '@continuo/core';

/** Metadata that says where in a journey an answer belongs, with the names that survey links commonly use for it. */
const PLACES = ['journey', 'step'] as const;

/**
 * The answers in a batch of feedback records: fields of one `submission_id` are one answer, in the order of their first field.
 * The first field that is a score on a known scale is the answer's score, the first text its words; other fields become
 * `answer_<field_id>`. A field without a value says nothing, and a submission of such fields alone is no answer. Without
 * `collected_at` it is dated `nowMs`.
 */
export function answersOf(records: readonly FeedbackRecord[], nowMs: number): readonly SurveyAnswer[] {
  const submissions = new Map<string, FeedbackRecord[]>();
  for (const record of records) {
    const before = submissions.get(record.submission_id);
    if (before === undefined) submissions.set(record.submission_id, [record]);
    else before.push(record);
  }
  return [...submissions.values()].map((fields) => answerOf(fields, nowMs)).filter((answer) => answer !== null);
}

function answerOf(fields: readonly FeedbackRecord[], nowMs: number): SurveyAnswer | null {
  const [first] = fields;
  if (first === undefined || fields.every((field) => valueOfField(field) === null)) return null;
  const submission = first.submission_id;
  const from = <Name extends keyof FeedbackRecord>(name: Name) => fields.find((field) => field[name] != null)?.[name];
  const user = from('user_id');
  const collected = from('collected_at');
  const extra = extraOf(fields);
  const [journey, step] = PLACES.map((place) => (typeof extra[place] === 'string' ? String(extra[place]) : null));
  for (const place of PLACES) delete extra[place];
  const { channel: named, ...rest } = extra;
  return {
    submission,
    survey: null,
    title: from('source_name') ?? from('source_id') ?? first.source_type,
    journey: journey ?? null,
    step: step ?? null,
    channel: typeof named === 'string' ? named : '',
    language: from('language') ?? '',
    atMs: collected === undefined ? nowMs : Date.parse(collected),
    receivedMs: nowMs,
    person: user ? { kind: 'user', value: user } : anonymousOf(submission),
    mayContact: null,
    extra: rest,
    ...gatherFields(fields),
  };
}

type Gathered = Pick<SurveyAnswer, 'score' | 'scale' | 'text' | 'got' | 'emotion' | 'others'>;

function gatherFields(fields: readonly FeedbackRecord[]): Gathered {
  const found: { -readonly [Key in keyof Gathered]: Gathered[Key] } = {
    score: null,
    scale: '',
    text: '',
    got: null,
    emotion: null,
    others: {},
  };
  const others: Record<string, PropertyValue> = {};
  for (const field of fields) {
    const value = valueOfField(field);
    if (value === null) continue;
    const scale = scaleOf(field, value);
    if (scale !== '' && found.scale === '') Object.assign(found, { score: value, scale });
    else if (field.field_type === 'text' && found.text === '') found.text = String(value);
    else if (field.field_id === 'got' && GOT_ANSWERS.some((one) => one === value))
      found.got = value as SurveyAnswer['got'];
    else if (field.field_id === 'emotion' && EMOTIONS.some((one) => one === value))
      found.emotion = value as SurveyAnswer['emotion'];
    else others[field.field_id] = value;
  }
  return { ...found, others };
}

const BOUNDS = { '0-10': [0, 10], '1-5': [1, 5], '1-7': [1, 7] } as const;

/** Scale of a field by its type; a number that is not on it is no score. `rating` is 1 to 5, as most forms have it. */
function scaleOf({ field_type: type }: FeedbackRecord, value: PropertyValue): keyof typeof BOUNDS | '' {
  const scale = type === 'rating' ? '1-5' : type in QUESTION_SCALES ? QUESTION_SCALES[type as ScoredKind] : null;
  if (scale === null || typeof value !== 'number') return '';
  const [from, to] = BOUNDS[scale];
  return value >= from && value <= to ? scale : '';
}

function valueOfField(field: FeedbackRecord): PropertyValue | null {
  return field.value_number ?? field.value_boolean ?? (field.value_text || null) ?? (field.value_date || null) ?? null;
}

function extraOf(fields: readonly FeedbackRecord[]): Record<string, PropertyValue> {
  const extra: Record<string, PropertyValue> = {};
  for (const { metadata, source_type, source_id } of fields) {
    extra.source_type = source_type;
    if (source_id) extra.source_id = source_id;
    for (const [name, value] of Object.entries(metadata ?? {})) if (value !== null) extra[name] = value;
  }
  return extra;
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
