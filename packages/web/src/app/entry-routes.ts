import { createRootRoute, createRoute, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import { queryClient } from '../api/client.ts';
import { overviewQuery } from '../api/hooks.ts';
import { rememberBack } from '../api/identity.ts';
import { sessionQuery } from '../api/session.ts';
import { nothing } from '../url/search.ts';
import { NotFound } from './not-found.tsx';
import { Root } from './root.tsx';
import { Shell } from './shell.tsx';

export const root = createRootRoute({ component: Root, notFoundComponent: NotFound, validateSearch: nothing.read });

/** Nobody comes further who has to sign in first, or to make the first account. */
async function mustEnter(): Promise<void> {
  const { mode } = await queryClient.ensureQueryData(sessionQuery);
  if (mode === 'login') {
    rememberBack();
    throw redirect({ to: '/login', replace: true });
  }
  if (mode === 'first-admin') throw redirect({ to: '/welcome/admin', replace: true });
}

const knowSession = async (): Promise<void> => {
  await queryClient.ensureQueryData(sessionQuery);
};
export const login = createRoute({
  getParentRoute: () => root,
  path: 'login',
  component: lazyRouteComponent(() => import('../features/accounts/login-page.tsx'), 'LoginPage'),
});
export const firstAdmin = createRoute({
  getParentRoute: () => root,
  path: 'welcome/admin',
  loader: knowSession,
  component: lazyRouteComponent(() => import('../features/accounts/first-admin-page.tsx'), 'FirstAdminPage'),
});
export const join = createRoute({
  getParentRoute: () => root,
  path: 'join',
  loader: knowSession,
  component: lazyRouteComponent(() => import('../features/accounts/join-page.tsx'), 'JoinPage'),
});

export const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async () => {
    await mustEnter();
    const { workspace, checklist } = await queryClient.ensureQueryData(overviewQuery);
    throw redirect({
      to: checklist.hasData ? '/w/$ws/home' : '/w/$ws/welcome',
      params: { ws: workspace.slug },
      replace: true,
    });
  },
});

export const workspace = createRoute({
  getParentRoute: () => root,
  path: 'w/$ws',
  beforeLoad: mustEnter,
  loader: async () => {
    await queryClient.ensureQueryData(overviewQuery);
  },
  component: Outlet,
});

export const shell = createRoute({ getParentRoute: () => workspace, id: 'shell', component: Shell });
