import { Problem } from '@continuo/core';

/** Why a statement failed, the same words on both engines (`details.reason` of the problem). */
export type FailureReason = 'duplicate' | 'constraint' | 'busy' | 'disk_full' | 'unreachable' | 'closed' | 'other';

// SQLite's extended result names and PostgreSQL's SQLSTATEs (appendix A of its manual), by prefix; the first match counts.
const REASONS: readonly (readonly [prefix: string, reason: FailureReason])[] = [
  ['SQLITE_CONSTRAINT_UNIQUE', 'duplicate'],
  ['SQLITE_CONSTRAINT_PRIMARYKEY', 'duplicate'],
  ['SQLITE_CONSTRAINT', 'constraint'],
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['SQLITE_FULL', 'disk_full'],
  ['SQLITE_CANTOPEN', 'unreachable'],
  ['23505', 'duplicate'],
  ['23', 'constraint'],
  ['40', 'busy'],
  ['55P03', 'busy'],
  ['53100', 'disk_full'],
  ['53300', 'busy'],
  ['57P', 'unreachable'],
  ['08', 'unreachable'],
  ['28', 'unreachable'],
  ['3D000', 'unreachable'],
  ['ECONN', 'unreachable'],
  ['ENOENT', 'unreachable'],
  ['ENOTFOUND', 'unreachable'],
  ['ETIMEDOUT', 'unreachable'],
];

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

/** An engine's error as `state.failed` with a reason both engines share; a `Problem` stays what it is. */
export function stateProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const code = codeOf(error);
  const reason = REASONS.find(([prefix]) => code.startsWith(prefix))?.[1] ?? 'other';
  const message = error instanceof Error ? error.message : String(error);
  return new Problem('state.failed', `The state store refused: ${message}`, {
    details: { reason, code },
    cause: error,
  });
}
