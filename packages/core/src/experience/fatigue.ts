import { sipHash } from '../event/hash.ts';
import { utf8 } from '../event/utf8.ts';
import type { SurveyQuestionKind } from './survey.ts';

/** How people are spared, over all surveys of a workspace. */
export interface AskRules {
  /** Nobody is asked again by any survey sooner than this, whole days; 0: no rest. */
  readonly restDays: number;
  /** … nor by one of the same kind sooner than this; a kind that is not named has no rest of its own. */
  readonly restDaysByKind: Readonly<Partial<Record<SurveyQuestionKind, number>>>;
}

/** A month between any two, a quarter between two of one kind, half a year for "would you recommend us". */
export const USUAL_ASK_RULES: AskRules = {
  restDays: 30,
  restDaysByKind: { nps: 180, csat: 90, ces: 90, got: 90, emotion: 90, open: 90 },
};

/** When a person was asked before. */
export interface Asked {
  readonly kind: SurveyQuestionKind;
  readonly atMs: number;
}

export type AskDecision =
  | { readonly ask: true }
  /** Asked never to be asked again. */
  | { readonly ask: false; readonly why: 'refused' }
  /** Not drawn: stays so for this survey and share. */
  | { readonly ask: false; readonly why: 'not drawn' }
  /** Asked lately, by any survey or by one of this kind; may be asked from `fromMs` on. */
  | { readonly ask: false; readonly why: 'asked lately' | 'asked this lately'; readonly fromMs: number };

export interface AskInput {
  /** Key of the survey. */
  readonly survey: string;
  readonly kind: SurveyQuestionKind;
  /** Share of people who may be asked, 0 … 1. */
  readonly share: number;
  /** What tells the person apart: the user id as it is written. */
  readonly person: string;
  /** Every time this person was asked, by any survey, in any order; empty: never. */
  readonly asked: readonly Asked[];
  /** Asked never to be asked again. */
  readonly hasRefused: boolean;
  readonly rules: AskRules;
  readonly nowMs: number;
}

const DAY_MS = 86_400_000;

/**
 * Whether a person may be asked now. The draw depends on person and survey alone, so that nobody picks whom to ask; rests
 * end exactly so many days after the last time. A time in the future (clocks that differ) counts as asked.
 */
export function mayAsk({ survey, kind, share, person, asked, hasRefused, rules, nowMs }: AskInput): AskDecision {
  if (hasRefused) return { ask: false, why: 'refused' };
  if (drawOf(survey, person) >= share) return { ask: false, why: 'not drawn' };
  const any = freeFrom(asked, rules.restDays);
  const own = freeFrom(
    asked.filter((one) => one.kind === kind),
    rules.restDaysByKind[kind] ?? 0,
  );
  if (Math.max(any, own) <= nowMs) return { ask: true };
  return own > any
    ? { ask: false, why: 'asked this lately', fromMs: own }
    : { ask: false, why: 'asked lately', fromMs: any };
}

function freeFrom(asked: readonly Asked[], days: number): number {
  let from = Number.NEGATIVE_INFINITY;
  if (days === 0) return from;
  for (const { atMs } of asked) from = Math.max(from, atMs + days * DAY_MS);
  return from;
}

/** Where a person stands in the draw of a survey: the same number in [0, 1) for ever. A larger share keeps whom a smaller one drew. */
export function drawOf(survey: string, person: string): number {
  // 52 bits: as many as a number below 1 keeps exactly.
  return Number(sipHash(utf8(`${survey}\0${person}`)) >> 12n) / 2 ** 52;
}
