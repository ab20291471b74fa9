export { peopleRoutes } from './routes.ts';
export { storyOf, storyPairOf } from './stories.ts';
