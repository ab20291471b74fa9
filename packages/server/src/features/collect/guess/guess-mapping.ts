import type { Mapping, Preview } from '@continuo/contract';
import { formatCount } from '@continuo/diagram';
import type { ColumnFacts } from './column-facts.ts';
import { guessScale } from './guess-scale.ts';
import { guessTime, type TimeGuess } from './guess-time.ts';
import { headerScore, type Role } from './header-words.ts';

export type Guess = Preview['guesses'][number];

/** A mapping made of guesses, with how sure each is and why. */
export interface MappingGuess {
  readonly mapping: Mapping;
  readonly guesses: readonly Guess[];
}

interface Candidate {
  readonly facts: ColumnFacts;
  readonly score: number;
  readonly reason: string;
}

export const EMPTY_MAPPING: Mapping = {
  person: null,
  caseKey: null,
  activity: null,
  activityName: null,
  time: '',
  channel: null,
  score: null,
  scale: null,
  text: null,
  messageId: null,
  properties: null,
  timeZone: null,
  timeFormat: 'iso',
  lifecycle: null,
  activityPrefix: null,
  objectType: null,
};

/**
 * Guesses which column is what, from names (seven languages) and values. A column gets one role; roles are given out in the
 * order in which they can be told most surely. Columns of one value or of none are nobody. Without a column for the time
 * `time` is `''`: the mapping is not complete and a person must say.
 */
export function guessMapping(columns: readonly ColumnFacts[]): MappingGuess {
  const taken = new Set<string>();
  const guesses: Guess[] = [];
  const pick = (role: Role, candidates: readonly Candidate[], least: number): Candidate | null => {
    let best: Candidate | null = null;
    for (const candidate of candidates) {
      if (!taken.has(candidate.facts.name) && candidate.score > (best?.score ?? 0)) best = candidate;
    }
    if (best === null || best.score < least) {
      guesses.push({ field: role, column: null, confidence: 0, reason: 'no column looks like it' });
      return null;
    }
    taken.add(best.facts.name);
    const confidence = Math.round(Math.min(best.score, 1) * 100) / 100;
    guesses.push({ field: role, column: best.facts.name, confidence, reason: best.reason });
    return best;
  };

  const times = new Map<string, TimeGuess>();
  const time = pick('time', timeCandidates(columns, times), 0.4);
  // A column of times is nothing else, even if its name says "order" or "event".
  const others = columns.filter((facts) => !times.has(facts.name));
  const lifecycle = pick('lifecycle', named(others, 'lifecycle', isLifecycle), 0.5);
  const score = pick(
    'score',
    named(others, 'score', (facts) => guessScale(facts) !== null),
    0.4,
  );
  const text = pick('text', named(others, 'text', isText), 0.5);
  const channel = pick('channel', named(others, 'channel', isFew), 0.5);
  const activity = pick('activity', named(others, 'activity', isActivity), 0.5);
  const caseKey = pick('caseKey', named(others, 'caseKey', isKey), 0.5);
  const person = pick('person', named(others, 'person', isPerson), 0.5);
  const messageId = pick('messageId', named(others, 'messageId', isUnique), 0.9);

  const timeGuess = time === null ? undefined : times.get(time.facts.name);
  const mapping: Mapping = {
    ...EMPTY_MAPPING,
    person: person?.facts.name ?? null,
    caseKey: caseKey?.facts.name ?? null,
    activity: activity?.facts.name ?? null,
    activityName: activity === null ? nameForAll(score !== null, text !== null) : null,
    time: time?.facts.name ?? '',
    timeFormat: timeGuess?.format ?? 'iso',
    channel: channel?.facts.name ?? null,
    score: score?.facts.name ?? null,
    scale: score === null ? null : guessScale(score.facts),
    text: text?.facts.name ?? null,
    messageId: messageId?.facts.name ?? null,
    lifecycle: lifecycle === null ? null : { column: lifecycle.facts.name, keep: 'complete' },
  };
  return { mapping, guesses };
}

