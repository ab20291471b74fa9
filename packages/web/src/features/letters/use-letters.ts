import { useQuery } from '@tanstack/react-query';
import { client, queryClient } from '../../api/client.ts';

const KEY = ['letters'];

/** Letters, who gets them, and about what they can be. */
export function useLetters() {
  return useQuery({ queryKey: KEY, queryFn: ({ signal }) => client.call('letters', { signal }), staleTime: 5_000 });
}

/** Somebody was added or taken away. */
export function forgetLetters(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: KEY });
}
