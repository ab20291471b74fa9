import { Problem, type ProblemCode } from '@continuo/core';

/** ClickHouse error codes that callers act upon; every other one is `engine.failed`. */
const CODES: Readonly<Record<number, ProblemCode>> = {
  159: 'engine.timeout', // TIMEOUT_EXCEEDED
  160: 'engine.timeout', // TOO_SLOW
  209: 'engine.timeout', // SOCKET_TIMEOUT; over HTTP it comes with status 200 when the body was not read to its end
  394: 'engine.cancelled', // QUERY_WAS_CANCELLED
  734: 'engine.cancelled', // QUERY_WAS_CANCELLED_BY_CLIENT
  173: 'engine.memory', // CANNOT_ALLOCATE_MEMORY
  241: 'engine.memory', // MEMORY_LIMIT_EXCEEDED
  243: 'engine.disk_full', // NOT_ENOUGH_SPACE
  202: 'engine.overloaded', // TOO_MANY_SIMULTANEOUS_QUERIES
  252: 'engine.overloaded', // TOO_MANY_PARTS
  439: 'engine.overloaded', // CANNOT_SCHEDULE_TASK
  745: 'engine.overloaded', // SERVER_OVERLOADED
  210: 'engine.unreachable', // NETWORK_ERROR
  279: 'engine.unreachable', // ALL_CONNECTION_TRIES_FAILED
};

const MESSAGES: Readonly<Partial<Record<ProblemCode, string>>> = {
  'engine.timeout': 'The question took longer than it may. Ask for a shorter time range or fewer steps.',
  'engine.cancelled': 'The question was cancelled.',
  'engine.memory': 'The question needs more memory than it may use. Ask for a shorter time range or fewer steps.',
  'engine.disk_full': 'The disk of the warehouse is full. Nothing of this batch was kept; make room and send it again.',
  'engine.overloaded': 'The warehouse is busy. Try again in a moment.',
  'engine.unreachable': 'The warehouse does not answer. Check that it runs and that its address is right.',
};

/**
 * What an engine said, as one of our typed problems. `details` keep the engine's own code, its first line and the
 * statement's text (which holds no values: they travel as parameters). A `Problem` passes through unchanged.
 */
export function engineProblem(error: unknown, statement: string): Problem {
  if (error instanceof Problem) return error;
  const said = (error as Error).message ?? String(error);
  const engineCode = codeOf(error, said);
  const code = problemCode(said, engineCode);
  const message = MESSAGES[code] ?? `The warehouse refused a statement: ${firstSentence(said)}`;
  return new Problem(code, message, {
    cause: error,
    details: { engineCode, engineSaid: firstSentence(said), statement },
  });
}

/** The client of a server gives the code as `code`; chDB only says it, at the beginning of its message. */
function codeOf(error: unknown, said: string): number | undefined {
  const given = Number((error as { code?: unknown }).code);
  if (Number.isInteger(given) && given > 0) return given;
  const told = /^(?:Query failed: )?Code: (\d+)\./.exec(said)?.[1];
  return told === undefined ? undefined : Number(told);
}

function problemCode(said: string, engineCode: number | undefined): ProblemCode {
  // A full disk shows as whatever write failed (codes 75, 76, 1001, …); errno 28 is what they share.
  if (/No space left on device|errno: 28\b/.test(said)) return 'engine.disk_full';
  if (engineCode !== undefined) return CODES[engineCode] ?? 'engine.failed';
  if (/ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|EHOSTUNREACH|socket hang up/i.test(said))
    return 'engine.unreachable';
  if (/timeout/i.test(said)) return 'engine.timeout';
  return 'engine.failed';
}

function firstSentence(said: string): string {
  return said
    .replace(/^Query failed: /, '')
    .replace(/(Code: \d+\. DB::Exception: )+/g, '')
    .replace(/\(version [^)]*\)/g, '')
    .trim()
    .slice(0, 600);
}
