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
import { laneMark } from '../../platform/build-lane.ts';
import type { Services } from '../../platform/services.ts';
import { AnswerMemory, type Made } from './answer-memory.ts';
import { askingFor, scopeOf } from './asking.ts';
import { dependsOn } from './depends-on.ts';

/** 300 answers are what ten people look at in a morning; most are a few kB, a map with its comments 30 to 60 kB. */
const BOUNDS = { count: 300, bytes: 32 * 1024 * 1024 };

/** Answers by store: they are forgotten with it. */
const memories = new WeakMap<object, AnswerMemory>();

export interface AskRequest<Name extends QuestionName> {
  readonly question: Name;
  readonly scope?: ScopeInput;
  readonly input?: QuestionAsk<Name>;
  readonly options?: AskOptions;
}

/**
 * Asks one question of one workspace: schema, scope, SQL, answer. What was answered since the newest build is given again
 * (the same object: do not change it), and two who ask the same at once share one statement. Throws zod's error for bad
 * input, engine problems else.
 */
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
  const { question, options: { signal, ...rest } = {} } = request;
  const scope = scopeOf(workspace, request.scope ?? {});
  const make = async (options: AskOptions): Promise<AnswerOf<Name>> => {
    const asking = await askingFor(services, workspace, request.scope ?? {}, options);
    return (await ask(question, questions[question] as never, input as never, asking)) as AnswerOf<Name>;
  };
  // Stories are read once, and hold what people wrote.
  if (question === 'timeline') return make({ signal, ...rest });
  const asked = { question, scope, input };
  const depends = await dependsOn(services, asked);
  return memoryOf(services.warehouse).get(depends, signal, async (shared): Promise<Made<AnswerOf<Name>>> => {
    const mark = laneMark(services.warehouse, workspace);
    const answer = await make({ ...rest, signal: shared });
    // While runs are written an answer may hold old ones and new ones.
    const isQuiet = mark !== null && mark === laneMark(services.warehouse, workspace);
    const after = isQuiet ? await dependsOn(services, asked) : null;
    return { answer, isLasting: after?.era === depends.era && after.key === depends.key };
  });
}

function memoryOf(store: object): AnswerMemory {
  const memory = memories.get(store) ?? new AnswerMemory(BOUNDS);
  memories.set(store, memory);
  return memory;
}

/** The question of this name. Throws `question.unknown`, naming those that exist. */
export function questionNamed(name: string): QuestionName {
  if (isQuestionName(name)) return name;
  throw new Problem(
    'question.unknown',
    `There is no question “${name}”. There are: ${Object.keys(QUESTIONS).join(', ')}.`,
  );
}
