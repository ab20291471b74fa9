export type { AtlasInput, AtlasJourney, AtlasStage } from './atlas/draw-atlas.ts';
export { drawAtlas } from './atlas/draw-atlas.ts';
export type { FlowOptions } from './flow/draw.ts';
export { drawFlow } from './flow/draw.ts';
export type { FunnelOptions } from './funnel/draw.ts';
export { drawFunnel } from './funnel/draw.ts';
export type { CohortOptions } from './loop/cohorts.ts';
export { drawCohorts } from './loop/cohorts.ts';
export type { LoopOptions } from './loop/draw.ts';
export { drawLoop } from './loop/draw.ts';
export { mapView } from './map/build.ts';
export type { MapDrawing } from './map/draw-map.ts';
export { drawMap } from './map/draw-map.ts';
export type { MapBefore, MapInput } from './map/map-input.ts';
export type { StepItem, StepList } from './map/map-steps.ts';
export { mapSteps } from './map/map-steps.ts';
export { mapTable } from './map/map-table.ts';
export type {
  ChannelPart,
  DefinitionKey,
  Figure,
  MapCard,
  MapCell,
  MapColumn,
  MapFact,
  MapLayer,
  MapLoop,
  MapRow,
  MapSentence,
  MapStage,
  MapStatus,
  MapView,
  ToneText,
  VoiceFigures,
} from './map/map-view.ts';
export { drawPresent } from './map/present.ts';
export { stepStatus } from './map/status.ts';
export type { NodeMark } from './path-graph/card.ts';
export type { PathGraphOptions } from './path-graph/draw.ts';
export { drawPathGraph } from './path-graph/draw.ts';
export type { GraphMetric } from './path-graph/metric.ts';
export type { GraphOrder, Stage } from './path-graph/order.ts';
export { orderGraph } from './path-graph/order.ts';
export type { Direction } from './path-graph/place.ts';
export type { RouteDiffOptions } from './routes/diff.ts';
export { drawRouteDiff } from './routes/diff.ts';
export type { RoutesOptions } from './routes/draw.ts';
export { drawRoutes } from './routes/draw.ts';
export type {
  Circle,
  FocusStop,
  Group,
  Line,
  Paint,
  Path,
  Rect,
  Scene,
  SceneNode,
  Text,
} from './scene/scene.ts';
export type { SvgOptions } from './scene/svg.ts';
export { toSvg } from './scene/svg.ts';
export type { Weight } from './scene/text-width.ts';
export { fitText, textWidth, wrapText } from './scene/text-width.ts';
export type { Column, ColumnKind, Table } from './table/table.ts';
export { csvCell, tableToCsv } from './table/table.ts';
export {
  activitiesTable,
  cohortsTable,
  flowTable,
  funnelTable,
  loopTable,
  pathGraphEdgesTable,
  pathGraphNodesTable,
  routesTable,
  summaryTable,
  timelineTable,
} from './table/tables.ts';
export type { Channel } from './theme/channels.ts';
export { CHANNELS, channelIcon, channelOf } from './theme/channels.ts';
export type { GlyphKind } from './theme/glyphs.ts';
export { face, glyph } from './theme/glyphs.ts';
export type { ThemeName, TokenName } from './theme/tokens.ts';
export { FONT_FAMILY, TOKENS, themeCss } from './theme/tokens.ts';
export type { TimelineOptions } from './timeline/draw.ts';
export { drawTimeline } from './timeline/draw.ts';
export type { CutGap, Lane, PlacedMoment, TimelineLayout, TimelineLayoutOptions } from './timeline/lay.ts';
export { layTimeline } from './timeline/lay.ts';
export type { WatchChartData, WatchChartOptions, WatchPoint } from './watch-chart/draw.ts';
export { drawWatchChart } from './watch-chart/draw.ts';
export { answeredWords } from './words/answered-words.ts';
export {
  formatDate,
  formatDateTime,
  formatDay,
  formatDayNear,
  formatMonth,
  formatRange,
  formatTime,
} from './words/calendar.ts';
export type { ChangeContext, ChangeWords } from './words/change-words.ts';
export { changeOwner, changeWords } from './words/change-words.ts';
export { cohortsSentence } from './words/cohorts-sentence.ts';
export { flowSentence } from './words/flow-sentence.ts';
export {
  counted,
  formatCount,
  formatDuration,
  formatNumber,
  formatShare,
  formatWait,
  listed,
  ordinal,
  PLAIN_COUNT_BELOW,
} from './words/format.ts';
export { funnelSentence } from './words/funnel-sentence.ts';
export { letterLinkWords } from './words/letter-words.ts';
export { loopSentence } from './words/loop-sentence.ts';
export { MAP_DEFINITIONS } from './words/map-definitions.ts';
export { mapSentenceText } from './words/map-sentence.ts';
export { comparedWords, STATUS_WORDS, VERDICT_WORDS } from './words/map-words.ts';
export { pathGraphSentence } from './words/path-graph-sentence.ts';
export { routesSentence } from './words/routes-sentence.ts';
export type { Sentence } from './words/sentence.ts';
export { textOf } from './words/sentence.ts';
export { summarySentence } from './words/summary-sentence.ts';
export { timelineSentence } from './words/timeline-sentence.ts';
export type { AlertWords, Figure as WatchFigure, MeasuredTitles } from './words/watch-words.ts';
export { alertSentence, figureWords, measuredName, usualWords, valueWords } from './words/watch-words.ts';
