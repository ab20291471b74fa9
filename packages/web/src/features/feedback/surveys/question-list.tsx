import type { SurveyShown } from '@continuo/contract';
import {
  MOST_QUESTIONS,
  type PageLanguage,
  type Survey,
  type SurveyQuestion,
  type SurveyQuestionKind,
  USUAL_QUESTIONS,
} from '@continuo/core';
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { announce } from '../../../ui/announcer.tsx';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Checks, Choice, TextField } from '../../../ui/field.tsx';
import { LANGUAGE_WORDS } from '../../../words/feedback.ts';
import { SURVEYS_WORDS } from '../../../words/surveys.ts';
import { kindsFor, moved, ofKind, withQuestion } from './questions.ts';
import styles from './surveys.module.css';

const WORDS = SURVEYS_WORDS.questions;

/** The questions in their order; more than three only when somebody says yes to it. */
export function QuestionList({
  survey: { questions, isLong },
  language,
  findings,
  onChange,
}: {
  readonly survey: Survey;
  readonly language: PageLanguage;
  readonly findings: SurveyShown['findings'];
  readonly onChange: (change: Partial<Survey>) => void;
}) {
  const set = (next: readonly SurveyQuestion[]) => onChange({ questions: next });
  const setOne = (place: number, change: Partial<SurveyQuestion>) =>
    set(questions.map((one, at) => (at === place ? { ...one, ...change } : one)));
  const move = (place: number, by: -1 | 1) => {
    set(moved(questions, place, by));
    announce(WORDS.moved(place + by + 1));
  };
  return (
    <section className={styles.part}>
      <h2>{WORDS.title}</h2>
      {questions.length === 0 && <p className="meta">{WORDS.none}</p>}
      <ol className={styles.questions}>
        {questions.map((question, place) => (
          <li key={question.id} className={styles.question}>
            <div className={styles.questionHead}>
              <Choice
                label={WORDS.number(place + 1)}
                value={question.kind}
                options={kindsFor(questions, place).map((id) => ({ id, text: WORDS.kinds[id] }))}
                onChange={(kind) => set(ofKind(questions, place, kind as SurveyQuestionKind))}
              />
              <span className={styles.deeds}>
                {place > 0 && (
                  <IconButton look="ghost" name={WORDS.up(place + 1)} onPress={() => move(place, -1)}>
                    <ArrowUp size={15} aria-hidden="true" />
                  </IconButton>
                )}
                {place < questions.length - 1 && (
                  <IconButton look="ghost" name={WORDS.down(place + 1)} onPress={() => move(place, 1)}>
                    <ArrowDown size={15} aria-hidden="true" />
                  </IconButton>
                )}
                <IconButton
                  look="ghost"
                  name={WORDS.remove(place + 1)}
                  onPress={() => set(questions.filter((_, at) => at !== place))}
                >
                  <X size={15} aria-hidden="true" />
                </IconButton>
              </span>
            </div>
            <TextField
              label={WORDS.words}
              help={WORDS.wordsHelp(LANGUAGE_WORDS[language] ?? language)}
              value={question.words[language] ?? ''}
              onChange={(text) => setOne(place, { words: inLanguage(question.words, language, text) })}
            />
            <Checks
              label=""
              options={[{ id: 'needed', text: WORDS.needed }]}
              chosen={question.isNeeded ? ['needed'] : []}
              onChange={(chosen) => setOne(place, { isNeeded: chosen.length > 0 })}
            />
            {findings
              .filter((one) => one.question === question.id)
              .map(({ code, words, todo }) => (
                <p key={code} className={styles.wrong}>
                  {words} {todo}
                </p>
              ))}
          </li>
        ))}
      </ol>
      {questions.length < MOST_QUESTIONS && (
        <div>
          <Button onPress={() => set(withQuestion(questions))}>
            <Plus size={14} aria-hidden="true" />
            {WORDS.add}
          </Button>
        </div>
      )}
      {(questions.length > USUAL_QUESTIONS || isLong) && (
        <div className={styles.long}>
          <Checks
            label=""
            options={[{ id: 'long', text: WORDS.long }]}
            chosen={isLong ? ['long'] : []}
            onChange={(chosen) => onChange({ isLong: chosen.length > 0 })}
          />
          <p className="meta">{WORDS.longSays}</p>
        </div>
      )}
    </section>
  );
}

/** The words with one language said anew; nothing typed takes it out. */
export function inLanguage(words: Survey['why'], language: PageLanguage, text: string): Survey['why'] {
  const { [language]: _, ...rest } = words;
  return text.trim() === '' ? rest : { ...rest, [language]: text };
}
