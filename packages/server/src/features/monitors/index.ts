export { ensureDemoWatches, removeDemoWatches } from './ensure-demo.ts';
export type { Looked } from './look.ts';
export { lookAtWatches } from './look.ts';
export { monitorRoutes } from './routes.ts';
export { shownAlert } from './show.ts';
export { Watchman } from './watchman.ts';
