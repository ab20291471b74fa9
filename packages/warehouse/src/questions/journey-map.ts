/** Question  What did customers live of the map, step by step?
 *  Counts    people (after identity merge) to whom it happened at least once in a passage of the scope; one passage a person
 *            (their last that has ended, else their last) decides got it, as promised, as planned and comparisons
 *  Time      passages by the time of their first touch, [from, to); never clipped
 *  Answers   exactly; shares with passages under way by Aalen-Johansen from exact times
 *  Limits    comparisons go together with what followed, they do not show a cause */
import { type JourneyMap, placedSteps } from '@continuo/core';
import { definitionsOf } from '../journeys/judged-runs.ts';
import { readComparisons } from './journey-compared.ts';
import {
  readEnterAt,
  readFacts,
  readGoals,
  readPromises,
  readSharedKeys,
  readStandings,
  readTotals,
  readWaits,
} from './journey-counts.ts';
import { type FactName, factAt, placesOf } from './journey-facts.ts';
import { offMapSteps, readOffMapPlaces } from './journey-off-map.ts';
import { connectedOf, mapStep, numberedSteps } from './journey-steps.ts';
import { readVoices } from './journey-voices.ts';
import type { Question } from './question.ts';

export interface JourneyMapInput {
  /** Newest comments a step. */
  readonly comments: number;
}

export const journeyMap: Question<JourneyMapInput, JourneyMap> = {
  exactness: 'exact',
  limits: [
    'What followed for those who did and those who did not goes together with it; it is not shown to be its cause.',
    'Comments are looked for among the 20,000 newest texts.',
  ],
  async ask(_, asking) {
    const steps = numberedSteps(asking);
    const definitions = definitionsOf(asking);
    const newest = definitions.at(-1)?.contract;
    const hasGoal = definitions.some(({ contract }) => placedSteps(contract).some(({ step }) => step.ends === 'goal'));
    const counting = readFacts(asking);
    const placing = readOffMapPlaces(asking);
    const [counts, places, totals, standings, goals, waits, voices, enterAt, sharedKeys, promises, comparisons] =
      await Promise.all([
        counting,
        placing,
        readTotals(asking),
        readStandings(asking),
        hasGoal ? readGoals(asking) : { gotIt: null, asPromised: null },
        readWaits(asking),
        readVoices(asking),
        readEnterAt(steps, asking),
        readSharedKeys(asking),
        counting.then((counts) => readPromises(counts, asking)),
        placing.then((places) =>
          readComparisons(new Map([...places].map(([code, { after }]) => [code, after])), asking),
        ),
      ]);
    const ofMap = (fact: FactName): number => counts.get(factAt({ kind: 'map' }, fact))?.people ?? 0;
    return {
      versions: [],
      people: totals.people,
      runs: totals.runs,
      ...standings,
      ...goals,
      returning: { people: ofMap('returning'), enterAt },
      voices: voices.at({ kind: 'map' }),
      triedTwiceOrAsked: { n: ofMap('tried'), of: totals.people },
      connected: connectedOf(newest, asking),
      steps: steps.map((step) => mapStep(step, { counts, waits, voices, asking })),
      offMap: offMapSteps({ counts, places, steps, voices, comparisons, asking }),
      promises,
      rules: placesOf(asking).rules.map((rule, index) => {
        const people = (fact: FactName): number => counts.get(factAt({ kind: 'rule', index }, fact))?.people ?? 0;
        return { rule, kept: { n: people('concerned') - people('broken'), of: people('concerned') } };
      }),
      fitness: totals.fitness,
      precision: null,
      blindSpot: null,
      sharedKeys,
    };
  },
};
