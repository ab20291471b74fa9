import type { PropertyValue } from '../event/event.ts';
import { ANSWER_PROPERTY } from '../experience/answer.ts';

/** Said in the limits of an answer whose words are left out because free text is switched off. */
export const NO_WORDS_SAYS = 'What customers wrote is not shown here: an admin has switched free text off.';

interface Worded {
  readonly text: string;
  readonly properties: Readonly<Record<string, PropertyValue>>;
}

/** An event without what the customer wrote: its text, and answers in words that have no field of their own. */
export function wordless<Event extends Worded>(event: Event): Event {
  const kept = Object.entries(event.properties).filter(
    ([name, value]) => typeof value !== 'string' || !name.startsWith(ANSWER_PROPERTY),
  );
  return { ...event, text: '', properties: Object.fromEntries(kept) };
}
