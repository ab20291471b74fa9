export { overviewOf, VERSION } from './overview.ts';
export { privacyRoutes } from './privacy-routes.ts';
export { workspaceRoutes } from './routes.ts';
export { webhookRoutes } from './webhook-routes.ts';
