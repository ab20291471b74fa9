import { useEffect } from 'react';
import { client, queryClient } from './client.ts';
import { overviewQuery, useOverview } from './hooks.ts';

/** Ticks a first step once the person has really seen it; does nothing when it is ticked, and is silent when it fails. */
export function useSeen(fact: 'sawGraph' | 'readStory', isSeen: boolean): void {
  const { checklist } = useOverview();
  const isNew = isSeen && !checklist[fact];
  useEffect(() => {
    if (!isNew) return;
    void client
      .call('seen', { params: { fact } })
      .then(() => queryClient.invalidateQueries({ queryKey: overviewQuery.queryKey }))
      .catch(() => undefined);
  }, [fact, isNew]);
}
