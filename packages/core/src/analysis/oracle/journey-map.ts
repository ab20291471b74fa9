import type { JourneyDefinition } from '../../journey/definition.ts';
import { RUN_STATUSES, SKIP_LABELS } from '../../journey/touch.ts';
import { placedSteps } from '../../journey/walk.ts';
import { quantileOf } from '../../stats/quantile.ts';
import type { JourneyMap, MapStep, OffMapStep, PromiseKept, Voices } from '../journey-map.ts';
import { comparedOutcome, type Outcome, plainShare, shareOver } from '../journey-shares.ts';
import { compareOffMap } from './journey-compare.ts';
import { isAsPlanned, isAsPromised, type StepFact, triedTwiceOrAsked } from './journey-facts.ts';
import { isHad, promiseLived, promisesOf } from './journey-promise.ts';
import { ruleKept } from './journey-rule.ts';
import {
  byPassage,
  decidingRuns,
  endMsOf,
  hasEnd,
  isEnded,
  isReturning,
  type JudgedRun,
  offMapOf,
  peopleIn,
  touchesAt,
  touchesOf,
} from './journey-run.ts';
import type { MapVoice } from './named-voices.ts';
import { runsByActivity, runsByStep } from './runs-by.ts';
import { timesOf } from './scope.ts';
import { byName, tally } from './tally.ts';

/** Everything of the map that is counted from judged runs; what analysts get and the comments are put beside it. */
export type CountedMap = Omit<JourneyMap, 'fitness' | 'precision' | 'blindSpot' | 'versions'>;

export interface MapContext {
  /** Oldest first. */
  readonly definitions: readonly JourneyDefinition[];
  readonly dataAsOfMs: number;
  /** Names of events ever seen in the workspace. */
  readonly seen: ReadonlySet<string>;
  /** Answers and words that name the map, in the order of time; they count where they say. */
  readonly voices?: readonly MapVoice[];
}

export function countedMapOf(runs: readonly JudgedRun[], context: MapContext): CountedMap {
  const { definitions, dataAsOfMs } = context;
  const deciding = decidingRuns(runs);
  const ended = deciding.filter(isEnded);
  const steps = mapStepsOf(runs, context);
  const newest = definitions.at(-1);
  const drawn = newest ? placedSteps(newest.contract).length : 0;
  const hasGoal = definitions.some(({ contract }) => hasEnd(contract, 'goal'));
  return {
    people: peopleIn(runs),
    runs: runs.length,
    statuses: Object.fromEntries(
      RUN_STATUSES.map((status) => [status, deciding.filter((run) => run.status === status).length]),
    ) as JourneyMap['statuses'],
    gotIt: hasGoal ? shareOfGoal(deciding, dataAsOfMs, () => true) : null,
    asPromised: hasGoal ? shareOfGoal(deciding, dataAsOfMs, (run) => isAsPromised(run, dataAsOfMs)) : null,
    asPlanned: { n: ended.filter(isAsPlanned).length, of: ended.length },
    returning: returningOf(runs, context),
    voices: voicesOf(runs, answersOf, context.voices ?? []),
    customers: customersOf(runs, context.voices ?? []),
    triedTwiceOrAsked: { n: peopleIn(runs.filter(triedTwiceOrAsked)), of: peopleIn(runs) },
    connected: { n: steps.slice(0, drawn).filter(({ isConnected }) => isConnected).length, of: drawn },
    steps,
    offMap: offMapStepsOf(runs, context),
    promises: promisesOf(definitions).map(({ id }) => promiseKeptOf(runs, id, dataAsOfMs)),
    rules: rulesOf(definitions).map((rule) => {
      const verdicts = runs.map((run) => ({ run, kept: ruleKept(run, rule, dataAsOfMs) }));
      const of = peopleIn(verdicts.filter(({ kept }) => kept !== null).map(({ run }) => run));
      return {
        rule,
        kept: { n: of - peopleIn(verdicts.filter(({ kept }) => kept === false).map(({ run }) => run)), of },
      };
    }),
    sharedKeys: sharedKeysOf(runs),
  };
}

function answersOf({ run }: JudgedRun): readonly { readonly felt: string; readonly atMs: number }[] {
  const at = timesOf(run);
  return run.felt.map((felt, i) => ({ felt, atMs: at[i] as number }));
}

function shareOfGoal(deciding: readonly JudgedRun[], dataAsOfMs: number, isGood: (run: JudgedRun) => boolean) {
  return shareOver(
    deciding.map((run): Outcome => {
      const kind = run.status === 'open' ? 'open' : run.status === 'goal' && isGood(run) ? 'event' : 'other';
      return { elapsedMs: endMsOf(run, dataAsOfMs) - run.run.startMs, kind, people: 1 };
    }),
  );
}

