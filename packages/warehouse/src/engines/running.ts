import { setTimeout as delay } from 'node:timers/promises';
import { Problem } from '@continuo/core';

/** How often a stop is repeated: the first KILL may come before the engine has listed the statement. */
const REPEAT_MS = 50;

/**
 * Runs a statement so that aborting `signal` stops it in the engine. Settles only when the statement has: whoever holds
 * a lane for it gives back a lane on which nothing runs. An aborted statement rejects with `engine.cancelled`, also when
 * its answer came at the same moment.
 * @param stop tells the engine to end the statement; called again until it has ended.
 */
export async function runStoppable<T>(
  start: () => Promise<T>,
  stop: () => Promise<void>,
  signal: AbortSignal,
): Promise<T> {
  if (signal.aborted) throw cancelled();
  let settled = false;
  let stopping: Promise<void> | undefined;
  const onAbort = (): void => {
    stopping = (async () => {
      while (!settled) {
        await stop();
        if (!settled) await delay(REPEAT_MS);
      }
    })();
  };
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    const answer = await start();
    if (signal.aborted) throw cancelled();
    return answer;
  } catch (error) {
    throw signal.aborted ? cancelled(error) : error;
  } finally {
    settled = true;
    signal.removeEventListener('abort', onAbort);
    await stopping;
  }
}

function cancelled(cause?: unknown): Problem {
  return new Problem('engine.cancelled', 'The question was cancelled.', { cause });
}

/** Statements under way by id, so that `cancel(id)` and a caller's own signal end them the same way. */
export interface Running {
  /** Runs `work` with a signal that aborts on the caller's signal or on `cancel(id)`. */
  track<T>(id: string, signal: AbortSignal | undefined, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Aborts every statement of that id and waits until they have ended; unknown ids are ignored. */
  cancel(id: string): Promise<void>;
}

interface Entry {
  readonly controller: AbortController;
  readonly ended: Promise<void>;
}

export function createRunning(): Running {
  const entries = new Map<string, Set<Entry>>();
  return {
    track: async (id, signal, work) => {
      const controller = new AbortController();
      let end: () => void = () => {};
      const entry: Entry = { controller, ended: new Promise((resolve) => (end = resolve)) };
      const siblings = entries.get(id) ?? new Set<Entry>();
      entries.set(id, siblings.add(entry));
      try {
        return await work(signal ? AbortSignal.any([signal, controller.signal]) : controller.signal);
      } finally {
        siblings.delete(entry);
        if (siblings.size === 0) entries.delete(id);
        end();
      }
    },
    cancel: async (id) => {
      const found = [...(entries.get(id) ?? [])];
      for (const { controller } of found) controller.abort();
      await Promise.all(found.map(({ ended }) => ended));
    },
  };
}
