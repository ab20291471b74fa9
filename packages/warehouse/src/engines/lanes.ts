import { Problem } from '@continuo/core';

/** Hands out a few lanes, one statement at a time on each, first come first served. */
export interface Lanes<Lane> {
  /**
   * Runs `work` on the next free lane and gives the lane back when its promise settles.
   * Aborting while still waiting rejects with `engine.cancelled`; a queue that is full with `engine.overloaded`.
   */
  use<T>(work: (lane: Lane) => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** Resolves when nothing runs and nothing waits; later calls of `use` are refused. */
  close(): Promise<void>;
}

interface Waiting<Lane> {
  readonly take: (lane: Lane) => void;
  readonly refuse: (problem: Problem) => void;
}

/**
 * @param maxWaiting how many statements may wait. 500 of the usual 5 to 300 ms on four lanes keep the last one waiting
 * for under a minute; beyond that a caller is better told to come back.
 */
export function createLanes<Lane>(all: readonly Lane[], { maxWaiting = 500 } = {}): Lanes<Lane> {
  const free = [...all];
  const waiting = new Set<Waiting<Lane>>();
  const drained: (() => void)[] = [];
  let closed = false;

  const release = (lane: Lane): void => {
    const [next] = waiting;
    if (next) {
      waiting.delete(next);
      next.take(lane);
      return;
    }
    free.push(lane);
    if (free.length === all.length) for (const resolve of drained.splice(0)) resolve();
  };

  const acquire = (signal: AbortSignal | undefined): Promise<Lane> => {
    if (closed) return Promise.reject(new Problem('engine.unreachable', 'The warehouse is closed.'));
    if (signal?.aborted) return Promise.reject(cancelled());
    const lane = free.shift();
    if (lane !== undefined) return Promise.resolve(lane);
    if (waiting.size >= maxWaiting) {
      return Promise.reject(
        new Problem('engine.overloaded', `${waiting.size} questions are waiting already. Ask again in a moment.`),
      );
    }
    return new Promise((resolve, reject) => {
      const entry: Waiting<Lane> = {
        take: (given) => {
          signal?.removeEventListener('abort', leave);
          resolve(given);
        },
        refuse: reject,
      };
      const leave = (): void => {
        if (waiting.delete(entry)) entry.refuse(cancelled());
      };
      waiting.add(entry);
      signal?.addEventListener('abort', leave, { once: true });
    });
  };

  return {
    use: async (work, signal) => {
      const lane = await acquire(signal);
      try {
        return await work(lane);
      } finally {
        release(lane);
      }
    },
    close: () => {
      closed = true;
      if (free.length === all.length) return Promise.resolve();
      return new Promise((resolve) => drained.push(resolve));
    },
  };
}

function cancelled(): Problem {
  return new Problem('engine.cancelled', 'The question was cancelled before it began.');
}
