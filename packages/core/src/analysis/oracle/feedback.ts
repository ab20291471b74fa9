import type { Event } from '../../event/event.ts';
import type { Felt } from '../../event/felt.ts';
import { moodCounts } from '../../experience/mood-counts.ts';
import { npsOfVoices } from '../../experience/nps.ts';
import type { JourneyDefinition } from '../../journey/definition.ts';
import { periodNumber, periodStart } from '../../time/calendar.ts';
import type { Answered, Feedback, FeedbackInput, SaidAt } from '../feedback.ts';
import type { Run, RunUnit } from '../run.ts';
import type { Behind } from '../scope.ts';
import { firstArrivals, order } from './build-runs.ts';
import { numberedSteps } from './journey-map.ts';
import type { NamedVoice } from './named-voices.ts';
import { placeAt, placeKey, saidAtOf } from './said-places.ts';
import { placeOf, timesOf } from './scope.ts';
import { byName } from './tally.ts';
import { refOf } from './variants.ts';

/** What feedback is counted from: runs of the scope, and what names its map. */
export interface SpokenScope {
  readonly runs: readonly Run[];
  readonly voices: readonly NamedVoice[];
  readonly definitions: readonly JourneyDefinition[];
}

interface AnswerGiven {
  readonly person: bigint;
  readonly at: SaidAt;
  readonly activity: string;
  readonly felt: Felt;
  readonly atMs: number;
  /** Order of equal times; voices that name the map come first. */
  readonly rank: readonly [run: number, nth: number, message: bigint, identity: bigint];
  /** Null: it names the map. */
  readonly run: Run | null;
}

/** Every answer of the scope, in the order in which the last one counts. */
function answersGiven({ runs, voices, definitions }: SpokenScope): AnswerGiven[] {
  const within = runs.flatMap((run) => {
    const at = timesOf(run);
    return run.felt.map(
      (felt, i): AnswerGiven => ({
        person: run.person,
        at: saidAtOf(run, i, definitions),
        activity: run.activities[i] as string,
        felt,
        atMs: at[i] as number,
        rank: [placeOf(run), i + 1, 0n, 0n],
        run,
      }),
    );
  });
  const named = voices.map(
    (voice): AnswerGiven => ({
      ...voice,
      at: placeAt(voice.step, voice.activity, definitions),
      rank: [1, voice.ord, voice.message, voice.identity],
      run: null,
    }),
  );
  return [...within, ...named]
    .filter(({ felt }) => felt !== 'none')
    .sort((a, b) => {
      const [[run, nth, message, identity], [run2, nth2, message2, identity2]] = [a.rank, b.rank];
      return a.atMs - b.atMs || run - run2 || nth - nth2 || order(message, message2) || order(identity, identity2);
    });
}

/** Of each person the last. */
function lastOf(answers: readonly AnswerGiven[]): readonly AnswerGiven[] {
  return [...new Map(answers.map((answer) => [answer.person, answer])).values()];
}

/** `events`: all of the complete sources, also those that arrived twice: on which scales each activity was ever answered. */
export function feedbackOf(
  spoken: SpokenScope,
  { at, period, timeZone }: FeedbackInput,
  events: readonly Event[],
): Feedback {
  const given = answersGiven(spoken);
  const answered = (answers: readonly AnswerGiven[]): Answered => {
    const last = lastOf(answers);
    const voices = moodCounts(last.map(({ felt }) => felt));
    const isNps = last.every(({ activity }) =>
      events.every(({ name, score, scale }) => name !== activity || score === null || scale === '' || scale === '0-10'),
    );
    return { voices, nps: isNps ? npsOfVoices(voices) : null };
  };
  const places = new Map(given.map((answer) => [placeKey(answer.at), answer.at]));
  const steps = [...numberedSteps(spoken.definitions).values()];
  const rank = (place: SaidAt): number => (place.kind === 'step' ? steps.indexOf(place.step) : Number.MAX_SAFE_INTEGER);
  const here = at === null ? given : given.filter((answer) => placeKey(answer.at) === placeKey(at));
  const periods = new Set(here.map(({ atMs }) => periodNumber(atMs, period, timeZone)));
  return {
    ...answered(given),
    customers: customersAt(null, spoken),
    answers: given.length,
    places: [...places]
      .map(([key, place]) => {
        const own = given.filter((answer) => placeKey(answer.at) === key);
        return { at: place, customers: customersAt(place, spoken), ...answered(own), n: lastOf(own).length, key };
      })
      .sort((a, b) => rank(a.at) - rank(b.at) || b.n - a.n || byName(a.key, b.key))
      .map(({ n: _, key: __, ...place }) => place),
    periods: [...periods]
      .sort((a, b) => a - b)
      .map((number) => ({
        fromMs: periodStart(number, period, timeZone),
        ...answered(here.filter(({ atMs }) => periodNumber(atMs, period, timeZone) === number)),
      })),
  };
}

function customersAt(place: SaidAt | null, { runs, voices, definitions }: SpokenScope): number {
  const isHere = (at: SaidAt): boolean => place === null || placeKey(at) === placeKey(place);
  const told = voices.filter(({ score, text }) => score !== null || text !== '');
  return new Set([
    ...runs.filter((run) => run.activities.some((_, i) => isHere(saidAtOf(run, i, definitions)))).map(personOf),
    ...told.filter(({ step, activity }) => isHere(placeAt(step, activity, definitions))).map(personOf),
  ]).size;
}

const personOf = ({ person }: { readonly person: bigint }): bigint => person;

/** References of the runs behind a number of answers; of what names the map the first run of its person. */
export function voicesBehindOf(
  spoken: SpokenScope,
  { at, felt }: Pick<Extract<Behind, { kind: 'voice' }>, 'at' | 'felt'>,
  unit: RunUnit,
): string[] {
  const here = answersGiven(spoken).filter((answer) => at === null || placeKey(answer.at) === placeKey(at));
  return lastOf(here)
    .filter((answer) => answer.felt === felt)
    .map(({ run, person }) => (run === null ? `p-${person}-1` : refOf(run, unit)));
}

/** Every message once, of complete sources. */
export function countedEvents(events: Iterable<Event>, sources: readonly number[]): Event[] {
  return firstArrivals([...events].filter(({ source }) => sources.includes(source)));
}
