import { type AnswerOf, QUESTIONS, type QuestionAsk, type QuestionInput, type QuestionName } from '@continuo/contract';
import { type People, Problem } from '@continuo/core';
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
  routesTable,
  type Scene,
  summaryTable,
  type Table,
  timelineTable,
} from '@continuo/diagram';
import {
  commentsTable,
  feedbackTable,
  phrasesTable,
  praiseTable,
  silentTable,
  themesTable,
} from './feedback-tables.ts';
import { journeyDaysTable, journeyGapsTable, journeyMapTable } from './journey-tables.ts';
import { journeySeriesTable, seriesTable } from './series-tables.ts';

/** A question with what was asked and what came out: all that a picture or a table needs. */
export type Asked = {
  [Name in QuestionName]: { readonly name: Name; readonly input: QuestionInput<Name>; readonly answer: AnswerOf<Name> };
}[QuestionName];

/** Puts name, input (with its defaults) and answer together. Throws zod's error for bad input. */
export function asked<Name extends QuestionName>(name: Name, input: QuestionAsk<Name>, answer: AnswerOf<Name>): Asked {
  return { name, input: QUESTIONS[name].input.parse(input), answer } as Asked;
}

export interface DrawOptions {
  /** CSS pixels. */
  readonly width: number;
  readonly timeZone: string;
}

/** Picture of an answer. Throws `question.unknown` for questions that have none. */
export function sceneOf({ name, input, answer }: Asked, { width, timeZone }: DrawOptions): Scene {
  switch (name) {
    case 'path-graph':
      return drawPathGraph(answer.result, { width, metric: 'customers' });
    case 'variants':
      return drawRoutes(answer.result, { width, runs: answer.population.runs });
    case 'funnel':
      return drawFunnel(answer.result, { width, input });
    case 'flow':
      return drawFlow(answer.result, { width, input });
    case 'retention':
      return drawLoop(answer.result.loop, { width, lapGapMs: input.lapGapMs });
    case 'timeline':
      return drawTimeline(answer.result, { width, timeZone });
    case 'summary':
    case 'activities':
    case 'people':
    case 'journey-map':
    case 'journey-gaps':
    case 'journey-days':
    case 'feedback':
    case 'comments':
    case 'phrases':
    case 'themes':
    case 'silent':
    case 'praise':
    case 'series':
    case 'journey-series':
      throw new Problem('question.unknown', `“${name}” has no picture; ask for csv or json.`);
  }
}

/** The same answer as rows. */
export function tableOf({ name, input, answer }: Asked): Table {
  switch (name) {
    case 'path-graph':
      return pathGraphEdgesTable(answer.result);
    case 'variants':
      return routesTable(answer.result);
    case 'funnel':
      return funnelTable(answer.result, input);
    case 'flow':
      return flowTable(answer.result, input);
    case 'retention':
      return cohortsTable(answer.result, input);
    case 'timeline':
      return timelineTable(answer.result);
    case 'summary':
      return summaryTable(answer.result);
    case 'activities':
      return activitiesTable(answer.result);
    case 'people':
      return peopleTable(answer.result);
    case 'journey-map':
      return journeyMapTable(answer.result);
    case 'journey-gaps':
      return journeyGapsTable(answer.result);
    case 'journey-days':
      return journeyDaysTable(answer.result);
    case 'feedback':
      return feedbackTable(answer.result);
    case 'comments':
      return commentsTable(answer.result);
    case 'phrases':
      return phrasesTable(answer.result);
    case 'themes':
      return themesTable(answer.result);
    case 'silent':
      return silentTable(answer.result);
    case 'praise':
      return praiseTable(answer.result);
    case 'series':
      return seriesTable(answer.result, input);
    case 'journey-series':
      return journeySeriesTable(answer.result);
  }
}

function peopleTable({ rows }: People): Table {
  return {
    id: 'people',
    title: 'The people behind the number',
    columns: [
      { id: 'run', label: 'Journey', kind: 'text' },
      { id: 'person', label: 'Person', kind: 'text' },
      { id: 'key', label: 'Case', kind: 'text' },
      { id: 'start', label: 'First event', kind: 'time' },
      { id: 'last', label: 'Last event', kind: 'time' },
      { id: 'events', label: 'Events', kind: 'count' },
      { id: 'activity', label: 'Last activity', kind: 'text' },
    ],
    rows: rows.map((row) => [row.run, row.person, row.key, row.startMs, row.lastMs, row.events, row.lastActivity]),
  };
}
