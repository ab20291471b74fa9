import type {
  Activities,
  Answer,
  Comments,
  Feedback,
  Flow,
  Funnel,
  JourneyDays,
  JourneyGaps,
  JourneyMap,
  JourneySeries,
  PathGraph,
  People,
  Phrases,
  Praise,
  Retention,
  Series,
  Silent,
  Summary,
  Themes,
  Timeline,
  Variants,
} from '@continuo/core';
import type { z } from 'zod';
import {
  activitiesInput,
  commentsInput,
  feedbackInput,
  flowInput,
  funnelInput,
  journeyDaysInput,
  journeyGapsInput,
  journeyMapInput,
  journeySeriesInput,
  pathGraphInput,
  peopleInput,
  phrasesInput,
  praiseInput,
  retentionInput,
  seriesInput,
  silentInput,
  summaryInput,
  themesInput,
  timelineInput,
  variantsInput,
} from './inputs.ts';

/** One entry a question: API, CLI, OpenAPI and the web client are all derived from it. */
export const QUESTIONS = {
  summary: { title: 'What is there, in one look', input: summaryInput, draws: null },
  'path-graph': {
    title: 'Which activity follows which, how often and how fast',
    input: pathGraphInput,
    draws: 'path-graph',
  },
  variants: {
    title: 'Which routes customers take, and how many are still unseen',
    input: variantsInput,
    draws: 'variants',
  },
  funnel: {
    title: 'How many people reach each step, in order, within the window',
    input: funnelInput,
    draws: 'funnel',
  },
  flow: { title: 'What customers do before and after an activity', input: flowInput, draws: 'flow' },
  retention: { title: 'Who comes back, when, and where they re-enter', input: retentionInput, draws: 'loop' },
  activities: { title: 'How much happens where, and what is done again', input: activitiesInput, draws: null },
  timeline: { title: 'Everything one person lived, across channels', input: timelineInput, draws: 'timeline' },
  people: { title: 'The people behind a number', input: peopleInput, draws: null },
  'journey-map': {
    title: 'How customers live a journey, step by step, beside its map (unit journey)',
    input: journeyMapInput,
    draws: null,
  },
  'journey-gaps': {
    title: 'Where plan and life part, for how many, and since when (unit journey)',
    input: journeyGapsInput,
    draws: null,
  },
  'journey-days': {
    title: 'What happened at each step of a map day by day, and what is unsteady (unit journey)',
    input: journeyDaysInput,
    draws: null,
  },
  feedback: {
    title: 'What customers answered, where, and over time',
    input: feedbackInput,
    draws: null,
  },
  comments: { title: 'What customers wrote, newest first', input: commentsInput, draws: null },
  phrases: { title: 'What customers say here more than elsewhere', input: phrasesInput, draws: null },
  themes: { title: 'What customers speak of, by the themes of the codebook', input: themesInput, draws: null },
  silent: { title: 'Whether those who did not answer called or left more often', input: silentInput, draws: null },
  praise: { title: 'Moments that customers loved', input: praiseInput, draws: null },
  series: { title: 'How often something happens, hour by hour or day by day', input: seriesInput, draws: null },
  'journey-series': {
    title: 'How a journey and each of its steps go, day by day (unit journey)',
    input: journeySeriesInput,
    draws: null,
  },
} as const;

export type QuestionName = keyof typeof QUESTIONS;
export type QuestionInput<Name extends QuestionName> = z.output<(typeof QUESTIONS)[Name]['input']>;
/** What a caller may write: defaults may be left out. */
export type QuestionAsk<Name extends QuestionName> = z.input<(typeof QUESTIONS)[Name]['input']>;

/** Result type of each question. */
export interface QuestionResults {
  readonly summary: Summary;
  readonly 'path-graph': PathGraph;
  readonly variants: Variants;
  readonly funnel: Funnel;
  readonly flow: Flow;
  readonly retention: Retention;
  readonly activities: Activities;
  readonly timeline: Timeline;
  readonly people: People;
  readonly 'journey-map': JourneyMap;
  readonly 'journey-gaps': JourneyGaps;
  readonly 'journey-days': JourneyDays;
  readonly feedback: Feedback;
  readonly comments: Comments;
  readonly phrases: Phrases;
  readonly themes: Themes;
  readonly silent: Silent;
  readonly praise: Praise;
  readonly series: Series;
  readonly 'journey-series': JourneySeries;
}

export type AnswerOf<Name extends QuestionName> = Answer<QuestionResults[Name]>;

/** True for the name of a known question. */
export function isQuestionName(name: string): name is QuestionName {
  return Object.hasOwn(QUESTIONS, name);
}