/** Ids of the rules, those of the newest map first. */
export function rulesOf(definitions: readonly JourneyDefinition[]): string[] {
  return [...new Set([...definitions].reverse().flatMap(({ contract }) => contract.rules.map(({ id }) => id)))];
}

/** Numbers and ids of all steps: those of the newest map in file order, then those that only older ones have. */
export function numberedSteps(definitions: readonly JourneyDefinition[]): ReadonlyMap<number, string> {
  const steps = new Map<number, string>();
  for (const { contract, numbers } of [...definitions].reverse())
    for (const { step } of placedSteps(contract)) {
      const number = numbers.get(step.id) as number;
      if (!steps.has(number)) steps.set(number, step.id);
    }
  return steps;
}

function mapStepsOf(runs: readonly JudgedRun[], { definitions, dataAsOfMs, seen, voices = [] }: MapContext): MapStep[] {
  const byStep = runsByStep(runs, dataAsOfMs);
  return [...numberedSteps(definitions)].map(([number, id]): MapStep => {
    const here = byStep.get(number) ?? new Map<StepFact, readonly JudgedRun[]>();
    const with_ = (...wanted: StepFact[]): readonly JudgedRun[] => wanted.flatMap((fact) => here.get(fact) ?? []);
    const met = with_('met');
    const people = (...wanted: StepFact[]): number => peopleIn(with_(...wanted));
    const had = met.flatMap((run) => touchesAt(run, number).filter(isHad));
    const channels = new Set(had.map(({ channel }) => channel));
    const designed = [...definitions]
      .reverse()
      .flatMap(({ contract }) => placedSteps(contract))
      .find(({ step }) => step.id === id)?.step;
    const own = voices.filter(({ step }) => step === number);
    return {
      step: id,
      isConnected: [...(designed?.matchers ?? []), ...(designed?.failures ?? [])].some(({ events }) =>
        events.some((name) => seen.has(name)),
      ),
      people: people('had'),
      runs: with_('had').length,
      due: people('due'),
      skipped: Object.fromEntries(SKIP_LABELS.map((label) => [label, people(`skip:${label}`)])) as MapStep['skipped'],
      broken: people('broken'),
      repeated: people('repeat'),
      otherOrder: people('other-order'),
      detour: people('detour'),
      otherChannel: people('other-channel'),
      left: plainShare({ n: people('left'), of: people('due', 'left') }),
      late: people('late'),
      harmed: people('harmed'),
      channels: [...channels]
        .map((channel) => ({
          channel,
          people: people(`had:${channel}`),
          isPlanned:
            channel === '' || !designed || designed.channels.length === 0 || designed.channels.includes(channel),
        }))
        .sort((a, b) => b.people - a.people || byName(a.channel, b.channel)),
      wait: spreadOfWaits(had.flatMap(({ waitMs }) => (waitMs === null ? [] : [waitMs]))),
      voices: voicesOf(met, (run) => touchesAt(run, number), own),
      customers: customersOf(met, own),
      comments: [],
    };
  });
}

function offMapStepsOf(runs: readonly JudgedRun[], { definitions, dataAsOfMs, voices = [] }: MapContext): OffMapStep[] {
  const names = numberedSteps(definitions);
  const outcome = comparedOutcome(definitions.map(({ contract }) => contract));
  return [...runsByActivity(runs)]
    .map(([activity, those]): OffMapStep => {
      const of = (run: JudgedRun) => offMapOf(run).filter((event) => event.activity === activity);
      const events = those.flatMap(of);
      const after = commonestAfter(events.map((event) => event.after));
      const own = voices.filter((voice) => voice.step === 0 && voice.activity === activity);
      return {
        activity,
        after: names.get(after) ?? null,
        people: peopleIn(those),
        touches: events.length,
        channels: [...new Set(events.map(({ channel }) => channel))]
          .map((channel) => ({
            channel,
            people: peopleIn(those.filter((run) => of(run).some((event) => event.channel === channel))),
          }))
          .sort((a, b) => b.people - a.people || byName(a.channel, b.channel)),
        voices: voicesOf(those, of, own),
        customers: customersOf(those, own),
        comments: [],
        compared: compareOffMap(runs, outcome, dataAsOfMs, { activity, after }),
      };
    })
    .sort((a, b) => b.people - a.people || byName(a.activity, b.activity));
}

/** Of equally common steps the one with the smaller number; before the first (0) wins only when it is commoner. */
export function commonestAfter(after: readonly number[]): number {
  const counts = [...tally(after)];
  return counts.sort(([a, m], [b, n]) => n - m || Number(a === 0) - Number(b === 0) || a - b)[0]?.[0] ?? 0;
}

