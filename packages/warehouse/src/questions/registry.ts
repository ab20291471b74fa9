import { activities } from './activities.ts';
import { comments } from './comments.ts';
import { feedback } from './feedback.ts';
import { flow } from './flow.ts';
import { funnel } from './funnel.ts';
import { journeyDays } from './journey-days.ts';
import { journeyGaps } from './journey-gaps.ts';
import { journeyMap } from './journey-map.ts';
import { journeySeries } from './journey-series.ts';
import { pathGraph } from './path-graph.ts';
import { people } from './people.ts';
import { phrases } from './phrases.ts';
import { praise } from './praise.ts';
import { retention } from './retention.ts';
import { series } from './series.ts';
import { silent } from './silent.ts';
import { summary } from './summary.ts';
import { themes } from './themes.ts';
import { timeline } from './timeline.ts';
import { variants } from './variants.ts';

/** Every question under the name that the contract gives it. */
export const questions = {
  summary,
  'path-graph': pathGraph,
  variants,
  funnel,
  flow,
  retention,
  activities,
  timeline,
  people,
  'journey-map': journeyMap,
  'journey-gaps': journeyGaps,
  'journey-days': journeyDays,
  feedback,
  comments,
  phrases,
  themes,
  silent,
  praise,
  series,
  'journey-series': journeySeries,
} as const;
