import type { SaidAt } from '@continuo/core';
import { formatCount } from '@continuo/diagram';
import { type AskScope, useAnswer } from '../../../../api/hooks.ts';
import { INSPECTOR_WORDS as WORDS } from '../../../../words/inspector.ts';
import styles from './inspector.module.css';

const PHRASES = 6;

/** What customers say at a place more than elsewhere, and how many did; nothing where nobody says anything of its own. */
export function StepWords({ at, scope }: { readonly at: SaidAt; readonly scope: AskScope }) {
  const { data, isPlaceholderData } = useAnswer('phrases', scope, { at, limit: PHRASES });
  if (data === undefined || isPlaceholderData || data.result.phrases.length === 0) return null;
  return (
    <p className={styles.words}>
      <span className="meta">{WORDS.phrases}</span>{' '}
      {data.result.phrases.map(({ phrase, people }) => (
        <span key={phrase} className={styles.word}>
          {phrase} <span className="meta">{formatCount(people)}</span>
        </span>
      ))}
    </p>
  );
}
