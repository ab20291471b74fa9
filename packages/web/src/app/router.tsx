import { createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import {
  atlasSearch,
  connectSearch,
  customersSearch,
  gapsSearch,
  mapSearch,
  parseSearch,
  pathsSearch,
  personSearch,
  presentSearch,
  stringifySearch,
  versionsSearch,
} from '../url/search.ts';
import { callback, callbackRules, callbacks } from './callback-routes.ts';
import { firstAdmin, join, login, root, shell, start, workspace } from './entry-routes.ts';
import { feedback, survey } from './feedback-routes.ts';
import { letterRoutes } from './letter-routes.ts';
import { NotFound } from './not-found.tsx';
import { PageProblem } from './page-problem.tsx';

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

const paths = createRoute({
  getParentRoute: () => shell,
  path: 'paths',
  validateSearch: pathsSearch.read,
  component: Outlet,
});
const pathsStart = createRoute({
  getParentRoute: () => paths,
  path: '/',
  beforeLoad: ({ params, search }) => {
    throw redirect({ to: '/w/$ws/paths/graph', params, search, replace: true });
  },
});
const graph = createRoute({
  getParentRoute: () => paths,
  path: 'graph',
  component: lazyRouteComponent(() => import('../features/paths/graph/graph-page.tsx'), 'GraphPage'),
});
const flow = createRoute({
  getParentRoute: () => paths,
  path: 'flow',
  component: lazyRouteComponent(() => import('../features/paths/flow-page.tsx'), 'FlowPage'),
});
const routes = createRoute({
  getParentRoute: () => paths,
  path: 'routes',
  component: lazyRouteComponent(() => import('../features/paths/routes-page.tsx'), 'RoutesPage'),
});
const funnel = createRoute({
  getParentRoute: () => paths,
  path: 'funnel',
  component: lazyRouteComponent(() => import('../features/paths/funnel-page.tsx'), 'FunnelPage'),
});
const loop = createRoute({
  getParentRoute: () => paths,
  path: 'loop',
  component: lazyRouteComponent(() => import('../features/paths/loop-page.tsx'), 'LoopPage'),
});
const table = createRoute({
  getParentRoute: () => paths,
  path: 'table',
  component: lazyRouteComponent(() => import('../features/paths/table-page.tsx'), 'TablePage'),
});

const customers = createRoute({
  getParentRoute: () => shell,
  path: 'customers',
  validateSearch: customersSearch.read,
  component: lazyRouteComponent(() => import('../features/customers/customers-page.tsx'), 'CustomersPage'),
});
const person = createRoute({
  getParentRoute: () => shell,
  path: 'customers/$person',
  validateSearch: personSearch.read,
  component: lazyRouteComponent(() => import('../features/customers/person-page.tsx'), 'PersonPage'),
});

const atlas = createRoute({
  getParentRoute: () => shell,
  path: 'journeys',
  validateSearch: atlasSearch.read,
  component: lazyRouteComponent(() => import('../features/journeys/atlas/atlas-page.tsx'), 'AtlasPage'),
});
const editMap = createRoute({
  getParentRoute: () => shell,
  path: 'journeys/$key/edit',
  component: lazyRouteComponent(() => import('../features/journeys/edit/edit-page.tsx'), 'EditPage'),
});
const connect = createRoute({
  getParentRoute: () => shell,
  path: 'journeys/$key/connect',
  validateSearch: connectSearch.read,
  component: lazyRouteComponent(() => import('../features/journeys/connect/connect-page.tsx'), 'ConnectPage'),
});
const versions = createRoute({
  getParentRoute: () => shell,
  path: 'journeys/$key/versions',
  validateSearch: versionsSearch.read,
  component: lazyRouteComponent(() => import('../features/journeys/versions/versions-page.tsx'), 'VersionsPage'),
});
const map = createRoute({
  getParentRoute: () => shell,
  path: 'journeys/$key',
  validateSearch: mapSearch.read,
  component: lazyRouteComponent(() => import('../features/journeys/map/map-page.tsx'), 'MapPage'),
});
const gaps = createRoute({
  getParentRoute: () => shell,
  path: 'journeys/$key/gaps',
  validateSearch: gapsSearch.read,
  component: lazyRouteComponent(() => import('../features/journeys/gaps/gaps-page.tsx'), 'GapsPage'),
});
const present = createRoute({
  getParentRoute: () => workspace,
  path: 'journeys/$key/present',
  validateSearch: presentSearch.read,
  component: lazyRouteComponent(() => import('../features/journeys/map/present/present-page.tsx'), 'PresentPage'),
});

const imports = createRoute({
  getParentRoute: () => shell,
  path: 'data/imports',
  component: lazyRouteComponent(() => import('../features/data/imports-page.tsx'), 'ImportsPage'),
});
const oneImport = createRoute({
  getParentRoute: () => shell,
  path: 'data/imports/$id',
  component: lazyRouteComponent(() => import('../features/data/import-page.tsx'), 'ImportPage'),
});
const sources = createRoute({
  getParentRoute: () => shell,
  path: 'data/sources',
  component: lazyRouteComponent(() => import('../features/data/sources-page.tsx'), 'SourcesPage'),
});
const events = createRoute({
  getParentRoute: () => shell,
  path: 'data/events',
  component: lazyRouteComponent(() => import('../features/data/events-page.tsx'), 'EventsPage'),
});

const touchpoints = createRoute({
  getParentRoute: () => shell,
  path: 'data/touchpoints',
  component: lazyRouteComponent(
    () => import('../features/journeys/touchpoints/touchpoints-page.tsx'),
    'TouchpointsPage',
  ),
});

const members = createRoute({
  getParentRoute: () => shell,
  path: 'data/members',
  component: lazyRouteComponent(() => import('../features/accounts/members-page.tsx'), 'MembersPage'),
});
const auditLog = createRoute({
  getParentRoute: () => shell,
  path: 'data/audit',
  component: lazyRouteComponent(() => import('../features/accounts/audit-page.tsx'), 'AuditPage'),
});
const webhooks = createRoute({
  getParentRoute: () => shell,
  path: 'data/webhooks',
  component: lazyRouteComponent(() => import('../features/settings/webhooks-page.tsx'), 'WebhooksPage'),
});
const privacy = createRoute({
  getParentRoute: () => shell,
  path: 'data/privacy',
  component: lazyRouteComponent(() => import('../features/settings/privacy-page.tsx'), 'PrivacyPage'),
});
const account = createRoute({
  getParentRoute: () => shell,
  path: 'data/account',
  component: lazyRouteComponent(() => import('../features/accounts/account-page.tsx'), 'AccountPage'),
});

const alerts = createRoute({
  getParentRoute: () => shell,
  path: 'alerts',
  component: lazyRouteComponent(() => import('../features/alerts/alerts-page.tsx'), 'AlertsPage'),
});
const pastAlerts = createRoute({
  getParentRoute: () => shell,
  path: 'alerts/past',
  component: lazyRouteComponent(() => import('../features/alerts/alerts-page.tsx'), 'PastAlertsPage'),
});
const watches = createRoute({
  getParentRoute: () => shell,
  path: 'alerts/watches',
  component: lazyRouteComponent(() => import('../features/alerts/watches-page.tsx'), 'WatchesPage'),
});
const watch = createRoute({
  getParentRoute: () => shell,
  path: 'alerts/watches/$id',
  component: lazyRouteComponent(() => import('../features/alerts/watch-page.tsx'), 'WatchPage'),
});
const alert = createRoute({
  getParentRoute: () => shell,
  path: 'alerts/$id',
  component: lazyRouteComponent(() => import('../features/alerts/alert-page.tsx'), 'AlertPage'),
});

const story = createRoute({
  getParentRoute: () => workspace,
  path: 'stories/$run',
  component: lazyRouteComponent(() => import('../features/stories/story-page.tsx'), 'StoryPage'),
});

const tree = root.addChildren([
  start,
  login,
  firstAdmin,
  join,
  workspace.addChildren([
    story,
    present,
    shell.addChildren([
      home,
      welcome,
      paths.addChildren([pathsStart, graph, flow, routes, funnel, loop, table]),
      customers,
      person,
      feedback,
      survey,
      ...letterRoutes,
      atlas,
      map,
      editMap,
      connect,
      versions,
      gaps,
      callbacks,
      callbackRules,
      callback,
      imports,
      oneImport,
      sources,
      events,
      touchpoints,
      members,
      auditLog,
      webhooks,
      privacy,
      account,
      alerts,
      pastAlerts,
      watches,
      watch,
      alert,
    ]),
  ]),
]);

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
