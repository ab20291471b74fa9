import type { Session } from 'chdb';
import type { CompiledSql } from '../sql.ts';
import { parameterText, quote } from './literal.ts';
import { ANSWER_SETTINGS } from './rows.ts';
import { MAX_QUERY_BYTES } from './statements.ts';

/** Threads of one statement; four lanes on two cores gain nothing from more. */
const MAX_THREADS = 2;
/** Distinct time limits for which a lane keeps a session; more than that is nobody's use. */
const MAX_SESSIONS = 8;

const CLEAN_ANSWER = '[\n{"clean":1}\n]\n';

/** One statement at a time. Its `comment` is the `log_comment` of whatever runs on it, so KILL can find it. */
export interface ChdbLane {
  readonly comment: string;
  /** Answers the statement's text in JSON, empty for commands. Not to be called again before it settled. */
  run(statement: CompiledSql, maxSeconds: number): Promise<string>;
  close(): void;
}

interface LaneOptions {
  readonly comment: string;
  readonly statementBytes: number;
  readonly readOnly: boolean;
  readonly connect: () => Session;
}

/**
 * A reader's sessions are `readonly = 1` for good: no writing, no file(), no url(), and no setting can be changed any
 * more, the time limit included. So a lane keeps one session for each time limit; another session costs 0.6 ms.
 */
export function createChdbLane({ comment, statementBytes, readOnly, connect }: LaneOptions): ChdbLane {
  const sessions = new Map<number, Session>();

  const sessionFor = (maxSeconds: number): Session => {
    const known = sessions.get(maxSeconds);
    if (known) return known;
    const [oldest] = sessions;
    if (oldest && sessions.size >= MAX_SESSIONS) {
      sessions.delete(oldest[0]);
      oldest[1].close();
    }
    const session = connect();
    session.query(
      `SET ${assignments({
        ...ANSWER_SETTINGS,
        log_comment: comment,
        max_query_size: MAX_QUERY_BYTES,
        max_threads: MAX_THREADS,
        max_memory_usage: statementBytes,
        max_execution_time: maxSeconds,
        async_insert: 0,
        // Last: after it nothing can be set.
        ...(readOnly ? { readonly: 1 } : {}),
      })}`,
    );
    sessions.set(maxSeconds, session);
    return session;
  };

  return {
    comment,
    run: async (statement, maxSeconds) => {
      const session = sessionFor(maxSeconds);
      // One call for parameters and statement: 0.3 ms less than two. Only parameters that the lane may set, never binding:
      // binding runs one after the other in the whole process (two heavy questions: 3,060 ms against 1,593).
      try {
        const result = await session.queryAsync(setParameters(statement) + statement.text, { format: 'JSONEachRow' });
        return result.text();
      } catch (error) {
        if (!(await isClean(session))) {
          sessions.delete(maxSeconds);
          session.close();
        }
        throw error;
      }
    },
    close: () => {
      for (const session of sessions.values()) session.close();
      sessions.clear();
    },
  };
}

/**
 * What a failed statement had written by then comes out in front of the next answer of its session (seen with chdb 3.4.0:
 * 65,409 rows of another question), and the engine keeps its memory until then. So a known answer is asked for until it
 * comes alone; a session that cannot give it is of no more use. Closing every session after its first error would do
 * too, but the binding closes only when nothing runs on any other.
 */
async function isClean(session: Session): Promise<boolean> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      const answer = await session.queryAsync('select 1 as clean', { format: 'JSONEachRow' });
      if (answer.text() === CLEAN_ANSWER) return true;
    } catch {
      return false;
    }
  }
  return false;
}

function setParameters({ params }: CompiledSql): string {
  const list = Object.entries(params).map(([id, param]) => `param_${id} = ${quote(parameterText(param))}`);
  return list.length === 0 ? '' : `SET ${list.join(', ')};\n`;
}

function assignments(settings: Readonly<Record<string, string | number>>): string {
  return Object.entries(settings)
    .map(([setting, value]) => `${setting} = ${typeof value === 'number' ? value : quote(value)}`)
    .join(', ');
}
