export { peopleRoutes } from './routes.ts';
export { storyPairOf } from './stories.ts';
