import type { Card, JourneyContract, Lane, LaneKind, Matcher, Stage, Step } from '@continuo/core';
import { blankJourney, blankStep } from '@continuo/core';

const DAY_MS = 86_400_000;
export const HOUR_MS = 3_600_000;
export const days = (n: number): number => n * DAY_MS;

type Say = Readonly<Partial<Record<LaneKind, string | readonly (string | Card)[]>>>;

interface Drawn extends Partial<Omit<Step, 'kind' | 'id' | 'title' | 'cells' | 'matchers' | 'failures'>> {
  /** Names of events that are this step; none: not connected. */
  readonly events?: readonly string[];
  readonly wentWrong?: readonly string[];
  /** The same events say that it went wrong when this property has this value. */
  readonly wrongWhen?: { readonly property: string; readonly value: string };
  readonly say?: Say;
}

/** A step of the demo's maps: what is not said is as usual (the customer acts, once, nothing owed). */
export function step(id: string, title: string, drawn: Drawn = {}): Step {
  const { events = [], wentWrong = [], wrongWhen, say = {}, ...rest } = drawn;
  const where = (test: 'is' | 'is-not'): Matcher['where'] =>
    wrongWhen ? [{ property: wrongWhen.property, test, values: [wrongWhen.value] }] : [];
  return {
    ...blankStep(id, title),
    matchers: events.length === 0 ? [] : [onEvents(events, where('is-not'))],
    failures: [
      ...(wrongWhen ? [onEvents(events, where('is'))] : []),
      ...(wentWrong.length === 0 ? [] : [onEvents(wentWrong)]),
    ],
    ...rest,
    cells: Object.fromEntries(Object.entries(say).map(([lane, said]) => [lane, cards(id, lane, said)])),
  };
}

function onEvents(events: readonly string[], where: Matcher['where'] = []): Matcher {
  return { events, where, channels: [] };
}

function cards(step: string, lane: string, said: string | readonly (string | Card)[]): Card[] {
  const all = typeof said === 'string' ? [said] : said;
  return all.map((one, i) =>
    typeof one === 'string' ? { id: `${step}-${lane}-${i + 1}`, text: one, evidence: { kind: 'think' } } : one,
  );
}

/** A card that customers said: how many, and when. */
export function heard(id: string, text: string, n: number, when: string): Card {
  return { id, text, evidence: { kind: 'heard', n, when } };
}

/** A card that we counted. */
export function measured(id: string, text: string): Card {
  return { id, text, evidence: { kind: 'measured' } };
}

export function stage(id: string, title: string, ...blocks: Stage['blocks']): Stage {
  return { id, title, blocks };
}

export const LANES: readonly Lane[] = [
  { id: 'thoughts', kind: 'thoughts', title: 'Thoughts' },
  { id: 'emotion', kind: 'emotion', title: 'How it should feel' },
  { id: 'expectations', kind: 'expectations', title: 'Expectations' },
  { id: 'quotes', kind: 'quotes', title: 'What we know' },
  { id: 'backstage', kind: 'backstage', title: 'What lies beneath' },
  { id: 'systems', kind: 'systems', title: 'Systems and partners' },
];

type JourneyFields = Partial<JourneyContract> & Pick<JourneyContract, 'key' | 'title' | 'stages'>;

/** A map with what is not said as usual. */
export function journey(fields: JourneyFields): JourneyContract {
  const blank = blankJourney(fields.key, fields.title);
  return {
    ...blank,
    status: 'live',
    passage: { ...blank.passage, by: 'case', silenceMs: days(60) },
    lanes: LANES,
    ...fields,
  };
}
