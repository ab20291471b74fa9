export type { Reached } from './reach.ts';
export { reach } from './reach.ts';
export { peopleRoutes } from './routes.ts';
export { storyPairOf } from './stories.ts';
