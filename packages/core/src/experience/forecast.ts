/** What is known before asking. */
export interface ForecastInput {
  /** People the moment happened to in the last 28 days. */
  readonly people: number;
  /** Share of them who may be asked, 0 … 1. */
  readonly share: number;
  /** Of those asked so far, the ones who answered. */
  readonly asked: number;
  readonly answered: number;
}

export interface Forecast {
  readonly people: number;
  /** People who would be asked in the next 28 days. */
  readonly toAsk: number;
  /** Answers to expect from them. */
  readonly answers: number;
  /** Answered of 100 asked, as reckoned with. */
  readonly of100: number;
  /** `seen`: from those asked so far (at least 30). `assumed`: nobody knows yet, 15 of 100 is taken. */
  readonly basis: 'seen' | 'assumed';
  /** Days until 30 answers, when a score may be shown; null: never at this pace. */
  readonly daysTo30: number | null;
}

/** Answers from 100 people asked, as long as fewer than `FORECAST_NEEDS` were asked: a cautious guess, said to be one. */
export const ASSUMED_OF_100 = 15;
export const FORECAST_NEEDS = 30;
/** Days that are counted and foretold. */
export const FORECAST_DAYS = 28;

/** Answers to expect in the next 28 days, when they are like the last 28. Whole people, rounded; nobody gives none. */
export function forecastAnswers({ people, share, asked, answered }: ForecastInput): Forecast {
  const isSeen = asked >= FORECAST_NEEDS;
  const of100 = isSeen ? (100 * answered) / asked : ASSUMED_OF_100;
  const toAsk = Math.round(people * share);
  const answers = Math.round((toAsk * of100) / 100);
  return {
    people,
    toAsk,
    answers,
    of100: Math.round(of100),
    basis: isSeen ? 'seen' : 'assumed',
    daysTo30: answers === 0 ? null : Math.ceil((30 * FORECAST_DAYS) / answers),
  };
}
