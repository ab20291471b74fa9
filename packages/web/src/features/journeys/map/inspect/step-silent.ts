import { type Silent, type SilentCompared, silentSays } from '@continuo/core';
import { formatCount } from '@continuo/diagram';
import { INSPECTOR_WORDS } from '../../../../words/inspector.ts';

const WORDS = INSPECTOR_WORDS.silence;

/** One sentence about those who did not answer; null when everybody did. Under 30 on either side it claims nothing. */
export function silentSentence(silent: Silent): string | null {
  const says = silentSays(silent);
  switch (says.kind) {
    case 'everybody-answered':
      return null;
    case 'too-few':
      return says.silent === 0 ? null : INSPECTOR_WORDS.silent(formatCount(says.silent));
    case 'compared': {
      const called = partOf(says.called, WORDS.called);
      const left = says.left === null ? null : partOf(says.left, WORDS.left);
      return WORDS.sentence(formatCount(silent.silent.people), left === null ? [called] : [called, left]);
    }
  }
}

function partOf({ silent, answered, than }: SilentCompared, words: Readonly<Record<SilentCompared['than'], string>>) {
  const of = ({ n, of }: { readonly n: number; readonly of: number }): string =>
    WORDS.of(formatCount(n), formatCount(of));
  return WORDS.part(words[than], of(silent), of(answered));
}
