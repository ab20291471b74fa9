import type { SurveyForecast } from '@continuo/contract';
import type { Survey } from '@continuo/core';
import { counted } from '@continuo/diagram';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { client } from '../../../api/client.ts';
import { ProblemBox } from '../../../ui/problem-box.tsx';
import { SURVEYS_WORDS } from '../../../words/surveys.ts';
import styles from './surveys.module.css';

const WORDS = SURVEYS_WORDS.forecast;

/** How many answers to expect at the survey's step and share, and what that rests on. */
export function ForecastWords({ survey, savedAt }: { readonly survey: Survey; readonly savedAt: number }) {
  const { key, journey, step, share } = survey;
  const place = journey === null ? 'everywhere' : step === null ? 'map' : 'step';
  const { data, error, refetch } = useQuery<SurveyForecast>({
    queryKey: ['survey-forecast', key, journey, step, share, savedAt],
    queryFn: ({ signal }) =>
      client.call('surveyForecast', { params: { key }, query: { share: String(share) }, signal }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className={styles.forecast}>
      <h3>{WORDS.title}</h3>
      {error && <ProblemBox error={error} onRetry={() => void refetch()} />}
      {data && data.people === 0 && <p>{WORDS.nobody}</p>}
      {data && data.people > 0 && (
        <>
          <p>
            <b>{WORDS.expect(counted(data.toAsk, WORDS.person), counted(data.answers, WORDS.answer))}</b>
          </p>
          <p className="meta">
            {WORDS.people[place](counted(data.people, WORDS.customer))}{' '}
            {data.basis === 'seen' ? WORDS.seen(data.of100) : WORDS.assumed(data.of100)}{' '}
            {data.daysTo30 === null ? WORDS.never : WORDS.days(data.daysTo30)}
          </p>
        </>
      )}
    </div>
  );
}
