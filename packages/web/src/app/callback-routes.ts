import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { callbacksSearch } from '../url/search.ts';
import { shell } from './entry-routes.ts';

export const callbacks = createRoute({
  getParentRoute: () => shell,
  path: 'callbacks',
  validateSearch: callbacksSearch.read,
  component: lazyRouteComponent(() => import('../features/recovery/callbacks-page.tsx'), 'CallbacksPage'),
});
export const callback = createRoute({
  getParentRoute: () => shell,
  path: 'callbacks/$id',
  validateSearch: callbacksSearch.read,
  component: lazyRouteComponent(() => import('../features/recovery/callbacks-page.tsx'), 'CallbacksPage'),
});
export const callbackRules = createRoute({
  getParentRoute: () => shell,
  path: 'callbacks/rules',
  component: lazyRouteComponent(() => import('../features/recovery/rules-page.tsx'), 'CallbackRulesPage'),
});
