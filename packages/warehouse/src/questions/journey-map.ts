/** Question  What did customers live of the map, step by step?
 *  Counts    people (after identity merge) to whom it happened at least once in a passage of the scope; one passage a person
 *            (their last that has ended, else their last) decides got it, as promised, as planned and comparisons
 *  Time      passages by the time of their first touch, [from, to); never clipped
 *  Answers   exactly; shares with passages under way by Aalen-Johansen from exact times
 *  Limits    comparisons go together with what followed, they do not show a cause */
import { isGoal, type JourneyMap, NEWEST_TEXTS, placedSteps } from '@continuo/core';
import { readFewPassages } from '../journeys/few-passages.ts';
import { definitionsOf } from '../journeys/judged-runs.ts';
import { readComments } from './journey-comments.ts';
import { readCounted } from './journey-counted.ts';
import { readPromises, readSharedKeys, readStandings, readWaits } from './journey-counts.ts';
import { type FactName, factAt, placesOf } from './journey-facts.ts';
import { mapOfFew } from './journey-few.ts';
import { MOST_WAYS, readFit } from './journey-fit.ts';
import { offMapSteps } from './journey-off-map.ts';
import { connectedOf, enterAt, mapStep, numberedSteps } from './journey-steps.ts';
import { readVoices } from './journey-voices.ts';
import type { Question } from './question.ts';
import { readStrangers } from './strangers.ts';

export interface JourneyMapInput {
  /** Newest comments a step. */
  readonly comments: number;
}

export const journeyMap: Question<JourneyMapInput, JourneyMap> = {
  exactness: 'exact',
  limits: [
    'What followed for those who did and those who did not goes together with it; it is not shown to be its cause.',
    `Comments are looked for among the ${NEWEST_TEXTS} newest texts.`,
    `Precision is not said above ${MOST_WAYS} distinct ways, or where the map allows too many orders.`,
  ],
  async ask({ comments }, asking) {
    const few = await readFewPassages(asking);
    if (few) return mapOfFew(few, comments, asking);
    const steps = numberedSteps(asking);
    const definitions = definitionsOf(asking);
    const newest = definitions.at(-1)?.contract;
    const hasGoal = definitions.some(({ contract }) => placedSteps(contract).some(({ step }) => isGoal(step)));
    const counting = readCounted(asking);
    const [counted, { definitions: judging, ...fit }, said, standings, waits, voices, strangers, sharedKeys, promises] =
      await Promise.all([
        counting,
        readFit(asking),
        readComments(comments, asking),
        readStandings(asking),
        readWaits(asking),
        readVoices(asking),
        readStrangers(asking),
        readSharedKeys(asking),
        counting.then(({ counts }) => readPromises(counts, asking)),
      ]);
    const { counts } = counted;
    const ofMap = (fact: FactName): number => counts.get(factAt({ kind: 'map' }, fact))?.people ?? 0;
    return {
      versions: [...new Set(judging.flatMap(({ version }) => (version ? [version] : [])))],
      people: ofMap('started'),
      runs: counts.get(factAt({ kind: 'map' }, 'started'))?.runs ?? 0,
      ...standings,
      ...(hasGoal ? {} : { gotIt: null, asPromised: null }),
      returning: { people: ofMap('returning'), enterAt: enterAt(steps, counts) },
      voices: voices.at({ kind: 'map' }),
      customers: ofMap('started') + strangers.at({ kind: 'map' }),
      triedTwiceOrAsked: { n: ofMap('tried'), of: ofMap('started') },
      connected: connectedOf(newest, asking),
      steps: steps.map((step) => mapStep(step, { counts, waits, voices, strangers, comments: said, asking })),
      offMap: offMapSteps({ counted, steps, voices, strangers, comments: said, asking }),
      promises,
      rules: placesOf(asking).rules.map((rule, index) => {
        const people = (fact: FactName): number => counts.get(factAt({ kind: 'rule', index }, fact))?.people ?? 0;
        return { rule, kept: { n: people('concerned') - people('broken'), of: people('concerned') } };
      }),
      ...fit,
      sharedKeys,
    };
  },
};
