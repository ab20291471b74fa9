import { ApiProblem, createClient } from '@continuo/contract';
import { QueryClient } from '@tanstack/react-query';

/** The client of this origin's API. */
export const client = createClient((url, init) => fetch(url, init));

/** Answers stay fresh for a minute; only a server that is not reached is asked again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      retry: (failures, error) => failures < 2 && error instanceof ApiProblem && error.status === 0,
      refetchOnWindowFocus: false,
    },
  },
});
