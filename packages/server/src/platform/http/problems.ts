import type { ProblemDetails } from '@continuo/contract';
import { Problem, type ProblemCode } from '@continuo/core';
import { z } from 'zod';
import { invalidWords } from './invalid-words.ts';

/** The one table from codes to HTTP: the domain knows no status. */
const STATUS: Readonly<Record<ProblemCode, readonly [status: number, title: string]>> = {
  'input.invalid': [400, 'The request cannot be understood'],
  'question.unknown': [404, 'There is no such question'],
  'person.unknown': [404, 'There is no such person'],
  'run.unknown': [404, 'There is no such journey of a customer'],
  'workspace.unknown': [404, 'There is no such workspace'],
  'import.unknown': [404, 'There is no such import'],
  'import.unreadable': [422, 'The file cannot be read'],
  'import.mapping_incomplete': [422, 'The mapping is not complete'],
  'import.busy': [409, 'The import is not in a state for that'],
  'folder.busy': [503, 'The data folder is in use'],
  'engine.timeout': [504, 'The question took too long'],
  'engine.cancelled': [499, 'The question was cancelled'],
  'engine.memory': [507, 'The question needs more memory than it may have'],
  'engine.disk_full': [507, 'The disk is full'],
  'engine.overloaded': [503, 'Too much at once'],
  'engine.failed': [500, 'The engine failed'],
  'engine.unreachable': [503, 'The engine cannot be reached'],
  'state.failed': [500, 'The state store failed'],
  'secret.sealed': [500, 'A secret cannot be opened'],
  'migration.changed': [500, 'A migration was changed'],
  'request.refused': [403, 'The request was refused'],
  'login.required': [401, 'Please sign in'],
  'login.failed': [401, 'That did not work'],
  'login.slow': [429, 'Too many tries'],
  'access.denied': [403, 'This needs another role'],
  'account.unknown': [404, 'There is nothing by that number'],
  'account.conflict': [409, 'That cannot be done as things stand'],
  'link.unknown': [404, 'This link does not work'],
  'journey.unknown': [404, 'There is no such journey'],
  'journey.conflict': [409, 'There is a journey of this name already'],
  'journey.not_ready': [409, 'The numbers are not ready yet'],
  'journey.invalid': [422, 'The map cannot be published'],
  'touchpoint.unknown': [404, 'There is no such touchpoint'],
  'theme.unknown': [404, 'There is no such theme'],
  'survey.unknown': [404, 'There is no such survey'],
  'survey.conflict': [409, 'The survey is not in a state for that'],
  'survey.invalid': [422, 'The survey cannot be opened'],
  'request.too_many': [429, 'Too many at once'],
  'webhook.unknown': [404, 'There is no such webhook'],
  'webhook.refused': [422, 'This address cannot be a webhook'],
  'switched.off': [403, 'This is switched off here'],
  'callback.unknown': [404, 'There is no such call-back'],
  'callback.conflict': [409, 'The call-back is not in a state for that'],
  'calendar.unknown': [404, 'There is no such calendar'],
  'letter.unknown': [404, 'There is no such letter'],
  'team.unknown': [404, 'There is no such team'],
  'watch.unknown': [404, 'There is no such watch'],
  'alert.unknown': [404, 'There is no such alert'],
  internal: [500, 'Something broke'],
};

/** Problem details of whatever was thrown. Only problems of ours tell their message; others say nothing of the inside. */
export function problemDetails(error: unknown, requestId: string): ProblemDetails {
  const problem = asProblem(error);
  const [status, title] = STATUS[problem.code];
  return {
    type: `/help/problems#${problem.code}`,
    title,
    status,
    detail: problem.message,
    code: problem.code,
    requestId,
  };
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) {
    if (error.code !== 'engine.failed') return error;
    // The engine's own words may hold SQL and values: they belong in the log.
    return new Problem(
      'engine.failed',
      'The engine could not answer this. The server log has its message under the request id.',
      { cause: error },
    );
  }
  if (error instanceof z.ZodError) return new Problem('input.invalid', invalidWords(error), { cause: error });
  const status = (error as { statusCode?: number } | null)?.statusCode;
  if (status !== undefined && status >= 400 && status < 500)
    return new Problem('input.invalid', (error as Error).message, { cause: error });
  return new Problem(
    'internal',
    'Something broke on our side. Nothing you sent was lost on purpose; the server log has more under the request id.',
    { cause: error },
  );
}
