/**
 * Every question once more, in plain TypeScript: what the SQL must equal. For tests; questions about a map are also counted
 * by it where there are few passages, since planning their statements takes longer.
 */
export { activitiesOf } from './activities.ts';
export type { JourneyRun } from './build-journey-runs.ts';
export { buildJourneyRuns } from './build-journey-runs.ts';
export type { BuildRunsOptions } from './build-runs.ts';
export { buildRuns } from './build-runs.ts';
export type { SpokenScope } from './feedback.ts';
export { countedEvents, feedbackOf, voicesBehindOf } from './feedback.ts';
export { flowOf } from './flow.ts';
export { funnelOf } from './funnel.ts';
export { journeyDaysOf } from './journey-days.ts';
export { journeyGapsOf } from './journey-gaps.ts';
export type { CountedMap, MapContext } from './journey-map.ts';
export { countedMapOf } from './journey-map.ts';
export { runsBehindMap } from './journey-people.ts';
export type { JudgedRun, JudgeTouches } from './journey-run.ts';
export { judgedRunsOf } from './journey-run.ts';
export { journeySeriesOf } from './journey-series.ts';
export type { MapVoice, NamedVoice } from './named-voices.ts';
export { namedVoicesOf } from './named-voices.ts';
export { pathGraphOf } from './path-graph.ts';
export { peopleOf } from './people.ts';
export { retentionOf } from './retention.ts';
export type { SaidWords } from './said.ts';
export { saidOf } from './said.ts';
export { scopeRuns, timesOf } from './scope.ts';
export { seriesOf } from './series.ts';
export { silentOf } from './silent.ts';
export { suggestedGapOf, summaryOf } from './summary.ts';
export { timelineOf } from './timeline.ts';
export { byRun, variantsOf } from './variants.ts';
