/** Question  Which moments did customers love?
 *  Counts    people by their last answer at a place; at least 5 who answered, more than half of them happy
 *  Time      as `feedback`
 *  Answers   counts exactly; the order by the lower end of the Wilson 95 % interval
 *  Limits    words of the 20,000 newest comments; never a person */
import { type AnsweredPlace, type Praise, type PraiseInput, praiseOf, saidCoverage } from '@continuo/core';
import { definitionsOf } from '../journeys/judged-runs.ts';
import { COVERAGE_SAYS } from './comments.ts';
import { feedback } from './feedback.ts';
import { numberedSteps } from './journey-steps.ts';
import type { Question } from './question.ts';
import { readSaid } from './said.ts';

export const praise: Question<PraiseInput, Praise> = {
  exactness: 'exact',
  limits: [COVERAGE_SAYS],
  async ask({ limit }, asking) {
    const [{ places }, said] = await Promise.all([
      feedback.ask({ at: null, period: 'month', timeZone: 'UTC' }, asking),
      readSaid(asking),
    ]);
    const steps = new Map(numberedSteps(asking).map(({ step }) => [step.id, step]));
    const owner = definitionsOf(asking).at(-1)?.contract.owner ?? null;
    const answered = places.map(({ at, voices }): AnsweredPlace => {
      if (at.kind === 'activity') return { at, title: at.activity, owner: null, voices };
      const step = steps.get(at.step);
      return { at, title: step?.title ?? at.step, owner: step?.owner ?? owner, voices };
    });
    return { ...praiseOf(answered, said, limit), coverage: saidCoverage(said) };
  },
};
