import { bestPairs } from './best-pairs.ts';
import { nameSimilarity, tellingWords } from './name-similarity.ts';

/** A step that looks for its events. */
export interface StepToMatch {
  readonly id: string;
  readonly title: string;
  /** Place on the map, 0 first … 1 last. */
  readonly position: number;
  /** Channels it was designed for; empty: any. */
  readonly channels: readonly string[];
}

/** Events that were seen under one name. */
export interface SeenEvent {
  readonly name: string;
  readonly events: number;
  /** Mean place in the runs that have it, 0 first … 1 last; null: not known. */
  readonly position: number | null;
  /** Channels seen; empty: none known. */
  readonly channels: readonly string[];
}

export interface SuggestedMatch {
  readonly step: string;
  /** Most confident first, at most `CANDIDATES`, none under `WORTH_SHOWING`. */
  readonly candidates: readonly MatchCandidate[];
  /** The candidate that this step gets when every event goes to one step only; null: none. */
  readonly best: string | null;
}

export interface MatchCandidate {
  readonly event: string;
  /** 0 … 1. */
  readonly confidence: number;
  /** Why, in plain words. */
  readonly reasons: readonly string[];
}

/** "Accept all" takes the best candidates from here on. Only equal words reach it; place and channel alone never do. */
export const SURE_FROM = 0.9;
/** Below this nothing is shown. Place alone reaches it within a twelfth of the map. */
export const WORTH_SHOWING = 0.2;
/** Pairs below this are never anybody's best. */
const WORTH_PAIRING = 0.4;
const CANDIDATES = 5;

/** How much place and channel move a name: a name alone gives 0.9 of its likeness. */
const NAME = 0.9;
const PLACE = 0.12;
const CHANNEL = 0.06;
/** Rounding apart, all words are the same. */
const SAME = 0.999;
/** A word that only this event has is worth half of what is missing. */
const RARE_WORD = 0.5;
/** Names that do not say the same stay below this, whatever they share; 0.82 · 1.08 is still under `SURE_FROM`. */
const MOST_UNEQUAL = 0.82;
/** Without a likeness of names, place and channel are worth this much at most. */
const PLACE_ALONE = 0.3;

/**
 * Which events could be which step. The likeness of two names (`nameSimilarity`) grows by half of what is missing, times 1
 * over the number of events that have the rarest word in common; unequal names stay at 0.82 or below. Confidence = likeness ·
 * (0.9 + up to 0.12 for the place, nothing half a map away and −0.12 at the other end + 0.06 for a channel in common or
 * − 0.06 for none); names with nothing in common get at most 0.3, for being at the same place. Clipped to 0 … 1.
 * Equal confidences come by more events, then by name. No steps or no events: no candidates. The best pairs are one to one,
 * with the largest sum of squared confidences.
 */
export function suggestMatches(steps: readonly StepToMatch[], events: readonly SeenEvent[]): readonly SuggestedMatch[] {
  const eventsWith = new Map<string, number>();
  for (const { name } of events)
    for (const word of tellingWords(name)) eventsWith.set(word, (eventsWith.get(word) ?? 0) + 1);
  const all = steps.map((step) =>
    events
      .map((event) => ({ ...candidate(step, event, eventsWith), count: event.events }))
      .filter(({ confidence }) => confidence >= WORTH_SHOWING)
      .sort((a, b) => b.confidence - a.confidence || b.count - a.count || (a.event < b.event ? -1 : 1)),
  );
  const names = [...new Set(all.flatMap((candidates) => candidates.map(({ event }) => event)))];
  const worth = all.map((candidates) => {
    const row = new Map(candidates.map(({ event, confidence }) => [event, confidence]));
    return names.map((name) => worthOf(row.get(name) ?? 0));
  });
  const pairs = bestPairs(worth);
  return steps.map((step, at) => ({
    step: step.id,
    candidates: (all[at] ?? [])
      .slice(0, CANDIDATES)
      .map(({ event, confidence, reasons }) => ({ event, confidence, reasons })),
    best: names[pairs[at] ?? -1] ?? null,
  }));
}

function worthOf(confidence: number): number {
  return confidence >= WORTH_PAIRING ? confidence ** 2 : 0;
}

function candidate(step: StepToMatch, event: SeenEvent, eventsWith: ReadonlyMap<string, number>): MatchCandidate {
  const { share, words } = nameSimilarity(step.title, event.name);
  const away = event.position === null ? null : Math.abs(step.position - event.position);
  const isShared = step.channels.some((channel) => event.channels.includes(channel));
  const isKnown = step.channels.length > 0 && event.channels.length > 0;
  const place = away === null ? 0 : PLACE * (1 - 2 * away);
  const channel = isKnown ? (isShared ? CHANNEL : -CHANNEL) : 0;
  const likeness = likenessOf(share, step.title, event.name, eventsWith);
  const confidence =
    share > 0 ? likeness * (NAME + place + channel) : away === null ? 0 : PLACE_ALONE * Math.max(0, 1 - 4 * away);
  return {
    event: event.name,
    confidence: Math.min(1, Math.max(0, confidence)),
    reasons: reasonsOf({ share, words, away, isShared, isKnown }, step, event),
  };
}

function likenessOf(share: number, title: string, name: string, eventsWith: ReadonlyMap<string, number>): number {
  if (share >= SAME) return 1;
  const words = new Set(tellingWords(title));
  const rarity = tellingWords(name)
    .filter((word) => words.has(word))
    .reduce((most, word) => Math.max(most, 1 / (eventsWith.get(word) ?? 1)), 0);
  return Math.min(MOST_UNEQUAL, share + (1 - share) * RARE_WORD * rarity);
}

interface Likeness {
  readonly share: number;
  readonly words: readonly string[];
  readonly away: number | null;
  readonly isShared: boolean;
  readonly isKnown: boolean;
}

function reasonsOf({ share, words, away, isShared, isKnown }: Likeness, step: StepToMatch, event: SeenEvent): string[] {
  const reasons: string[] = [];
  if (share >= SAME) reasons.push('same words');
  else if (words.length > 0) reasons.push(`both say ${words.map((word) => `“${word.toLowerCase()}”`).join(', ')}`);
  else if (share > 0) reasons.push('similar words');
  if (away !== null) {
    if (away <= 0.15) reasons.push('happens at the same place of the journey');
    else if (away > 0.5) reasons.push('happens at another place of the journey');
  }
  if (isShared) reasons.push(`in the same channel: ${step.channels.find((one) => event.channels.includes(one))}`);
  else if (isKnown) reasons.push(`in another channel: ${event.channels[0]}`);
  return reasons;
}
