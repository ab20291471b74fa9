import { type Moment, VOICE_PROPERTIES } from '@continuo/core';

/** Whether a moment is an answer to a question of ours: one of our surveys, or one that names the step of a map it is about. */
export function isAnswer({ properties }: Pick<Moment, 'properties'>): boolean {
  return 'submission' in properties || (VOICE_PROPERTIES.journey in properties && VOICE_PROPERTIES.step in properties);
}
