import type { SurveyShown } from '@continuo/contract';
import type { PageLanguage } from '@continuo/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useMay } from '../../../api/session.ts';
import { Checks, TextField } from '../../../ui/field.tsx';
import { ProblemBox } from '../../../ui/problem-box.tsx';
import type { SurveySearch } from '../../../url/search.ts';
import { SURVEYS_WORDS } from '../../../words/surveys.ts';
import { AfterPart } from './after-part.tsx';
import { Findings } from './findings.tsx';
import { PlacePart } from './place-part.tsx';
import { Preview } from './preview.tsx';
import { QuestionList } from './question-list.tsx';
import { RulesPart } from './rules-part.tsx';
import { SpeaksPart } from './speaks-part.tsx';
import { SurveyHead } from './survey-head.tsx';
import styles from './surveys.module.css';
import { useSurveyDraft } from './use-survey-draft.ts';

const SendDialog = lazy(() => import('./send-dialog.tsx').then((part) => ({ default: part.SendDialog })));
const AnswersDialog = lazy(() => import('./answers-dialog.tsx').then((part) => ({ default: part.AnswersDialog })));
const WORDS = SURVEYS_WORDS.editor;

/** What is asked on the left, the very page customers get on the right. */
export function SurveyEditor({ shown }: { readonly shown: SurveyShown }) {
  const search = useSearch({ from: '/w/$ws/shell/feedback/surveys/$key' });
  const navigate = useNavigate();
  const change = (next: SurveySearch, options?: { readonly replace?: boolean }) =>
    void navigate({
      to: '.',
      search: (last: SurveySearch) => ({ ...last, ...next }),
      replace: options?.replace ?? false,
      resetScroll: false,
    } as never);
  const mayEdit = useMay('editor');
  const draft = useSurveyDraft(shown);
  const { survey } = draft;
  const spoken = search.lang && survey.languages.includes(search.lang) ? search.lang : survey.languages[0];
  const language: PageLanguage = spoken ?? 'en';
  return (
    <div className={styles.page}>
      <SurveyHead
        shown={shown}
        draft={draft}
        onSend={() => change({ send: 'link' })}
        onAnswers={() => change({ answers: 'newest' })}
      />
      <div className={styles.split}>
        <form className={styles.form} aria-label={WORDS.form} onSubmit={(event) => event.preventDefault()}>
          {draft.error !== null && <ProblemBox error={draft.error} onRetry={draft.save} />}
          {!mayEdit && <p className="meta">{WORDS.looking}</p>}
          <Findings findings={shown.findings} status={shown.status} />
          <fieldset className={styles.parts} disabled={!mayEdit}>
            <legend className="sr">{WORDS.form}</legend>
            <section className={styles.part}>
              <TextField
                label={WORDS.title}
                help={WORDS.titleHelp}
                value={survey.title}
                onChange={(title) => draft.change({ title })}
              />
            </section>
            <QuestionList survey={survey} language={language} findings={shown.findings} onChange={draft.change} />
            <PlacePart survey={survey} onChange={draft.change} />
            <SpeaksPart survey={survey} language={language} onChange={draft.change} />
            <section className={styles.part}>
              <Checks
                label=""
                options={[{ id: 'contact', text: SURVEYS_WORDS.speaks.contact }]}
                chosen={survey.asksContact ? ['contact'] : []}
                onChange={(chosen) => draft.change({ asksContact: chosen.length > 0 })}
              />
            </section>
            <RulesPart survey={survey} savedAt={shown.updatedMs} onChange={draft.change} />
            <AfterPart survey={survey} shown={shown} onChange={draft.change} />
          </fieldset>
        </form>
        <Preview
          shown={shown}
          isSaved={draft.state === 'saved'}
          languages={survey.languages}
          language={language}
          onLanguage={(lang) => change({ lang }, { replace: true })}
        />
      </div>
      {search.answers && (
        <Suspense>
          <AnswersDialog survey={shown.survey} onClose={() => change({ answers: undefined })} />
        </Suspense>
      )}
      {search.send && (
        <Suspense>
          <SendDialog
            shown={shown}
            way={search.send}
            channel={search.channel}
            onChange={(next) => change(next, { replace: true })}
            onClose={() => change({ send: undefined, channel: undefined })}
          />
        </Suspense>
      )}
    </div>
  );
}
