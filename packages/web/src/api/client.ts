import { ApiProblem, type Client, createClient } from '@continuo/contract';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { identityHeaders, leaveWhenSignedOut, workspaceHere } from './identity.ts';

/** Answers stay fresh for a minute; only a server that is not reached is asked again. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
  mutationCache: new MutationCache({ onError: leaveWhenSignedOut }),
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      retry: (failures, error) => failures < 2 && error instanceof ApiProblem && error.status === 0,
      refetchOnWindowFocus: false,
    },
  },
});

const plain = createClient((url, init = {}) =>
  fetch(url, {
    ...init,
    headers: { ...(init.headers as Record<string, string> | undefined), ...identityHeaders(queryClient) },
  }),
);

/** The client of this origin's API. A link to a file cannot carry a header: its address says the workspace. */
export const client: Client = {
  ...plain,
  drawUrl: (...asked) => inWorkspace(plain.drawUrl(...asked)),
  fileUrl: (...asked) => inWorkspace(plain.fileUrl(...asked)),
};

function inWorkspace(url: string): string {
  const workspace = workspaceHere();
  return workspace === null ? url : `${url}${url.includes('?') ? '&' : '?'}workspace=${workspace}`;
}
