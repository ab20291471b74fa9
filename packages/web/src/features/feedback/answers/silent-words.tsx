import { type SaidAt, type SilentCompared, silentSays } from '@continuo/core';
import { formatCount } from '@continuo/diagram';
import { type AskScope, useAnswer } from '../../../api/hooks.ts';
import { FEEDBACK_WORDS } from '../../../words/feedback.ts';

const WORDS = FEEDBACK_WORDS.silent;

/** One sentence about those who came here and did not answer. Too few: says that nothing can be said. */
export function SilentWords({ at, scope }: { readonly at: SaidAt; readonly scope: AskScope }) {
  const { data } = useAnswer('silent', scope, { at });
  if (!data) return null;
  const says = silentSays(data.result);
  switch (says.kind) {
    case 'everybody-answered':
      return <p className="meta">{WORDS.all}</p>;
    case 'too-few':
      return <p className="meta">{WORDS.few(formatCount(says.answered), formatCount(says.silent))}</p>;
    case 'compared':
      return (
        <p className="meta">
          {WORDS.called[says.called.than](...both(says.called))}{' '}
          {says.left && WORDS.left[says.left.than](...both(says.left))}
        </p>
      );
  }
}

function both({ silent, answered }: SilentCompared): [string, string] {
  return [of(silent), of(answered)];
}

/** "12 of 40" under a hundred, "30 of 100" from there on. */
function of({ n, of: all }: { readonly n: number; readonly of: number }): string {
  return all < 100 ? `${n} of ${all}` : `${Math.round((100 * n) / all)} of 100`;
}
