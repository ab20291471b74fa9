import type { Event, Scale } from '../../event/event.ts';
import { type Felt, feltOf } from '../../event/felt.ts';
import type { JourneyDefinition } from '../../journey/definition.ts';
import { voiceStep } from '../../journey/voice.ts';
import type { Scope } from '../scope.ts';
import { type BuildRunsOptions, peoplesEvents } from './build-runs.ts';

/** As much of a voice that names a map as its counts need. */
export interface MapVoice {
  readonly person: bigint;
  /** Number of the step; 0: of the map as a whole. */
  readonly step: number;
  readonly activity: string;
  readonly felt: Felt;
  readonly atMs: number;
}

/** An event that names a map: an answer or words about it, in none of its passages. */
export interface NamedVoice extends MapVoice {
  readonly identity: bigint;
  readonly message: bigint;
  readonly ord: number;
  readonly channel: string;
  readonly text: string;
  readonly score: number | null;
  readonly scale: Scale;
}

/** Voices of the newest of these maps in a scope, each person's in their order. `people`: only theirs; null: everybody's. */
export function namedVoicesOf(
  events: Iterable<Event>,
  definitions: readonly JourneyDefinition[],
  {
    range,
    people,
    ...options
  }: Pick<BuildRunsOptions, 'links' | 'sources'> &
    Pick<Scope, 'range'> & { readonly people: ReadonlySet<bigint> | null },
): NamedVoice[] {
  const newest = definitions.at(-1);
  if (!newest) return [];
  const numbers = new Map(definitions.flatMap((one) => [...one.numbers]));
  return peoplesEvents(events, options).flatMap(([person, own]) =>
    own.flatMap((event): NamedVoice[] => {
      const step = voiceStep({ contract: newest.contract, numbers }, event);
      const isWithin = event.timeMs >= range.fromMs && event.timeMs < range.toMs;
      if (step === null || !isWithin || (people !== null && !people.has(person))) return [];
      const { name: activity, timeMs: atMs, score, scale, identity, message, ord, channel, text } = event;
      const felt = feltOf(score, scale);
      return [{ person, step, felt, atMs, identity, message, ord, activity, channel, text, score, scale }];
    }),
  );
}
