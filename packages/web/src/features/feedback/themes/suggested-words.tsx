import type { Phrase } from '@continuo/core';
import { counted } from '@continuo/diagram';
import { FEEDBACK_WORDS } from '../../../words/feedback.ts';
import marks from '../feedback.module.css';
import styles from './themes.module.css';

const WORDS = FEEDBACK_WORDS.themes;

/** Words of customers that no theme holds yet, each a button that makes a theme of it or adds it to one. */
export function SuggestedWords({
  phrases,
  onChoose,
}: {
  readonly phrases: readonly Phrase[];
  /** Null: may only look. */
  readonly onChoose: ((phrase: string) => void) | null;
}) {
  if (phrases.length === 0) return null;
  return (
    <section className={styles.suggested}>
      <h2>{WORDS.suggestions}</h2>
      {onChoose && <p className="meta">{WORDS.suggestionsSay}</p>}
      <ul className={marks.chips}>
        {phrases.map(({ phrase, people }) => (
          <li key={phrase}>
            {onChoose ? (
              <button
                type="button"
                className={marks.chip}
                title={WORDS.suggest(phrase, counted(people, FEEDBACK_WORDS.customer))}
                onClick={() => onChoose(phrase)}
              >
                {phrase} <span>{people}</span>
              </button>
            ) : (
              <span className={marks.chip}>
                {phrase} <span>{people}</span>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
