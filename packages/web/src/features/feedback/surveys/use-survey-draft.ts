import type { SurveyShown } from '@continuo/contract';
import type { Survey } from '@continuo/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { client } from '../../../api/client.ts';
import { keepSurvey } from './use-surveys.ts';

const REST_MS = 500;
type Body = NonNullable<NonNullable<Parameters<typeof client.call<'putSurvey'>>[1]>['body']>;

export interface SurveyDraft {
  readonly survey: Survey;
  readonly change: (change: Partial<Survey>) => void;
  readonly state: 'saved' | 'saving' | 'unsaved' | 'refused';
  readonly error: unknown;
  readonly save: () => void;
}

const put = (survey: Survey) => client.call('putSurvey', { params: { key: survey.key }, body: survey as Body });

/**
 * The survey as it is being edited. A draft is saved by itself when typing rests; what customers have seen only when somebody
 * says so. One saving at a time; what is typed meanwhile is saved after it, and leaving the page saves a draft at once.
 */
export function useSurveyDraft(shown: SurveyShown): SurveyDraft {
  const [survey, setSurvey] = useState(shown.survey);
  const [saved, setSaved] = useState(shown.survey);
  const isAuto = shown.status === 'draft';
  const isDirty = survey !== saved;
  const saving = useMutation({
    mutationFn: put,
    onSuccess: async (reply, sent) => {
      setSaved(sent);
      await keepSurvey(reply);
    },
  });
  const { mutate, isPending, variables } = saving;
  const isRefused = saving.isError && variables === survey;
  useEffect(() => {
    if (!isDirty || !isAuto || isPending || isRefused) return;
    const timer = setTimeout(() => mutate(survey), REST_MS);
    return () => clearTimeout(timer);
  }, [survey, isDirty, isAuto, isPending, isRefused, mutate]);
  const left = useRef<Survey | null>(null);
  left.current = isDirty && isAuto && !isRefused ? survey : null;
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => left.current && event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => {
      removeEventListener('beforeunload', warn);
      if (left.current) void put(left.current).then(keepSurvey, () => undefined);
    };
  }, []);
  return {
    survey,
    change: (change) => setSurvey((last) => ({ ...last, ...change })),
    state: isPending ? 'saving' : isRefused ? 'refused' : isDirty ? 'unsaved' : 'saved',
    error: isRefused ? saving.error : null,
    save: () => mutate(survey),
  };
}
