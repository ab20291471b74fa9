import { type JourneyDefinition, VOICE_PROPERTIES } from '@continuo/core';
import { codes, type Sql, sql, text, texts } from '../sql.ts';

// A substring is found at the speed of memory; only what holds it is read as JSON.
const NAMES_A_MAP = sql`position(props, ${text(`"${VOICE_PROPERTIES.journey}":`)}) > 0`;

/** Whether an event (column `props`) may be a voice of some map. */
export const mayBeVoice: Sql = NAMES_A_MAP;

/** Whether an event (column `props`) is a voice of this map and so no touch of it: what `voiceStep` of core says. */
export function isVoiceOf({ contract }: Pick<JourneyDefinition, 'contract'>): Sql {
  return sql`(${NAMES_A_MAP} and JSONExtract(props, ${text(VOICE_PROPERTIES.journey)}, 'String') = ${text(contract.key)})`;
}

/** Number of the step that a voice (column `props`) names, by the maps of a scope; 0: none that they have. */
export function voiceStepOf(definitions: readonly JourneyDefinition[]): Sql {
  const steps = [...new Map(definitions.flatMap(({ numbers }) => [...numbers]))];
  if (steps.length === 0) return sql`toUInt16(0)`;
  return sql`transform(JSONExtract(props, ${text(VOICE_PROPERTIES.step)}, 'String'), ${texts(steps.map(([step]) => step))}, ${codes(steps.map(([, number]) => number))}, toUInt16(0))`;
}
