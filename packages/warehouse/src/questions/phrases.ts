/** Question  What do customers say here more than elsewhere?
 *  Counts    people who used a phrase of one to three words, at least 3; one person once
 *  Time      as `feedback`
 *  Answers   by log-likelihood against the rest of the scope (see core), of the 20,000 newest comments
 *  Limits    words of seven languages that tell nothing are left out by a guess of each comment's language */
import { type Phrases, type PhrasesInput, phrasesOfSaid, saidCoverage } from '@continuo/core';
import { COVERAGE_SAYS } from './comments.ts';
import type { Question } from './question.ts';
import { readSaid } from './said.ts';

export const phrases: Question<PhrasesInput, Phrases> = {
  exactness: 'exact',
  limits: [COVERAGE_SAYS, 'Phrases go together with a place or a mood; they do not say why.'],
  async ask(input, asking) {
    const said = await readSaid(asking);
    return { ...phrasesOfSaid(said, input), coverage: saidCoverage(said) };
  },
};
