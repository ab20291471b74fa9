export { makeFirstAdminLink } from './join.ts';
export { accountRoutes } from './routes.ts';
