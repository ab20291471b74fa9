import type { Event, IdentityClaim, PropertyValue, Scale } from '../event/event.ts';
import { sipHash } from '../event/hash.ts';
import { utf8 } from '../event/utf8.ts';
import { identityOf } from '../people/identity.ts';
import { answerName, type Emotion, type GotAnswer } from './survey.ts';

/** What one person answered at one time: to a survey of ours, or as feedback records from elsewhere. */
export interface SurveyAnswer {
  /** Unique in the workspace: what comes twice counts once. */
  readonly submission: string;
  /** Key of our survey; null: it came as records. */
  readonly survey: string | null;
  /** Title of the survey when it was answered. */
  readonly title: string;
  readonly journey: string | null;
  readonly step: string | null;
  /** Of the link it came by; `''` when unknown. */
  readonly channel: string;
  /** Language of the page; `''` when unknown. */
  readonly language: string;
  readonly atMs: number;
  readonly receivedMs: number;
  /** Nobody known: `anonymous` with the submission as value. */
  readonly person: IdentityClaim;
  readonly score: number | null;
  readonly scale: Scale;
  /** The customer's own words; `''` when none. */
  readonly text: string;
  readonly got: GotAnswer | null;
  readonly emotion: Emotion | null;
  /** Null: nobody asked whether they may be contacted. */
  readonly mayContact: boolean | null;
  /** By question id: answers that have no field of their own. */
  readonly others: Readonly<Record<string, PropertyValue>>;
  /** Properties that came along and are no answers. */
  readonly extra: Readonly<Record<string, PropertyValue>>;
}

/** Who answered, when nobody knows. */
export function anonymousOf(submission: string): IdentityClaim {
  return { kind: 'anonymous', value: submission };
}

/** Begins the properties that hold answers without a field of their own. */
export const ANSWER_PROPERTY = 'answer_';

/** The event that an answer is; the same answer always gives the same event, so that storing it again changes nothing. */
export function answerEvent(answer: SurveyAnswer, workspace: number, source: number): Event {
  return {
    workspace,
    source,
    identity: identityOf(workspace, answer.person),
    message: sipHash(utf8(answer.submission)),
    timeMs: answer.atMs,
    ord: 0,
    name: answerName(answer),
    channel: answer.channel,
    caseKey: '',
    score: answer.score,
    scale: answer.scale,
    text: answer.text,
    properties: propertiesOf(answer),
    receivedMs: answer.receivedMs,
    seq: 0n,
  };
}

function propertiesOf(answer: SurveyAnswer): Record<string, PropertyValue> {
  const { survey, journey, step, submission, mayContact, got, emotion, language } = answer;
  const known = {
    survey,
    journey,
    step,
    submission,
    contact: mayContact === null ? null : mayContact ? 'yes' : 'no',
    got,
    emotion,
    language: language === '' ? null : language,
  };
  const properties: Record<string, PropertyValue> = { ...answer.extra };
  for (const [name, value] of Object.entries(known)) if (value !== null) properties[name] = value;
  for (const [id, value] of Object.entries(answer.others)) properties[`${ANSWER_PROPERTY}${id}`] = value;
  return properties;
}
