import { expect, test } from 'vitest';
import { type ForecastInput, forecastAnswers } from './forecast.ts';

test.each<[string, ForecastInput, object]>([
  [
    'nobody was asked yet: an assumption that says so',
    { people: 1000, share: 0.5, asked: 0, answered: 0 },
    { people: 1000, toAsk: 500, answers: 75, of100: 15, basis: 'assumed', daysTo30: 12 },
  ],
  [
    '29 asked are too few to reckon with',
    { people: 100, share: 1, asked: 29, answered: 29 },
    { people: 100, toAsk: 100, answers: 15, of100: 15, basis: 'assumed', daysTo30: 56 },
  ],
  [
    'from those asked so far',
    { people: 100, share: 1, asked: 30, answered: 12 },
    { people: 100, toAsk: 100, answers: 40, of100: 40, basis: 'seen', daysTo30: 21 },
  ],
  [
    'nobody answers',
    { people: 100, share: 1, asked: 50, answered: 0 },
    { people: 100, toAsk: 100, answers: 0, of100: 0, basis: 'seen', daysTo30: null },
  ],
  [
    'nobody comes',
    { people: 0, share: 1, asked: 0, answered: 0 },
    { people: 0, toAsk: 0, answers: 0, of100: 15, basis: 'assumed', daysTo30: null },
  ],
])('%s', (_, input, forecast) => expect(forecastAnswers(input)).toEqual(forecast));
