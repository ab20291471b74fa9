export { ensureDemoJourneys, removeDemoJourneys } from './ensure-demo.ts';
export { entriesOf } from './journeys.ts';
export { isBuiltOf } from './judging/build.ts';
export { judgeAll } from './judging/judge.ts';
export { JudgingQueue } from './judging/queue.ts';
export { rebuildRuns } from './judging/rebuild-runs.ts';
export { LiveHub } from './live/hub.ts';
export { journeyRoutes } from './routes.ts';
