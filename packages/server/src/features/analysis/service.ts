import {
  type AnswerOf,
  isQuestionName,
  QUESTIONS,
  type QuestionAsk,
  type QuestionName,
  type ScopeInput,
} from '@continuo/contract';
import { Problem } from '@continuo/core';
import { type AskOptions, ask, questions } from '@continuo/warehouse';
import type { Services } from '../../platform/services.ts';
import { askingFor } from './asking.ts';

export interface AskRequest<Name extends QuestionName> {
  readonly question: Name;
  readonly scope?: ScopeInput;
  readonly input?: QuestionAsk<Name>;
  readonly options?: AskOptions;
}

/** Asks one question of one workspace: schema, scope, SQL, answer. Throws zod's error for bad input, engine problems else. */
export async function askQuestion<Name extends QuestionName>(
  services: Pick<Services, 'warehouse' | 'state'>,
  workspace: number,
  request: AskRequest<Name>,
): Promise<AnswerOf<Name>> {
  const input = QUESTIONS[request.question].input.parse(request.input ?? {});
  if (request.question.startsWith('journey-') && request.scope?.unit !== 'journey')
    throw new Problem(
      'input.invalid',
      `“${request.question}” looks at a map: the scope needs the unit “journey” and the journey's key.`,
    );
  const asking = await askingFor(services, workspace, request.scope ?? {}, request.options);
  return (await ask(request.question, questions[request.question] as never, input as never, asking)) as AnswerOf<Name>;
}

/** The question of this name. Throws `question.unknown`, naming those that exist. */
export function questionNamed(name: string): QuestionName {
  if (isQuestionName(name)) return name;
  throw new Problem(
    'question.unknown',
    `There is no question “${name}”. There are: ${Object.keys(QUESTIONS).join(', ')}.`,
  );
}
