import type { SurveyShown } from '@continuo/contract';
import type { PageLanguage } from '@continuo/core';
import { Choice } from '../../../ui/field.tsx';
import { LANGUAGE_WORDS } from '../../../words/feedback.ts';
import { SURVEYS_WORDS } from '../../../words/surveys.ts';
import styles from './surveys.module.css';

const WORDS = SURVEYS_WORDS.preview;

/** The very page that customers get, in one of its languages; made anew when the survey was saved. */
export function Preview({
  shown,
  isSaved,
  languages,
  language,
  onLanguage,
}: {
  readonly shown: SurveyShown;
  readonly isSaved: boolean;
  readonly languages: readonly PageLanguage[];
  readonly language: PageLanguage;
  readonly onLanguage: (language: PageLanguage) => void;
}) {
  // Of this origin whatever address the server is known by: a frame of another one is refused.
  const { pathname } = new URL(shown.preview, location.origin);
  return (
    <section className={styles.preview} aria-labelledby="preview-title">
      <div className={styles.previewHead}>
        <h2 id="preview-title">{WORDS.title}</h2>
        {languages.length > 1 && (
          <Choice
            label={WORDS.language}
            value={language}
            options={languages.map((id) => ({ id, text: LANGUAGE_WORDS[id] ?? id }))}
            onChange={(id) => onLanguage(id as PageLanguage)}
          />
        )}
      </div>
      <iframe
        key={shown.updatedMs}
        className={styles.frame}
        src={`${pathname}?lang=${language}`}
        title={WORDS.frame(shown.survey.title)}
      />
      <p className="meta">{isSaved || shown.status === 'draft' ? WORDS.note : WORDS.waits}</p>
    </section>
  );
}
