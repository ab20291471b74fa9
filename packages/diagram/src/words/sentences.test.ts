import { describe, expect, test } from 'vitest';
import { AIRLINE } from '../test/airline.ts';
import * as answers from '../test/airline-answers.ts';
import { cohortsSentence } from './cohorts-sentence.ts';
import { flowSentence } from './flow-sentence.ts';
import { funnelSentence } from './funnel-sentence.ts';
import { loopSentence } from './loop-sentence.ts';
import { pathGraphSentence } from './path-graph-sentence.ts';
import { routesSentence } from './routes-sentence.ts';
import { type Sentence, textOf } from './sentence.ts';
import { summarySentence } from './summary-sentence.ts';
import { timelineSentence } from './timeline-sentence.ts';

const { FLOW, FLOW_INPUT, FUNNEL, FUNNEL_INPUT, RETENTION, RETENTION_INPUT, TIMELINE, VARIANTS, ZONE } = answers;
const HOUR = 3_600_000;
const VIEW = {
  activities: ['Find and book', 'Choose seats'],
  edges: [{ from: 'Find and book', to: 'Choose seats' }],
  explainedRuns: 230,
  runs: 640,
};
const SPREAD = { n: 640, mean: 70 * HOUR, median: 61 * HOUR, p90: 90 * HOUR, min: 0, max: 200 * HOUR };
const SUMMARY = {
  ...{ people: 640, runs: 640, events: 4580, activities: 22, variants: 214, openRuns: 11, openWithinMs: HOUR },
  ...{ firstMs: Date.parse('2026-09-28T12:00Z'), lastMs: Date.parse('2026-10-25T12:00Z'), durationMs: SPREAD },
  ...{ eventsPerRun: null, channels: [], unhappy: 21, neutral: 6, happy: 11, answeredPeople: 38, starts: [], ends: [] },
};
const NOBODY = { laps: [], reentry: [], betweenMs: null, cameBack: 0, people: 0 };

describe('sentences', () => {
  test.each<[string, Sentence, string]>([
    [
      'summary',
      summarySentence(SUMMARY, ZONE),
      '640 customers on 640 journeys, 28 Sep to 25 Oct 2026. Half take longer than 61 h, 1 in 10 longer than 90 h. ' +
        '2 of 100 are still under way. 38 of 640 customers answered; 21 of 38 answers are unhappy. ' +
        'How the other 602 felt is not known.',
    ],
    ['summary of nothing', summarySentence({ ...SUMMARY, runs: 0 }, ZONE), 'No journey in this selection.'],
    [
      'path graph',
      pathGraphSentence(AIRLINE, 640),
      '100 of 100 journeys begin with “Find and book” and 60 of 100 end with “Bag on the belt”. ' +
        'All 14 steps and 23 moves are shown.',
    ],
    [
      'path graph in part',
      pathGraphSentence({ ...AIRLINE, view: VIEW }),
      '100 of 100 journeys begin with “Find and book” and 60 of 100 end with “Bag on the belt”. ' +
        'Shown: 2 of 14 steps, 1 of 23 moves. 36 of 100 journeys stay wholly inside this picture. ' +
        'A way through the picture need not be one that somebody took: see Routes.',
    ],
    [
      'path graph of nothing',
      pathGraphSentence({ nodes: [], edges: [], view: null }),
      'Nothing happened here: no customer, no step.',
    ],
    [
      'flow',
      flowSentence(FLOW, FLOW_INPUT),
      'Of the journeys with “No bag on the belt”: 87 of 100 come from “Change planes in Madrid”, ' +
        '65 of 100 go on to “Phone us” and 1 of 100 end there. Only the first time in each journey counts.',
    ],
    [
      'flow of nothing',
      flowSentence({ nodes: [], links: [], anchored: 0 }, FLOW_INPUT),
      'No journey with “No bag on the belt” in this selection.',
    ],
    [
      'routes',
      routesSentence(VARIANTS, 640),
      '36 of 100 journeys take the most frequent of 214 routes. 12 routes hold 80 of 100 journeys. ' +
        '118 routes were taken only once. Of the next 100 journeys, between 15 and 22 will go a way not seen yet.',
    ],
    [
      'funnel',
      funnelSentence(FUNNEL, FUNNEL_INPUT),
      '9 of 100 customers who begin with “No bag on the belt” get to “Fly home” within 5 weeks. ' +
        'Most are lost after “No bag on the belt”: 11 of 100 who got there. ' +
        '134 customers still have time, and are not counted as lost.',
    ],
    [
      'funnel nobody entered',
      funnelSentence({ groups: [] }, FUNNEL_INPUT),
      'Nobody began with “No bag on the belt” in this time.',
    ],
    [
      'timeline',
      timelineSentence(TIMELINE, ZONE),
      '13 moments by web, app, desk, aboard, phone, chat and email, from 18 Aug 2026 to 23 Oct 2026. ' +
        'Unhappy in 2 of 5 answers. The longest silence: 7 weeks.',
    ],
    [
      'loop',
      loopSentence(RETENTION.loop),
      '18 of 100 customers came back. Half of the times between were longer than 25 weeks, 1 in 10 longer than 10 months. ' +
        'Most come in again with “Find and book”: 70 of 100 times.',
    ],
    ['loop without anyone back', loopSentence({ ...NOBODY, people: 12 }), 'None of 12 customers has come back yet.'],
    [
      'cohorts',
      cohortsSentence(RETENTION, RETENTION_INPUT),
      '19 of 100 customers are there again one month after they began. ' +
        '1 of 5 months is too young to tell: not measured yet, not 0.',
    ],
  ])('%s', (_, sentence, words) => {
    expect(textOf(sentence).replaceAll('\u00a0', ' ')).toBe(words);
  });
});
