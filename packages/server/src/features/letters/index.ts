export { Gathering } from './gathering.ts';
export { letterRoutes } from './routes.ts';
