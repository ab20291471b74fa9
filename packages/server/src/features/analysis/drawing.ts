import type { AnswerOf, QuestionName } from '@continuo/contract';
import { Problem } from '@continuo/core';
import {
  activitiesTable,
  cohortsTable,
  drawFlow,
  drawFunnel,
  drawLoop,
  drawPathGraph,
  drawRoutes,
  drawTimeline,
  flowTable,
  funnelTable,
  pathGraphEdgesTable,
  peopleTable,
  routesTable,
  type Scene,
  summaryTable,
  type Table,
  timelineTable,
} from '@continuo/diagram';

export interface DrawOptions {
  /** CSS pixels. */
  readonly width: number;
  readonly timeZone: string;
}

/** Picture of an answer. Throws `question.unknown` for questions that have none. */
export function sceneOf(name: QuestionName, answer: AnswerOf<QuestionName>, { width, timeZone }: DrawOptions): Scene {
  const result = answer.result as never;
  switch (name) {
    case 'path-graph':
      return drawPathGraph(result, { width, metric: 'customers' });
    case 'variants':
      return drawRoutes(result, { width });
    case 'funnel':
      return drawFunnel(result, { width });
    case 'flow':
      return drawFlow(result, { width });
    case 'retention':
      return drawLoop(result, { width });
    case 'timeline':
      return drawTimeline(result, { width, timeZone });
    case 'summary':
    case 'activities':
    case 'people':
      throw new Problem('question.unknown', `“${name}” has no picture; ask for csv or json.`);
  }
}

/** The same answer as rows. */
export function tableOf(
  name: QuestionName,
  answer: AnswerOf<QuestionName>,
  { timeZone }: Pick<DrawOptions, 'timeZone'>,
): Table {
  const result = answer.result as never;
  switch (name) {
    case 'path-graph':
      return pathGraphEdgesTable(result);
    case 'variants':
      return routesTable(result);
    case 'funnel':
      return funnelTable(result);
    case 'flow':
      return flowTable(result);
    case 'retention':
      return cohortsTable(result, timeZone);
    case 'timeline':
      return timelineTable(result, timeZone);
    case 'summary':
      return summaryTable(result);
    case 'activities':
      return activitiesTable(result);
    case 'people':
      return peopleTable(result);
  }
}
