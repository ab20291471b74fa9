import type { Theme } from '@continuo/core';
import { useQuery } from '@tanstack/react-query';
import { client, queryClient } from '../../../api/client.ts';

const KEY = ['themes'];

/** The codebook, by title. */
export function useThemes() {
  return useQuery<readonly Theme[]>({
    queryKey: KEY,
    queryFn: ({ signal }) => client.call('themes', { signal }),
  });
}

/** The codebook changed, and with it what is counted of it. */
export async function forgetThemes(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: KEY }),
    ...['themes', 'comments'].map((question) => queryClient.invalidateQueries({ queryKey: ['ask', question] })),
  ]);
}
