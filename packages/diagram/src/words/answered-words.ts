import type { Silent, Voices } from '@continuo/core';
import { answeredOf, silentSays } from '@continuo/core';
import { counted, formatShare } from './format.ts';

const NEVER_A_SCORE = 'Counts under 30 are shown as they are, never as a score.';

/**
 * One sentence about those who answered, and one about those who did not; nobody answered: that it is not known.
 * @param at title of the step whose customers `silent` counts; null: it counts those of `people`.
 */
export function answeredWords(voices: Voices, people: number, silent: Silent | null, at: string | null = null): string {
  const answered = answeredOf(voices);
  if (people === 0) return '';
  if (answered === 0) return `None of ${counted(people, 'customer')} answered: how it felt is not known.`;
  const few = answered * 2 < people ? 'Few answer: ' : '';
  const share = `${formatShare(answered, people)} customers did`;
  const first = few === '' ? `${capital(formatShare(answered, people))} customers answered.` : `${few}${share}.`;
  return [first, silent === null ? '' : silentWords(silent, at), NEVER_A_SCORE].filter((part) => part !== '').join(' ');
}

/** Whether those who did not answer called more often; too few to say: that. */
function silentWords(silent: Silent, at: string | null): string {
  const says = silentSays(silent);
  if (says.kind === 'everybody-answered') return '';
  if (says.kind === 'too-few') return 'Too few to say whether those who did not answer fared otherwise.';
  const { than, silent: quiet, answered } = says.called;
  const how = than === 'same' ? 'about as often' : than === 'more' ? 'more often' : 'less often';
  const who = at === null ? 'Those' : `At “${at}” those`;
  return `${who} who did not answer phoned or wrote ${how}: ${formatShare(quiet.n, quiet.of)}, against ${formatShare(answered.n, answered.of)} of those who did.`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
