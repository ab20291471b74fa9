/** Question  What did customers write?
 *  Counts    comments that match, of the 20,000 newest of the scope
 *  Time      as `feedback`
 *  Answers   exactly, of those looked through; contact details are masked
 *  Limits    a comment is found by its person, instant, name and channel; themes are those of the codebook of today */
import { type Comments, type CommentsInput, commentsPage, NEWEST_TEXTS, saidCoverage } from '@continuo/core';
import type { Question } from './question.ts';
import { readSaid } from './said.ts';

export const COVERAGE_SAYS = `Only the ${NEWEST_TEXTS} newest comments are looked through.`;

export const comments: Question<CommentsInput, Comments> = {
  exactness: 'exact',
  limits: [COVERAGE_SAYS],
  async ask(input, asking) {
    const said = await readSaid(asking);
    return { ...commentsPage(said, input, asking.codebook ?? []), coverage: saidCoverage(said) };
  },
};
