import { createRoute, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { feedbackSearch, surveySearch } from '../url/search.ts';
import { shell } from './entry-routes.ts';

const feedbackFrame = createRoute({
  getParentRoute: () => shell,
  path: 'feedback',
  validateSearch: feedbackSearch.read,
  component: Outlet,
});
const answers = createRoute({
  getParentRoute: () => feedbackFrame,
  path: '/',
  component: lazyRouteComponent(() => import('../features/feedback/answers/answers-page.tsx'), 'AnswersPage'),
});
const themes = createRoute({
  getParentRoute: () => feedbackFrame,
  path: 'themes',
  component: lazyRouteComponent(() => import('../features/feedback/themes/themes-page.tsx'), 'ThemesPage'),
});
const loved = createRoute({
  getParentRoute: () => feedbackFrame,
  path: 'loved',
  component: lazyRouteComponent(() => import('../features/feedback/loved-page.tsx'), 'LovedPage'),
});
const surveys = createRoute({
  getParentRoute: () => feedbackFrame,
  path: 'surveys',
  component: lazyRouteComponent(() => import('../features/feedback/surveys/surveys-page.tsx'), 'SurveysPage'),
});
/** One survey and its editor. */
export const survey = createRoute({
  getParentRoute: () => shell,
  path: 'feedback/surveys/$key',
  validateSearch: surveySearch.read,
  component: lazyRouteComponent(() => import('../features/feedback/surveys/survey-page.tsx'), 'SurveyPage'),
});

/** Answers, themes, what customers loved, surveys: they share period, filters and map. */
export const feedback = feedbackFrame.addChildren([answers, themes, loved, surveys]);
