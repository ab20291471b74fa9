import { channelOf } from '@continuo/diagram';

/** Colour of a channel as a value for a style. */
export function channelColour(channel: string): string {
  return `var(--${channelOf(channel).token})`;
}
