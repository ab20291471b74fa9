import type { SurveyEntry } from '@continuo/contract';
import { blankSurvey, type SurveyTemplate } from '@continuo/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { client } from '../../../api/client.ts';
import { useOverview } from '../../../api/hooks.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { ProblemBox } from '../../../ui/problem-box.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { readSaidAt } from '../../../url/said-at.ts';
import { SURVEYS_WORDS } from '../../../words/surveys.ts';
import { surveyKey } from './survey-key.ts';
import styles from './surveys.module.css';
import { keepSurvey, useSurveyTemplates } from './use-surveys.ts';

const WORDS = SURVEYS_WORDS.templates;
type Body = NonNullable<NonNullable<Parameters<typeof client.call<'putSurvey'>>[1]>['body']>;

/** What to begin with: choosing one makes the survey and opens it. It is asked in the name of the one made before. */
export function NewSurvey({
  all,
  map,
  at,
  onClose,
}: {
  readonly all: readonly SurveyEntry[];
  /** Map and place of the address, which it will belong to. */
  readonly map: string | undefined;
  readonly at: string | undefined;
  readonly onClose: () => void;
}) {
  const { ws } = useParams({ from: '/w/$ws' });
  const navigate = useNavigate();
  const { workspace } = useOverview();
  const { data: templates, error, refetch } = useSurveyTemplates();
  const make = useMutation({
    mutationFn: ({ title, questions }: SurveyTemplate) => {
      const key = surveyKey(
        title,
        all.map(({ survey }) => survey.key),
      );
      const place = readSaidAt(at);
      const last = all[0]?.survey;
      const survey = {
        ...blankSurvey(key, title, questions),
        who: last?.who || workspace.name,
        languages: last?.languages ?? (['en'] as const),
        journey: map ?? null,
        step: map && place?.kind === 'step' ? place.step : null,
      };
      return client.call('putSurvey', { params: { key }, body: survey as Body });
    },
    onSuccess: async (shown) => {
      await keepSurvey(shown);
      await navigate({ to: '/w/$ws/feedback/surveys/$key', params: { ws, key: shown.survey.key } });
    },
  });
  const problem = make.error ?? error;
  return (
    <Dialog title={WORDS.title} onClose={onClose}>
      {problem && <ProblemBox error={problem} onRetry={() => void refetch()} />}
      {!templates && !error && <Skeleton lines={6} />}
      <ul className={styles.templates}>
        {templates?.map((template) => (
          <li key={template.id}>
            <button
              type="button"
              className={styles.template}
              disabled={make.isPending}
              onClick={() => make.mutate(template)}
            >
              <b>{template.title}</b>
              <span>{template.says}</span>
              <span className="meta">
                {template.questions.map(({ kind }) => SURVEYS_WORDS.questions.kinds[kind]).join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
