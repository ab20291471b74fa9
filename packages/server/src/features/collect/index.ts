export { loadDemo, removeDemo } from './demo.ts';
export type { Checkpoint, ImportOutcome, ImportProgress, ImportRequest } from './import-job.ts';
export { dryRunImport, previewImport, runImport } from './import-job.ts';
export { ImportQueue } from './import-queue.ts';
export { rebuildRuns } from './rebuild.ts';
export { collectRoutes } from './routes.ts';
