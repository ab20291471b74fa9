/** Every question once more, in plain TypeScript and without any haste: what the SQL must equal. For tests. */
export { activitiesOf } from './activities.ts';
export type { JourneyRun } from './build-journey-runs.ts';
export { buildJourneyRuns } from './build-journey-runs.ts';
export type { BuildRunsOptions } from './build-runs.ts';
export { buildRuns } from './build-runs.ts';
export { flowOf } from './flow.ts';
export { funnelOf } from './funnel.ts';
export { pathGraphOf } from './path-graph.ts';
export { peopleOf } from './people.ts';
export { retentionOf } from './retention.ts';
export { scopeRuns } from './scope.ts';
export { suggestedGapOf, summaryOf } from './summary.ts';
export { timelineOf } from './timeline.ts';
export { variantsOf } from './variants.ts';
