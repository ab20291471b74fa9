import type { SurveyShown } from '@continuo/contract';
import { classes } from '../../../ui/classes.ts';
import { Glyph } from '../../../ui/glyph.tsx';
import { SURVEYS_WORDS } from '../../../words/surveys.ts';
import styles from './surveys.module.css';

const WORDS = SURVEYS_WORDS.findings;

/** What keeps a survey from opening, and what is worth a thought: each with what to do. */
export function Findings({
  findings,
  status,
}: {
  readonly findings: SurveyShown['findings'];
  readonly status: SurveyShown['status'];
}) {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  if (findings.length === 0 && status !== 'draft') return null;
  return (
    <section className={styles.findings} aria-live="polite">
      {errors.length > 0 && <FindingList title={WORDS.title} findings={errors} isError />}
      {errors.length === 0 && status === 'draft' && (
        <p className={styles.fine}>
          <Glyph kind="good" /> {WORDS.fine}
        </p>
      )}
      {warnings.length > 0 && <FindingList title={WORDS.warnings} findings={warnings} />}
    </section>
  );
}

function FindingList({
  title,
  findings,
  isError = false,
}: {
  readonly title: string;
  readonly findings: SurveyShown['findings'];
  readonly isError?: boolean;
}) {
  return (
    <div>
      <h2>{title}</h2>
      <ul>
        {findings.map(({ code, question, words, todo }) => (
          <li key={`${code} ${question ?? ''}`} className={classes(styles.finding, isError && styles.error)}>
            {isError && <Glyph kind="watch" />}
            <span>
              {words} <span className={styles.todo}>{todo}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
