import type { SurveyForecast } from '@continuo/contract';
import { FORECAST_DAYS, forecastAnswers, type Survey } from '@continuo/core';
import { type AskOptions, peopleAt } from '@continuo/warehouse';
import type { Services } from '../../platform/services.ts';
import { momentSources, placeOf } from './survey-place.ts';

const DAY_MS = 86_400_000;

/** Answers to expect in the next 28 days, from whom the survey's step happened to in the 28 days up to the newest event. */
export async function foretell(
  services: Services,
  workspace: number,
  survey: Survey,
  options: AskOptions = {},
): Promise<SurveyForecast> {
  const { state, warehouse } = services;
  const [sources, last, counts] = await Promise.all([
    momentSources(services, workspace),
    state.builds.last(state.db, workspace),
    state.surveyInvitations.counts(state.db, workspace),
  ]);
  const own = counts.filter((one) => one.survey === survey.key);
  const sum = (of: (one: (typeof own)[number]) => number): number => own.reduce((total, one) => total + of(one), 0);
  const dataAsOfMs = last?.dataAsOfMs || null;
  const people =
    dataAsOfMs === null || sources.length === 0
      ? 0
      : await peopleAt(
          warehouse,
          {
            workspace,
            sources,
            ...(await placeOf(services, workspace, survey)),
            fromMs: dataAsOfMs - FORECAST_DAYS * DAY_MS,
            toMs: dataAsOfMs + 1,
          },
          options,
        );
  const forecast = forecastAnswers({
    people,
    share: survey.share,
    asked: sum(({ invited }) => invited),
    answered: sum(({ answered }) => answered),
  });
  return { ...forecast, dataAsOfMs };
}
