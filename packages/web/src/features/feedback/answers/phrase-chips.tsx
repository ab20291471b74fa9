import { counted } from '@continuo/diagram';
import { useAnswer } from '../../../api/hooks.ts';
import { About } from '../../../ui/about.tsx';
import { FEEDBACK_WORDS } from '../../../words/feedback.ts';
import styles from '../feedback.module.css';
import type { Look } from '../use-feedback.ts';

const WORDS = FEEDBACK_WORDS.phrases;

/** What is said here more than elsewhere, each with how many said it; one chosen narrows the comments. */
export function PhraseChips({
  look,
  felt,
  onChoose,
}: {
  readonly look: Look;
  readonly felt: 'unhappy' | 'neutral' | 'happy' | null;
  readonly onChoose: (phrase: string) => void;
}) {
  const { data } = useAnswer('phrases', look.scope, { at: look.at, felt, limit: 8 });
  // Of everything there is nothing to hold it against: the most used words tell nothing.
  if (!data || data.result.rest === 0 || data.result.phrases.length === 0) return null;
  return (
    <div className={styles.phrases}>
      <span className={styles.small}>
        {WORDS.title} <About name="phrases" />
      </span>
      <ul className={styles.chips}>
        {data.result.phrases.map(({ phrase, people }) => (
          <li key={phrase}>
            <button
              type="button"
              className={styles.chip}
              title={WORDS.choose(phrase, counted(people, FEEDBACK_WORDS.customer))}
              onClick={() => onChoose(phrase)}
            >
              {phrase} <span>{people}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
