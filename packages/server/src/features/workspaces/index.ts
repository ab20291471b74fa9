export { overviewOf, VERSION } from './overview.ts';
export { workspaceRoutes } from './routes.ts';
