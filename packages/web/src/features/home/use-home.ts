import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { client, queryClient } from '../../api/client.ts';

const homeQuery = queryOptions({
  queryKey: ['home'],
  queryFn: ({ signal }) => client.call('home', { signal }),
  staleTime: 15_000,
});

const AGAIN_MS = 1000;

/** Home; asked again every second while some of it is being counted. A visit is noted once all of it was there. */
export function useHome() {
  const home = useQuery({
    ...homeQuery,
    refetchInterval: (query) => (query.state.data?.isCounting ? AGAIN_MS : false),
  });
  const { data } = home;
  const isNoted = data === undefined || data.isCounting || !data.seen.isNew;
  useEffect(() => {
    if (isNoted || data === undefined) return;
    const changes = data.changes.map(({ id }) => id);
    void client
      .call('seenHome', { body: { changes } })
      // Kept as it is: what is new stays marked for as long as one looks.
      .then(() => queryClient.setQueryData(homeQuery.queryKey, { ...data, seen: { ...data.seen, isNew: false } }))
      .catch(() => undefined);
  }, [isNoted, data]);
  return home;
}
