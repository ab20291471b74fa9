import type { AnswerOf, Frozen, Overview, QuestionAsk, QuestionName, ScopeInput } from '@continuo/contract';
import { keepPreviousData, queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { client } from './client.ts';

/** A scope as it is asked with; `{}` is everything. */
export type AskScope = Frozen<ScopeInput>;

export const overviewQuery = queryOptions({
  queryKey: ['overview'],
  queryFn: ({ signal }) => client.call('overview', { signal }),
  staleTime: 15_000,
});

/** What there is. Loaded before any page of a workspace is shown. */
export function useOverview(): Overview {
  return useSuspenseQuery(overviewQuery).data;
}

/** Asks a question. Older figures stay while newer ones are on their way; a question nobody waits for is cancelled. */
export function useAnswer<Name extends QuestionName>(
  name: Name,
  scope: AskScope,
  input: Frozen<QuestionAsk<Name>>,
  options: { readonly isOn?: boolean } = {},
) {
  return useQuery<AnswerOf<Name>>({
    queryKey: ['ask', name, scope, input],
    queryFn: ({ signal }) => client.ask(name, { scope, input, signal }),
    placeholderData: keepPreviousData,
    enabled: options.isOn ?? true,
  });
}

export function useStories() {
  return useQuery({ queryKey: ['stories'], queryFn: ({ signal }) => client.call('stories', { signal }) });
}

export const storyQuery = (run: string) =>
  queryOptions({
    queryKey: ['story', run],
    queryFn: ({ signal }) => client.call('story', { params: { run }, signal }),
  });

const UNDER_WAY = ['waiting', 'running', 'building'];

/** All imports; asked again every second while one is under way. */
export function useImports() {
  return useQuery({
    queryKey: ['imports'],
    queryFn: ({ signal }) => client.call('imports', { signal }),
    refetchInterval: (query) => (query.state.data?.some((one) => UNDER_WAY.includes(one.status)) ? 1000 : false),
  });
}

/** One import; asked again every half second while it is under way. */
export function useImport(id: number) {
  return useQuery({
    queryKey: ['import', id],
    queryFn: ({ signal }) => client.call('import', { params: { id }, signal }),
    refetchInterval: (query) => (query.state.data && UNDER_WAY.includes(query.state.data.status) ? 500 : false),
  });
}