/** Name of what happened when no column says it. */
function nameForAll(hasScore: boolean, hasText: boolean): string {
  if (hasScore) return 'Survey answered';
  return hasText ? 'Comment left' : 'Row';
}

function timeCandidates(columns: readonly ColumnFacts[], times: Map<string, TimeGuess>): Candidate[] {
  const candidates: Candidate[] = [];
  for (const facts of columns) {
    if (facts.filled === 0 || facts.filled < facts.rows * 0.5) continue;
    const { score, word } = headerScore(facts.name, 'time');
    const guess = guessTime(facts.texts);
    if (guess === null || (guess.format.startsWith('epoch') && score === 0)) continue;
    times.set(facts.name, guess);
    const filled = facts.filled / facts.rows;
    // Of "opened at" and "updated at" the one that differs from row to row is when the row happened.
    const varied = 0.05 * (facts.distinct / facts.filled);
    const sure = 0.4 + 0.55 * score + varied - (guess.isDayMonthOpen ? 0.3 : 0) - 0.2 * (1 - filled);
    candidates.push({ facts, score: sure, reason: sentence(word, guess.reason) });
  }
  return candidates;
}

function named(
  columns: readonly ColumnFacts[],
  role: Role,
  fits: (facts: ColumnFacts, score: number) => boolean,
): Candidate[] {
  const candidates: Candidate[] = [];
  for (const facts of columns) {
    const { score, word } = headerScore(facts.name, role);
    if (score === 0 || facts.filled === 0 || !fits(facts, score)) continue;
    // Columns that are mostly filled say more; equal ones keep the order of the file.
    const filled = facts.filled / Math.max(facts.rows, 1);
    candidates.push({
      facts,
      score: 0.1 + score * 0.85 + 0.05 * filled,
      reason: sentence(word, `${formatCount(facts.distinct)} different values in ${formatCount(facts.filled)} rows`),
    });
  }
  return candidates;
}

function sentence(word: string, values: string): string {
  return word === '' ? values : `its name says “${word}”; ${values}`;
}

function isLifecycle(facts: ColumnFacts): boolean {
  const seen = new Set(facts.texts.map((text) => text.toLowerCase()));
  return seen.size <= 20 && seen.has('complete') && seen.has('start');
}

/** Words of people: several at a time, or few under a name that is beyond doubt ("Good", "Never came" in a column "comment"). */
function isText(facts: ColumnFacts, score: number): boolean {
  const isNamed = score === 1 && facts.numeric < 0.5 && facts.texts.some((text) => text.trim().includes(' '));
  return (facts.wordy >= 0.3 || isNamed) && facts.distinct > facts.filled * 0.3;
}

function isFew(facts: ColumnFacts): boolean {
  return facts.distinct <= 40 && facts.numeric < 0.5 && facts.wordy < 0.7;
}

function isActivity(facts: ColumnFacts): boolean {
  const few = facts.distinct <= Math.max(30, facts.filled * 0.3) && facts.distinct <= 1_000;
  return few && facts.numeric < 0.5 && !(facts.distinct === 1 && facts.filled > 20);
}

/** A key comes back in several rows, unless its name is beyond doubt. */
function isKey(facts: ColumnFacts, score: number): boolean {
  const repeats = facts.distinct <= facts.filled * 0.95 || facts.filled < 20 || score === 1;
  return repeats && (facts.distinct > 1 || facts.filled < 20) && facts.isWhole && facts.wordy < 0.5;
}

function isPerson(facts: ColumnFacts): boolean {
  if (facts.filled < facts.rows * 0.5 || /zone|type|count/i.test(facts.name)) return false;
  return facts.isWhole && (facts.distinct > Math.min(20, facts.filled * 0.05) || facts.emails > 0.5);
}

function isUnique(facts: ColumnFacts): boolean {
  return facts.distinct === facts.filled && facts.filled === facts.rows && facts.rows > 1;
}
