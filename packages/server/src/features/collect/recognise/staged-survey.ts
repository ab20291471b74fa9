import type { ColumnFacts } from '../guess/column-facts.ts';
import { guessScale } from '../guess/guess-scale.ts';
import { headerScore } from '../guess/header-words.ts';
import type { Recogniser } from './recognise.ts';
import { answersOf } from './survey-answers.ts';

/** Names of a column that says at which moment of a journey somebody was asked. */
const STAGE =
  /^(journey[ _]?)?(stage|step|touch[ _]?point|phase|moment|milestone)([ _]?(name|of[ _]journey))?$|^survey[ _]?(sub[ _]?)?type$|^(etappe|schritt|kontaktpunkt|étape|etapa|paso|fase)$/i;
const MOST_STAGES = 60;

/**
 * Answers of a survey that was asked at several moments of a journey: a score, and a column that names the moment. Each becomes an
 * answer of its moment, which a step of a map can match.
 */
export const recogniseStagedSurvey: Recogniser = (columns) => {
  const stage = columns.find(isStage);
  const scored = columns.find(
    (column) => column !== stage && guessScale(column) !== null && headerScore(column.name, 'score').score > 0,
  );
  if (stage === undefined || scored === undefined) return null;
  return {
    name: 'Survey answers by stage',
    mapping: {
      activity: stage.name,
      activityName: null,
      caseKey: null,
      lifecycle: null,
      ...answersOf(columns, new Set([stage.name])),
      score: scored.name,
      scale: guessScale(scored),
    },
  };
};

function isStage(column: ColumnFacts): boolean {
  const isFew = column.distinct >= 2 && column.distinct <= MOST_STAGES;
  return STAGE.test(column.name.trim()) && isFew && column.filled >= column.rows * 0.9 && column.numeric < 0.1;
}
