/** Question  What do customers speak of?
 *  Counts    people whose words hold a theme of the codebook, in the mood of their last words about it
 *  Time      as `feedback`
 *  Answers   exactly, of the 20,000 newest comments; the same codebook gives the same counts
 *  Limits    a theme is the words it lists, nothing is learned */
import { saidCoverage, type Themes, type ThemesInput, themesOfSaid } from '@continuo/core';
import { COVERAGE_SAYS } from './comments.ts';
import type { Question } from './question.ts';
import { readSaid } from './said.ts';

export const themes: Question<ThemesInput, Themes> = {
  exactness: 'exact',
  limits: [COVERAGE_SAYS, 'A theme is the words that the codebook lists for it.'],
  async ask(input, asking) {
    const said = await readSaid(asking);
    return { ...themesOfSaid(said, input, asking.codebook ?? []), coverage: saidCoverage(said) };
  },
};
