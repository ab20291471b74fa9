export type { NodeMark } from './path-graph/card.ts';
export type { PathGraphOptions } from './path-graph/draw.ts';
export { drawPathGraph } from './path-graph/draw.ts';
export type { GraphMetric } from './path-graph/metric.ts';
export type { GraphOrder, Stage } from './path-graph/order.ts';
export { orderGraph } from './path-graph/order.ts';
export type { Direction } from './path-graph/place.ts';
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
export type { Channel } from './theme/channels.ts';
export { CHANNELS, channelIcon, channelOf } from './theme/channels.ts';
export type { GlyphKind } from './theme/glyphs.ts';
export { face, glyph } from './theme/glyphs.ts';
export type { ThemeName, TokenName } from './theme/tokens.ts';
export { FONT_FAMILY, TOKENS, themeCss } from './theme/tokens.ts';
export { formatDate, formatDateTime, formatDay, formatMonth, formatRange, formatTime } from './words/calendar.ts';
export {
  counted,
  formatCount,
  formatDuration,
  formatNumber,
  formatShare,
  formatWait,
  listed,
  PLAIN_COUNT_BELOW,
} from './words/format.ts';
export { pathGraphSentence } from './words/path-graph-sentence.ts';
export type { Sentence } from './words/sentence.ts';
export { textOf } from './words/sentence.ts';
