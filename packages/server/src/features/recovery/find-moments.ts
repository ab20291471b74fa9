import {
  ANSWER_PHRASES,
  type CallbackRule,
  FELT_BOUNDS,
  holdsOf,
  lowBound,
  mayBeCalled,
  type RuleCondition,
  repeatsOf,
  type Scale,
  type Sighting,
} from '@continuo/core';
import {
  type AnswersWanted,
  answerSightings,
  claimsOf,
  latePromises,
  repeatSightings,
  type SightingScope,
} from '@continuo/warehouse';
import type { Services } from '../../platform/services.ts';
import { askingFor } from '../analysis/index.ts';
import { answeredWords, lateWords, repeatedWords } from './words.ts';

/** Something a rule is about. */
export interface FoundMoment {
  readonly rule: CallbackRule;
  /** What is decided once. */
  readonly message: string;
  readonly person: bigint;
  readonly identity: bigint;
  readonly timeMs: number;
  readonly why: string;
  readonly channel: string;
  /** The event; null: a promise was late, which is no event. */
  readonly sighting: Sighting | null;
  /** Where a late promise ends. */
  readonly step: { readonly journey: string; readonly step: string } | null;
  /** False: anonymous, or they wish no contact. Never opened. */
  readonly mayOpen: boolean;
  /** What the source calls its user. */
  readonly user: string | null;
}

const PAGE = 2000;
const PEOPLE = 1000;
const DAY_MS = 86_400_000;

/** Everything that a rule sees in [from, to), a page at a time, each event once; also what may never open a call-back. */
export function findMoments(
  services: Services,
  scope: SightingScope,
  rule: CallbackRule,
): AsyncGenerator<readonly FoundMoment[]> {
  switch (rule.when.kind) {
    case 'low-score':
    case 'asks-answer':
      return findAnswers(services, scope, rule, rule.when);
    case 'repeat':
      return findRepeats(services, scope, rule, rule.when);
    case 'promise':
      return findLate(services, scope, rule, rule.when);
  }
}

async function* findAnswers(
  { warehouse }: Services,
  scope: SightingScope,
  rule: CallbackRule,
  condition: Extract<RuleCondition, { kind: 'low-score' | 'asks-answer' }>,
): AsyncGenerator<readonly FoundMoment[]> {
  let after: Sighting | null = null;
  for (;;) {
    const page: readonly Sighting[] = await answerSightings(warehouse, scope, wantedOf(condition), {
      after,
      most: PAGE,
    });
    yield page
      .filter((sighting) => holdsOf(condition, sighting))
      .map((sighting) =>
        momentOf(rule, sighting, condition.kind === 'low-score' ? answeredWords(sighting) : 'asked for an answer'),
      );
    after = page.at(-1) ?? null;
    if (page.length < PAGE) return;
  }
}

function wantedOf(condition: Extract<RuleCondition, { kind: 'low-score' | 'asks-answer' }>): AnswersWanted {
  if (condition.kind === 'asks-answer') {
    const phrases = condition.phrases.length === 0 ? ANSWER_PHRASES : condition.phrases;
    return { lowScores: [], phrases, contact: true };
  }
  const scales = Object.keys(FELT_BOUNDS) as Exclude<Scale, ''>[];
  const lowScores = scales.map((scale) => ({ scale, atMost: lowBound(condition, scale) }));
  return { lowScores, phrases: [], contact: false };
}

async function* findRepeats(
  { warehouse }: Services,
  { fromMs, ...rest }: SightingScope,
  rule: CallbackRule,
  condition: Extract<RuleCondition, { kind: 'repeat' }>,
): AsyncGenerator<readonly FoundMoment[]> {
  const { match, times, withinDays } = condition;
  const scope = { ...rest, fromMs: Math.max(0, fromMs - withinDays * DAY_MS) };
  const wanted = { events: match.events, channels: match.channels, times, lastFromMs: fromMs };
  let after: bigint | null = null;
  do {
    const page: Awaited<ReturnType<typeof repeatSightings>> = await repeatSightings(warehouse, scope, wanted, {
      ...{ after, people: PEOPLE },
    });
    yield [...byPerson(page.sightings).values()].flatMap((own) =>
      repeatsOf(condition, own)
        .filter(({ sighting }) => sighting.timeMs >= fromMs)
        .map(({ sighting, nth }) => momentOf(rule, sighting, repeatedWords(nth, withinDays, sighting.name))),
    );
    after = page.last;
  } while (after !== null);
}

function byPerson(sightings: readonly Sighting[]): ReadonlyMap<bigint, readonly Sighting[]> {
  const found = new Map<bigint, Sighting[]>();
  for (const sighting of sightings) {
    const own = found.get(sighting.person);
    if (own) own.push(sighting);
    else found.set(sighting.person, [sighting]);
  }
  return found;
}

async function* findLate(
  services: Services,
  { workspace, fromMs, toMs, options }: SightingScope,
  rule: CallbackRule,
  { journey, promise, laterByMs }: Extract<RuleCondition, { kind: 'promise' }>,
): AsyncGenerator<readonly FoundMoment[]> {
  // A journey that is gone, or was never judged, promises nothing to anybody.
  const known = await services.state.journeys.find(services.state.db, workspace, journey);
  if (known === null || known.version === 0) return;
  const asking = await askingFor(services, workspace, { unit: 'journey', journey: { key: journey } }, options);
  const promises = (asking.journey?.definitions ?? []).flatMap(({ contract }) => contract.promises);
  const made = promises.filter(({ id }) => id === promise).at(-1);
  if (made === undefined) return;
  const late = await latePromises(asking, { promise, laterByMs, fromMs, toMs });
  const claims = await claimsOf(
    services.warehouse,
    workspace,
    late.map(({ person }) => person),
  );
  yield late.map(({ person, fromMs: sinceMs, lateMs }): FoundMoment => {
    const claim = claims.get(person);
    return {
      ...{ rule, message: `late ${journey} ${promise} ${person} ${sinceMs}`, person, identity: person, timeMs: lateMs },
      ...{ why: lateWords(made.withinMs, laterByMs, made.says), channel: '', sighting: null },
      ...{
        step: { journey, step: made.to },
        mayOpen: claim?.kind === 'user',
        user: claim?.kind === 'user' ? claim.value : null,
      },
    };
  });
}

function momentOf(rule: CallbackRule, sighting: Sighting, why: string): FoundMoment {
  const { person, identity, timeMs, channel, user } = sighting;
  return {
    ...{ rule, message: String(sighting.message), person, identity, timeMs, why, channel, sighting, user },
    ...{ step: null, mayOpen: mayBeCalled(sighting) },
  };
}
