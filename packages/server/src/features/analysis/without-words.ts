import type { AnswerOf, QuestionName } from '@continuo/contract';
import {
  type Comments,
  type JourneyMap,
  NO_WORDS_SAYS,
  type Phrases,
  type Praise,
  type Themes,
  type Timeline,
  wordless,
} from '@continuo/core';

/** What each answer that holds customers' words is without them: counts stay. */
const WITHOUT = {
  comments: (result: Comments): Comments => ({ ...result, comments: [], next: null }),
  phrases: (result: Phrases): Phrases => ({ ...result, phrases: [] }),
  themes: (result: Themes): Themes => ({ ...result, themes: [], none: 0, suggestions: [] }),
  praise: (result: Praise): Praise => ({
    ...result,
    moments: result.moments.map((moment) => ({ ...moment, quote: null, phrases: [] })),
  }),
  'journey-map': (result: JourneyMap): JourneyMap => ({
    ...result,
    steps: result.steps.map((step) => ({ ...step, comments: [] })),
    offMap: result.offMap.map((step) => ({ ...step, comments: [] })),
  }),
  timeline: (result: Timeline): Timeline => ({
    ...result,
    moments: result.moments.map(wordless),
  }),
} as const;

/** The answer of a workspace that has switched free text off. */
export function withoutWords<Name extends QuestionName>(name: Name, answer: AnswerOf<Name>): AnswerOf<Name> {
  if (!Object.hasOwn(WITHOUT, name)) return answer;
  const leaveOut = WITHOUT[name as keyof typeof WITHOUT] as (result: unknown) => unknown;
  return { ...answer, result: leaveOut(answer.result), limits: [...answer.limits, NO_WORDS_SAYS] } as AnswerOf<Name>;
}
