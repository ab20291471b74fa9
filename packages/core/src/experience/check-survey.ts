import { MOST_QUESTIONS, QUESTION_SCALES, type Survey, scoredQuestion, USUAL_QUESTIONS } from './survey.ts';

/** One thing a check found, in plain words, with what to do. Errors keep a survey from opening. */
export interface SurveyFinding {
  readonly severity: 'error' | 'warning';
  readonly code:
    | 'no-questions'
    | 'too-many'
    | 'long'
    | 'same-id'
    | 'two-scores'
    | 'other-scale'
    | 'no-who'
    | 'no-title'
    | 'no-language'
    | 'no-journey'
    | 'unknown-journey'
    | 'unknown-step'
    | 'after-nothing'
    | 'no-why'
    | 'nobody';
  /** Id of the question that is meant; null: the whole survey. */
  readonly question: string | null;
  readonly words: string;
  readonly todo: string;
}

/** What a survey is held against. */
export interface SurveySurroundings {
  /** Step ids of its map; null: there is no map of that key. */
  readonly steps: readonly string[] | null;
  /** The other surveys of the same map that are open or were answered. */
  readonly siblings: readonly Pick<Survey, 'title' | 'questions'>[];
}

/** Checks a survey: errors first. Empty: it may open as it is. */
export function checkSurvey(survey: Survey, around: SurveySurroundings): readonly SurveyFinding[] {
  const found = [...checkQuestions(survey), ...checkPlace(survey, around), ...checkWords(survey)];
  return [...found.filter(isError), ...found.filter((one) => !isError(one))];
}

const isError = ({ severity }: SurveyFinding): boolean => severity === 'error';

/** Whether a survey may open: nothing found is an error. */
export function canOpen(findings: readonly SurveyFinding[]): boolean {
  return !findings.some(isError);
}

const finding = (
  severity: SurveyFinding['severity'],
  code: SurveyFinding['code'],
  words: string,
  todo: string,
  question: string | null = null,
): SurveyFinding => ({ severity, code, question, words, todo });

function checkQuestions({ questions, isLong }: Survey): SurveyFinding[] {
  const found: SurveyFinding[] = [];
  if (questions.length === 0) found.push(finding('error', 'no-questions', 'It asks nothing yet.', 'Add a question.'));
  if (questions.length > MOST_QUESTIONS)
    found.push(
      finding(
        'error',
        'too-many',
        `It asks ${questions.length} questions; ${MOST_QUESTIONS} is all there can be.`,
        'Take some out.',
      ),
    );
  else if (questions.length > USUAL_QUESTIONS)
    found.push(
      finding(
        isLong ? 'warning' : 'error',
        'long',
        `It asks ${questions.length} questions. Each one beyond ${USUAL_QUESTIONS} costs answers.`,
        isLong ? 'Ask only what you will act on.' : 'Take some out, or say yes to a long survey.',
      ),
    );
  const seen = new Set<string>();
  for (const { id } of questions) {
    if (seen.has(id))
      found.push(finding('error', 'same-id', `Two questions are called “${id}”.`, 'Give one another id.', id));
    seen.add(id);
  }
  const scored = questions.filter(({ kind }) => kind in QUESTION_SCALES);
  for (const { id } of scored.slice(1))
    found.push(
      finding('error', 'two-scores', 'It asks for two scores.', 'Keep one; two scales cannot be added up.', id),
    );
  return found;
}

function checkPlace(survey: Survey, { steps, siblings }: SurveySurroundings): SurveyFinding[] {
  const { journey, step, afterHours } = survey;
  const found: SurveyFinding[] = [];
  if (afterHours !== null && (journey === null || step === null))
    found.push(
      finding(
        'error',
        'after-nothing',
        'It asks by itself after a step, and belongs to none.',
        'Choose its step, or let it ask nobody by itself.',
      ),
    );
  if (journey === null)
    return [
      ...found,
      finding(
        'warning',
        'no-journey',
        'It belongs to no map: answers land on no step.',
        'Choose the map and its step.',
      ),
    ];
  if (steps === null)
    return [
      ...found,
      finding('error', 'unknown-journey', `There is no map “${journey}”.`, 'Choose one that is there.'),
    ];
  if (step !== null && !steps.includes(step))
    found.push(finding('error', 'unknown-step', `The map has no step “${step}”.`, 'Choose one of its steps.'));
  const own = scoredQuestion(survey);
  const other = siblings.find((sibling) => {
    const theirs = scoredQuestion(sibling);
    return own !== null && theirs !== null && theirs.kind !== own.kind;
  });
  const theirs = other && scoredQuestion(other);
  if (own && other && theirs)
    found.push(
      finding(
        'error',
        'other-scale',
        `“${other.title}” asks on the same map from ${QUESTION_SCALES[theirs.kind].replace('-', ' to ')}; this one from ${QUESTION_SCALES[own.kind].replace('-', ' to ')}. Steps could not be compared.`,
        'Ask the same question with the same scale on all steps of a map.',
        own.id,
      ),
    );
  return found;
}

function checkWords({ title, who, why, languages, share }: Survey): SurveyFinding[] {
  const found: SurveyFinding[] = [];
  if (title.trim() === '') found.push(finding('error', 'no-title', 'It has no name.', 'Name it.'));
  if (who.trim() === '')
    found.push(finding('error', 'no-who', 'Customers would not know who asks.', 'Write the name they know you by.'));
  if (languages.length === 0)
    found.push(finding('error', 'no-language', 'It speaks no language.', 'Choose at least one.'));
  if (Object.keys(why).length === 0)
    found.push(
      finding(
        'warning',
        'no-why',
        'It gives only the usual reason for asking.',
        'Say in a sentence what you will do with the answers.',
      ),
    );
  if (share === 0) found.push(finding('error', 'nobody', 'Nobody would be asked.', 'Raise the share of customers.'));
  return found;
}
