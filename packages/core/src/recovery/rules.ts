import type { Event, Scale } from '../event/event.ts';
import { FELT_BOUNDS } from '../event/felt.ts';
import { matches, propertyText } from '../journey/match.ts';
import { holdsPhrase } from './phrases.ts';
import type { RepeatCondition, RuleCondition } from './rule.ts';
import type { Sighting } from './sighting.ts';

const DAY_MS = 86_400_000;

/** The highest score that counts as low on a scale. */
export function lowBound(
  { atMost }: Extract<RuleCondition, { readonly kind: 'low-score' }>,
  scale: Exclude<Scale, ''>,
): number {
  return atMost[scale] ?? FELT_BOUNDS[scale][0];
}

type Answer = Pick<Event, 'score' | 'scale' | 'text' | 'properties'>;

/** Whether an answer is low enough, or asks to be answered. Without score or words: never. */
export function holdsOf(
  condition: Extract<RuleCondition, { readonly kind: 'low-score' | 'asks-answer' }>,
  { score, scale, text, properties }: Answer,
): boolean {
  if (condition.kind === 'low-score') return score !== null && scale !== '' && score <= lowBound(condition, scale);
  return propertyText(properties, 'contact') === 'yes' || holdsPhrase(text, condition.phrases);
}

/** Whether an event is one of those counted. */
export function isCounted({ match }: RepeatCondition, event: Pick<Event, 'name' | 'channel' | 'properties'>): boolean {
  return matches({ ...match, events: match.events.length === 0 ? [event.name] : match.events }, event);
}

/** A sighting with how many of its kind there were up to it. */
export interface Repeat<S> {
  readonly sighting: S;
  readonly nth: number;
}

/**
 * Of one person's sightings those that were at least the n-th about the same thing within the days up to them (both ends
 * included), in order of time. Sightings that the condition does not count, or that are about nothing nameable, are left out.
 */
export function repeatsOf<
  S extends Pick<Sighting, 'timeMs' | 'ord' | 'message' | 'name' | 'channel' | 'caseKey' | 'properties'>,
>(condition: RepeatCondition, sightings: readonly S[]): readonly Repeat<S>[] {
  const sorted = sightings
    .filter((one) => isCounted(condition, one))
    .sort(
      (a, b) => a.timeMs - b.timeMs || a.ord - b.ord || (a.message < b.message ? -1 : Number(a.message > b.message)),
    );
  const before = new Map<string, number[]>();
  const found: Repeat<S>[] = [];
  for (const sighting of sorted) {
    const thing = aboutOf(condition, sighting);
    if (thing === null) continue;
    const times = (before.get(thing) ?? []).filter((t) => sighting.timeMs - t <= condition.withinDays * DAY_MS);
    times.push(sighting.timeMs);
    before.set(thing, times);
    if (times.length >= condition.times) found.push({ sighting, nth: times.length });
  }
  return found;
}

/** What an event is about; null: nothing that could be the same again. */
function aboutOf(
  { about }: RepeatCondition,
  { caseKey, properties }: Pick<Event, 'caseKey' | 'properties'>,
): string | null {
  switch (about.kind) {
    case 'anything':
      return '';
    case 'case':
      return caseKey === '' ? null : caseKey;
    case 'property':
      return propertyText(properties, about.property);
  }
}
