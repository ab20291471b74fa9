import type { Matcher } from '@continuo/core';

/** Names of the events that matchers look for, each once. */
export function eventsOf(matchers: readonly Matcher[]): string[] {
  return [...new Set(matchers.flatMap(({ events }) => events))];
}

/**
 * Matchers that look for exactly these events. Those that stay keep their conditions and channels; new ones go to the
 * matcher without any, made when there is none; a matcher without an event goes.
 */
export function chooseEvents(matchers: readonly Matcher[], chosen: readonly string[]): readonly Matcher[] {
  const known = new Set(eventsOf(matchers));
  const added = [...new Set(chosen)].filter((event) => !known.has(event));
  const free = matchers.findIndex((matcher) => !hasConditions(matcher));
  const withAdded =
    added.length > 0 && free < 0 ? [...matchers, { events: [], where: [], channels: [] }] : [...matchers];
  const at = free < 0 ? matchers.length : free;
  return withAdded.flatMap((matcher, i) => {
    const events = [...matcher.events.filter((event) => chosen.includes(event)), ...(i === at ? added : [])];
    return events.length === 0 ? [] : [{ ...matcher, events }];
  });
}

/** Whether a matcher looks at more than the name of an event. */
export function hasConditions({ where, channels }: Matcher): boolean {
  return where.length + channels.length > 0;
}
