import type { Event } from '../../event/event.ts';
import { feltOf } from '../../event/felt.ts';
import type { Run } from '../run.ts';

export interface BuildRunsOptions {
  /** Person of each identity that is somebody else; others are their own person. */
  readonly links: ReadonlyMap<bigint, bigint>;
  readonly attributes: readonly string[];
  /** Complete sources: events of others do not exist yet. */
  readonly sources: readonly number[];
  readonly unit: 'person' | 'case';
}

/** Order of a person's events everywhere; the identity parts two that came by different identities of one person. */
export function byTime(a: Event, b: Event): number {
  return a.timeMs - b.timeMs || a.ord - b.ord || order(a.message, b.message) || order(a.identity, b.identity);
}

/** Each message once inside its identity: of several arrivals the first, by (receivedMs, seq). */
export function firstArrivals(events: Iterable<Event>): Event[] {
  const first = new Map<string, Event>();
  for (const event of events) {
    const key = `${event.identity} ${event.message}`;
    const known = first.get(key);
    const isEarlier = known === undefined || (event.receivedMs - known.receivedMs || order(event.seq, known.seq)) < 0;
    if (isEarlier) first.set(key, event);
  }
  return [...first.values()];
}

/** Events of each person of one workspace, in their order, each message once; people by number. */
export function peoplesEvents(
  events: Iterable<Event>,
  { links, sources }: Pick<BuildRunsOptions, 'links' | 'sources'>,
): (readonly [bigint, Event[]])[] {
  const people = new Map<bigint, Event[]>();
  for (const event of firstArrivals([...events].filter(({ source }) => sources.includes(source)))) {
    const person = links.get(event.identity) ?? event.identity;
    people.set(person, [...(people.get(person) ?? []), event]);
  }
  return [...people].sort(([a], [b]) => order(a, b)).map(([person, own]) => [person, own.sort(byTime)] as const);
}

/** Runs of one workspace from its events, in any order, the slow and plain way: what the builder must equal. */
export function buildRuns(events: Iterable<Event>, options: BuildRunsOptions): Run[] {
  return peoplesEvents(events, options).flatMap(([person, sorted]) => {
    const segments = options.unit === 'person' ? [sorted] : segmentsByKey(sorted);
    return segments.map((segment, i) => {
      const key = options.unit === 'case' ? (segment[0] as Event).caseKey : '';
      return runOf({ person, no: i + 1, key, events: segment }, options);
    });
  });
}

function segmentsByKey(sorted: readonly Event[]): Event[][] {
  const keys = [...new Set(sorted.map(({ caseKey }) => caseKey).filter((key) => key !== ''))];
  // Sets keep the order of first occurrence, and that is the order of first events.
  return keys.map((key) => sorted.filter(({ caseKey }) => caseKey === key));
}

/** The run of these events, which are in their order. */
export function runOf(
  {
    person,
    no,
    key,
    events,
  }: { readonly person: bigint; readonly no: number; readonly key: string; readonly events: readonly Event[] },
  options: Pick<BuildRunsOptions, 'attributes'>,
): Run {
  const attributes: Record<string, string> = {};
  for (const attribute of options.attributes) {
    const value = events.map(({ properties }) => String(properties[attribute] ?? '')).find((text) => text !== '');
    if (value !== undefined) attributes[attribute] = value;
  }
  return {
    person,
    no,
    key,
    startMs: (events[0] as Event).timeMs,
    activities: events.map(({ name }) => name),
    channels: events.map(({ channel }) => channel),
    gapsMs: events.map(({ timeMs }, i) => (i === 0 ? 0 : timeMs - (events[i - 1] as Event).timeMs)),
    felt: events.map(({ score, scale }) => feltOf(score, scale)),
    attributes,
    cutStart: false,
    cutEnd: false,
  };
}

/** Order of 64-bit integers. */
export function order(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
