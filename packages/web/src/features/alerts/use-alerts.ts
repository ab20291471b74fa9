import type { Alerts, Watch } from '@continuo/contract';
import { useQuery } from '@tanstack/react-query';
import { client, queryClient } from '../../api/client.ts';

/** Open alerts and past ones; looked at again every minute. */
export function useAlerts() {
  return useQuery<Alerts>({
    queryKey: ['alerts'],
    queryFn: ({ signal }) => client.call('alerts', { signal }),
    refetchInterval: 60_000,
    staleTime: 15_000,
  });
}

/** Open alerts of watches that are not quiet now: the number beside the navigation. */
export function useOpenAlerts(): number {
  const { data } = useAlerts();
  const now = Date.now();
  return data?.open.filter(({ mutedUntilMs }) => mutedUntilMs === null || mutedUntilMs < now).length ?? 0;
}

export function useAlert(id: string) {
  return useQuery({
    queryKey: ['alerts', id],
    queryFn: ({ signal }) => client.call('alert', { params: { id }, signal }),
  });
}

export function useWatches() {
  return useQuery<Watch[]>({ queryKey: ['watches'], queryFn: ({ signal }) => client.call('watches', { signal }) });
}

export function useWatch(id: string) {
  return useQuery({
    queryKey: ['watches', id],
    queryFn: ({ signal }) => client.call('watch', { params: { id }, signal }),
  });
}

/** What was known of watches and alerts counts no more. */
export async function forgetAlerts(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ['alerts'] }),
    queryClient.invalidateQueries({ queryKey: ['watches'] }),
  ]);
}
