import type { SeenEvent } from '@continuo/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { client, queryClient } from './client.ts';
import { useMay } from './session.ts';

/** All journeys, by title; asked again every two seconds while the numbers of one are being made. */
export function useJourneys() {
  return useQuery({
    queryKey: ['journeys'],
    queryFn: ({ signal }) => client.call('journeys', { signal }),
    staleTime: 5_000,
    refetchOnMount: 'always',
    refetchInterval: (query) => (query.state.data?.some((one) => one.judging.progress !== null) ? 2_000 : false),
  });
}

export const journeyQuery = (key: string) =>
  queryOptions({
    queryKey: ['journey', key],
    queryFn: ({ signal }) => client.call('journey', { params: { key }, signal }),
    staleTime: 0,
  });

/** What was said of journeys before is not true any more. */
export async function forgetJourneys(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ['journeys'] }),
    queryClient.invalidateQueries({ queryKey: ['journey'] }),
  ]);
}

/** Whether the person may change maps, and whether they may delete them. */
export function useMayEdit(): { readonly mayEdit: boolean; readonly mayRemove: boolean } {
  return { mayEdit: useMay('editor'), mayRemove: useMay('admin') };
}

/** Every kind of event that came, the most frequent first, each with up to `samples` payloads. */
export function useEventsSeen(samples: 0 | 1 | 2 | 3 = 0) {
  return useQuery<SeenEvent[]>({
    queryKey: ['events-seen', samples],
    queryFn: ({ signal }) => client.call('eventsSeen', { query: { samples: String(samples) }, signal }),
  });
}
