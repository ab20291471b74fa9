import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { letterSearch } from '../url/search.ts';
import { shell } from './entry-routes.ts';

const letters = createRoute({
  getParentRoute: () => shell,
  path: 'letters',
  component: lazyRouteComponent(() => import('../features/letters/letters-page.tsx'), 'LettersPage'),
});
const letter = createRoute({
  getParentRoute: () => shell,
  path: 'letters/$week',
  validateSearch: letterSearch.read,
  component: lazyRouteComponent(() => import('../features/letters/letter-page.tsx'), 'LetterPage'),
});
const card = createRoute({
  getParentRoute: () => shell,
  path: 'letters/card/$team',
  component: lazyRouteComponent(() => import('../features/letters/card-page.tsx'), 'CardPage'),
});

/** The letters of each Monday, and the cards of teams. */
export const letterRoutes = [letters, letter, card] as const;
