import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { queryClient } from '../api/client.ts';
import { overviewQuery } from '../api/hooks.ts';
import { nothing, parseSearch, stringifySearch } from '../url/search.ts';
import { NotFound } from './not-found.tsx';
import { PageProblem } from './page-problem.tsx';
import { Root } from './root.tsx';
import { Shell } from './shell.tsx';

const root = createRootRoute({ component: Root, notFoundComponent: NotFound, validateSearch: nothing.read });

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async () => {
    const { workspace, checklist } = await queryClient.ensureQueryData(overviewQuery);
    throw redirect({
      to: checklist.hasData ? '/w/$ws/home' : '/w/$ws/welcome',
      params: { ws: workspace.slug },
      replace: true,
    });
  },
});

const workspace = createRoute({
  getParentRoute: () => root,
  path: 'w/$ws',
  loader: async () => {
    await queryClient.ensureQueryData(overviewQuery);
  },
  component: Outlet,
});

const shell = createRoute({ getParentRoute: () => workspace, id: 'shell', component: Shell });

const home = createRoute({
  getParentRoute: () => shell,
  path: 'home',
  component: lazyRouteComponent(() => import('../features/home/home-page.tsx'), 'HomePage'),
});

const welcome = createRoute({
  getParentRoute: () => shell,
  path: 'welcome',
  component: lazyRouteComponent(() => import('../features/welcome/welcome-page.tsx'), 'WelcomePage'),
});

const story = createRoute({
  getParentRoute: () => workspace,
  path: 'stories/$run',
  component: lazyRouteComponent(() => import('../features/stories/story-page.tsx'), 'StoryPage'),
});

const tree = root.addChildren([start, workspace.addChildren([story, shell.addChildren([home, welcome])])]);

export const router = createRouter({
  routeTree: tree,
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultErrorComponent: PageProblem,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
