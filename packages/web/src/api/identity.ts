import { ApiProblem, type Session } from '@continuo/contract';
import type { QueryClient } from '@tanstack/react-query';

export const SESSION_KEY = 'session';
const BACK = 'continuo.back';

/** The workspace of the page's address; null on pages outside of one. */
export function workspaceHere(): string | null {
  return /^\/w\/([^/]+)/.exec(location.pathname)?.[1] ?? null;
}

/** What every call says of itself: the workspace it means, and the token that shows it comes from a page of ours. */
export function identityHeaders(queryClient: QueryClient): Readonly<Record<string, string>> {
  const csrf = queryClient.getQueryData<Session>([SESSION_KEY])?.csrf;
  const workspace = workspaceHere();
  return {
    ...(csrf && { 'continuo-csrf': csrf }),
    ...(workspace && { 'continuo-workspace': decodeURIComponent(workspace) }),
  };
}

/** The session is over: sign in, then come back to where one was. Pages outside a workspace are left alone. */
export function leaveWhenSignedOut(error: unknown): void {
  if (!(error instanceof ApiProblem) || error.details.code !== 'login.required' || workspaceHere() === null) return;
  rememberBack();
  location.assign('/login');
}

export function rememberBack(): void {
  sessionStorage.setItem(BACK, `${location.pathname}${location.search}${location.hash}`);
}

/** Where somebody wanted to go before signing in; `/` when nowhere. Told once. */
export function takeBack(): string {
  const back = sessionStorage.getItem(BACK);
  sessionStorage.removeItem(BACK);
  // Only a path of ours: never another site's address.
  return back !== null && /^\/(w|join)(\/|#|$)/.test(back) ? back : '/';
}
