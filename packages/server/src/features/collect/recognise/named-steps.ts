import { VOICE_PROPERTIES } from '@continuo/core';
import { guessScale } from '../guess/guess-scale.ts';
import { headerScore } from '../guess/header-words.ts';
import { fullColumn } from './columns.ts';
import type { Recogniser } from './recognise.ts';

/**
 * Answers that say which step of which map they are about: a score, and columns named `journey` (the key of a map) and `step` (the id
 * of a step). Both stay properties, by which the answers become voices of that step.
 */
export const recogniseNamedSteps: Recogniser = (columns) => {
  const [journey, step] = [fullColumn(columns, VOICE_PROPERTIES.journey), fullColumn(columns, VOICE_PROPERTIES.step)];
  const scored = columns.find(
    (column) => guessScale(column) !== null && headerScore(column.name, 'score').score > 0 && column.name !== step,
  );
  if (journey !== VOICE_PROPERTIES.journey || step !== VOICE_PROPERTIES.step || scored === undefined) return null;
  return {
    name: 'Answers that name a step of a map',
    mapping: {
      activity: null,
      activityName: 'Survey answered',
      lifecycle: null,
      score: scored.name,
      scale: guessScale(scored),
    },
  };
};
