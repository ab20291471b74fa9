import type { Event } from '../event/event.ts';
import type { JourneyDefinition } from './definition.ts';
import { propertyText } from './match.ts';

/** Properties by which an answer says what it is about: the key of a map, and the id of a step of it. */
export const VOICE_PROPERTIES = { journey: 'journey', step: 'step' } as const;

/**
 * The step that an event is a voice of: its number; 0: a voice of the map as a whole (no step, or one that the map does not
 * have); null: none of this map. A voice says how it felt. It is never a touch of the map, nor something off it, whatever
 * matchers say: an answer to our question is nothing that the journey asks of customers.
 */
export function voiceStep(
  { contract, numbers }: Pick<JourneyDefinition, 'contract' | 'numbers'>,
  { properties }: Pick<Event, 'properties'>,
): number | null {
  if (propertyText(properties, VOICE_PROPERTIES.journey) !== contract.key) return null;
  const step = propertyText(properties, VOICE_PROPERTIES.step);
  return step === null ? 0 : (numbers.get(step) ?? 0);
}
