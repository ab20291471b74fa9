export { ImportQueue } from './import-queue.ts';
export { collectRoutes } from './routes.ts';