function promiseKeptOf(runs: readonly JudgedRun[], id: string, dataAsOfMs: number): PromiseKept {
  const started = runs.flatMap((run) => {
    const lived = promiseLived(run, id, dataAsOfMs);
    return lived ? [{ run, lived }] : [];
  });
  const deciding = decidingPromise(started);
  return {
    promise: id,
    people: peopleIn(started.map(({ run }) => run)),
    kept: shareOver(
      deciding.map(({ lived: { state, elapsedMs, isAbandoned } }) => ({
        elapsedMs,
        kind: state === 'kept' ? 'event' : state === 'waiting' && !isAbandoned ? 'open' : 'other',
        people: 1,
      })),
    ),
    late: peopleIn(started.filter(({ lived }) => lived.state === 'late').map(({ run }) => run)),
    wait: spreadOfWaits(started.flatMap(({ lived }) => (lived.toMs === null ? [] : [lived.toMs - lived.fromMs]))),
  };
}

/** Of each person the last passage in which the promise is decided, else their last. */
export function decidingPromise<Lived extends { readonly state: string }>(
  started: readonly { readonly run: JudgedRun; readonly lived: Lived }[],
): { readonly run: JudgedRun; readonly lived: Lived }[] {
  const best = new Map<bigint, { readonly run: JudgedRun; readonly lived: Lived }>();
  for (const one of [...started].sort((a, b) => byPassage(a.run, b.run))) {
    const known = best.get(one.run.run.person);
    if (!known || one.lived.state !== 'waiting' || known.lived.state === 'waiting') best.set(one.run.run.person, one);
  }
  return [...best.values()];
}

function returningOf(runs: readonly JudgedRun[], { definitions }: MapContext): JourneyMap['returning'] {
  const names = numberedSteps(definitions);
  const returning = runs.filter(isReturning);
  const byStep = [...names].map(([number, id]) => ({
    id,
    people: peopleIn(returning.filter((run) => touchesOf(run)[0]?.step === number)),
  }));
  const [first] = byStep.filter(({ people }) => people > 0).sort((a, b) => b.people - a.people);
  return { people: peopleIn(returning), enterAt: first?.id ?? null };
}

/** One answer a person: the last in time, of equal times in the later passage and further on in it. */
function voicesOf(
  runs: readonly JudgedRun[],
  answers: (run: JudgedRun) => readonly { readonly felt: string; readonly atMs: number }[],
  named: readonly MapVoice[],
): Voices {
  const last = lastAnswers(runs, answers, named);
  const count = (felt: string): number => [...last.values()].filter((answer) => answer.felt === felt).length;
  return { unhappy: count('unhappy'), neutral: count('neutral'), happy: count('happy') };
}

/** People of these passages and voices, each once. */
function customersOf(runs: readonly JudgedRun[], named: readonly MapVoice[]): number {
  return new Set([...runs.map(({ run }) => run.person), ...named.map(({ person }) => person)]).size;
}

/** `run` null: it names the map. */
interface LastAnswer {
  readonly felt: string;
  readonly atMs: number;
  readonly run: JudgedRun | null;
}

export function lastAnswers(
  runs: readonly JudgedRun[],
  answers: (run: JudgedRun) => readonly { readonly felt: string; readonly atMs: number }[],
  named: readonly MapVoice[],
): ReadonlyMap<bigint, LastAnswer> {
  const last = new Map<bigint, LastAnswer>();
  const take = (person: bigint, answer: LastAnswer): void => {
    if (answer.felt !== 'none' && answer.atMs >= (last.get(person)?.atMs ?? Number.NEGATIVE_INFINITY))
      last.set(person, answer);
  };
  for (const { person, felt, atMs } of named) take(person, { felt, atMs, run: null });
  const telling = runs.filter(({ run }) => run.felt.some((felt) => felt !== 'none'));
  const inOrder = telling.sort((a, b) => a.judging.definition - b.judging.definition || a.run.no - b.run.no);
  for (const run of inOrder) for (const { felt, atMs } of answers(run)) take(run.run.person, { felt, atMs, run });
  return last;
}

/** By linear interpolation; null when nobody waited. */
function spreadOfWaits(waits: number[]): MapStep['wait'] {
  if (waits.length === 0) return null;
  const ascending = waits.sort((a, b) => a - b);
  return { medianMs: quantileOf(ascending, 0.5), p90Ms: quantileOf(ascending, 0.9), n: ascending.length };
}

/** Keys under which several people passed. */
function sharedKeysOf(runs: readonly JudgedRun[]): number {
  const people = new Map<string, Set<bigint>>();
  for (const { run } of runs.filter(({ run }) => run.key !== '')) {
    const known = people.get(run.key) ?? new Set();
    people.set(run.key, known.add(run.person));
  }
  return [...people.values()].filter(({ size }) => size > 1).length;
}
