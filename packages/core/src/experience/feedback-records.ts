import type { PropertyValue } from '../event/event.ts';
import { anonymousOf, type SurveyAnswer } from './answer.ts';
import { EMOTIONS, GOT_ANSWERS, QUESTION_SCALES, type ScoredKind } from './survey.ts';

/** One field of an answer, as feedback records (Formbricks Hub) hold it. */
export interface FeedbackField {
  readonly submission_id: string;
  readonly collected_at?: string | null | undefined;
  readonly source_type: string;
  readonly source_id?: string | null | undefined;
  readonly source_name?: string | null | undefined;
  readonly field_id: string;
  readonly field_label?: string | null | undefined;
  /** `text`, `categorical`, `nps`, `csat`, `ces`, `rating`, `number`, `boolean`, `date`. */
  readonly field_type: string;
  readonly value_text?: string | null | undefined;
  readonly value_number?: number | null | undefined;
  readonly value_boolean?: boolean | null | undefined;
  readonly value_date?: string | null | undefined;
  readonly user_id?: string | null | undefined;
  readonly language?: string | null | undefined;
  readonly metadata?: Readonly<Record<string, PropertyValue | null>> | null | undefined;
}

/** When records came, and how their `collected_at` is read (ms since 1970). */
export interface RecordTimes {
  readonly receivedMs: number;
  readonly readTime: (collected: string) => number;
}

/** Metadata that says where in a journey an answer belongs, with the names that survey links commonly use for it. */
const PLACES = ['journey', 'step'] as const;

/**
 * The answers in a batch of feedback records: fields of one `submission_id` are one answer, in the order of their first field.
 * The first field that is a score on a known scale is the answer's score, the first text its words; other fields become
 * `answer_<field_id>`. A field without a value says nothing, and a submission of such fields alone is no answer. Without
 * `collected_at` it is dated `receivedMs`.
 */
export function answersOfRecords(
  records: readonly FeedbackField[],
  { receivedMs, readTime }: RecordTimes,
): readonly SurveyAnswer[] {
  const submissions = new Map<string, FeedbackField[]>();
  for (const record of records) {
    const before = submissions.get(record.submission_id);
    if (before === undefined) submissions.set(record.submission_id, [record]);
    else before.push(record);
  }
  return [...submissions.values()]
    .map((fields) => answerOf(fields, { receivedMs, readTime }))
    .filter((answer) => answer !== null);
}

function answerOf(fields: readonly FeedbackField[], { receivedMs, readTime }: RecordTimes): SurveyAnswer | null {
  const [first] = fields;
  if (first === undefined || fields.every((field) => valueOfField(field) === null)) return null;
  const submission = first.submission_id;
  const from = <Name extends keyof FeedbackField>(name: Name) => fields.find((field) => field[name] != null)?.[name];
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
    atMs: typeof collected === 'string' ? readTime(collected) : receivedMs,
    receivedMs,
    person: user ? { kind: 'user', value: user } : anonymousOf(submission),
    mayContact: null,
    extra: rest,
    ...gatherFields(fields),
  };
}

type Gathered = Pick<SurveyAnswer, 'score' | 'scale' | 'text' | 'got' | 'emotion' | 'others'>;

function gatherFields(fields: readonly FeedbackField[]): Gathered {
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
function scaleOf({ field_type: type }: FeedbackField, value: PropertyValue): keyof typeof BOUNDS | '' {
  const scale = type === 'rating' ? '1-5' : type in QUESTION_SCALES ? QUESTION_SCALES[type as ScoredKind] : null;
  if (scale === null || typeof value !== 'number') return '';
  const [from, to] = BOUNDS[scale];
  return value >= from && value <= to ? scale : '';
}

function valueOfField(field: FeedbackField): PropertyValue | null {
  return field.value_number ?? field.value_boolean ?? (field.value_text || null) ?? (field.value_date || null) ?? null;
}

function extraOf(fields: readonly FeedbackField[]): Record<string, PropertyValue> {
  const extra: Record<string, PropertyValue> = {};
  for (const { metadata, source_type, source_id } of fields) {
    extra.source_type = source_type;
    if (source_id) extra.source_id = source_id;
    for (const [name, value] of Object.entries(metadata ?? {})) if (value !== null) extra[name] = value;
  }
  return extra;
}
