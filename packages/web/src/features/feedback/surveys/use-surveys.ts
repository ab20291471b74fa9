import type { SurveyEntry, SurveyShown } from '@continuo/contract';
import type { AskRules, SurveyTemplate } from '@continuo/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { client, queryClient } from '../../../api/client.ts';

/** All surveys, newest first; asked again every ten seconds, so that answers are seen as they come. */
export function useSurveys() {
  return useQuery<readonly SurveyEntry[]>({
    queryKey: ['surveys'],
    queryFn: ({ signal }) => client.call('surveys', { signal }),
    staleTime: 5_000,
    refetchOnMount: 'always',
    refetchInterval: 10_000,
  });
}

export function useSurveyTemplates() {
  return useQuery<readonly SurveyTemplate[]>({
    queryKey: ['survey-templates'],
    queryFn: ({ signal }) => client.call('surveyTemplates', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export const surveyQuery = (key: string) =>
  queryOptions<SurveyShown>({
    queryKey: ['survey', key],
    queryFn: ({ signal }) => client.call('survey', { params: { key }, signal }),
    staleTime: 0,
  });

/** How long people are spared, for all surveys of the workspace. */
export const askRulesQuery = queryOptions<AskRules>({
  queryKey: ['ask-rules'],
  queryFn: ({ signal }) => client.call('askRules', { signal }),
});

/** A survey is as the server says now; what was foretold of it is asked anew. */
export async function keepSurvey(shown: SurveyShown): Promise<void> {
  queryClient.setQueryData(surveyQuery(shown.survey.key).queryKey, shown);
  await Promise.all(
    ['surveys', 'survey-forecast', 'survey-links'].map((name) => queryClient.invalidateQueries({ queryKey: [name] })),
  );
}
