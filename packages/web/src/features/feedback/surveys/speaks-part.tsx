import { PAGE_LANGUAGES, type PageLanguage, type Survey } from '@continuo/core';
import { Checks, TextField } from '../../../ui/field.tsx';
import { LANGUAGE_WORDS } from '../../../words/feedback.ts';
import { SURVEYS_WORDS } from '../../../words/surveys.ts';
import { inLanguage } from './question-list.tsx';
import styles from './surveys.module.css';

const WORDS = SURVEYS_WORDS.speaks;

/** Who asks and why, in the language looked at, and which languages there are. */
export function SpeaksPart({
  survey: { who, why, languages },
  language,
  onChange,
}: {
  readonly survey: Survey;
  readonly language: PageLanguage;
  readonly onChange: (change: Partial<Survey>) => void;
}) {
  const name = LANGUAGE_WORDS[language] ?? language;
  const first = languages[0];
  return (
    <section className={styles.part}>
      <h2>{WORDS.title}</h2>
      <TextField label={WORDS.who} help={WORDS.whoHelp} value={who} onChange={(text) => onChange({ who: text })} />
      <TextField
        label={WORDS.why}
        help={WORDS.whyHelp(name)}
        value={why[language] ?? ''}
        onChange={(text) => onChange({ why: inLanguage(why, language, text) })}
      />
      <div className={styles.languages}>
        <Checks
          label={WORDS.languages}
          options={PAGE_LANGUAGES.map((id) => ({ id, text: LANGUAGE_WORDS[id] ?? id }))}
          chosen={languages}
          onChange={(chosen) => onChange({ languages: chosen as readonly PageLanguage[] })}
        />
        {first && <p className="meta">{WORDS.first(LANGUAGE_WORDS[first] ?? first)}</p>}
      </div>
    </section>
  );
}
