import type { Event, IdentityClaim } from '../../event/event.ts';
import { feltOf } from '../../event/felt.ts';
import type { Scope } from '../scope.ts';
import type { Timeline, TimelineInput } from '../timeline.ts';
import { byTime, firstArrivals } from './build-runs.ts';

export function timelineOf(
  events: readonly Event[],
  input: TimelineInput,
  scope: Pick<Scope, 'range' | 'activities'>,
  options: {
    readonly links: ReadonlyMap<bigint, bigint>;
    readonly sources: readonly number[];
    readonly claims: ReadonlyMap<bigint, IdentityClaim>;
  },
): Timeline {
  const { links, sources, claims } = options;
  const isTheirs = (identity: bigint): boolean => String(links.get(identity) ?? identity) === input.person;
  const moments = firstArrivals(events.filter((event) => sources.includes(event.source) && isTheirs(event.identity)))
    .filter(({ timeMs }) => timeMs >= scope.range.fromMs && timeMs < scope.range.toMs)
    .filter(({ caseKey }) => input.caseKey === null || caseKey === input.caseKey)
    .filter(({ name }) => scope.activities === null || scope.activities.includes(name))
    .sort(byTime);
  return {
    person: input.person,
    moments: moments.slice(0, input.limit).map((event) => ({
      timeMs: event.timeMs,
      activity: event.name,
      channel: event.channel,
      caseKey: event.caseKey,
      score: event.score,
      scale: event.scale,
      felt: feltOf(event.score, event.scale),
      text: event.text,
      properties: event.properties,
      source: event.source,
    })),
    leftOut: Math.max(0, moments.length - input.limit),
    identities: [...claims].filter(([identity]) => isTheirs(identity)).map(([, claim]) => claim),
  };
}
