import type { Worker } from 'node:worker_threads';
import { Problem } from '@continuo/core';
import { startWorker } from '../../../platform/start-worker.ts';
import type { WorkerJob, WorkerMessage } from './messages.ts';

/** A worker that outgrows this ends with an error instead of taking the server with it. */
const MAX_HEAP_MB = 1_024;

type AnswerType = 'preview' | 'dryRun' | 'content' | 'loaded';
type Answer<T extends AnswerType> = Extract<WorkerMessage, { readonly type: T }>;

export interface WorkerUse {
  /** Called in order for chunks and progress; the next message waits for its promise. */
  onMessage?(message: WorkerMessage, worker: Worker): Promise<void> | void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Starts a worker for one job and resolves with its answer when it has ended and all its messages were handled.
 * Aborting the signal ends the worker at once and rejects with the signal's reason. Throws the problem the worker reports;
 * `import.unreadable` when it crashed or ran out of memory; whatever `onMessage` throws, after ending the worker.
 */
export async function useWorker<T extends AnswerType>(job: WorkerJob, type: T, use: WorkerUse): Promise<Answer<T>> {
  const { signal } = use;
  signal?.throwIfAborted();
  const worker = startWorker(import.meta.url, './import-worker', {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  });
  const answers: Answer<T>[] = [];
  let stop = () => {};
  try {
    await new Promise<void>((resolve, reject) => {
      let handled: Promise<void> = Promise.resolve();
      const handle = async (message: WorkerMessage) => {
        if (message.type === 'failed') throw new Problem(message.code, message.message, { details: message.details });
        if (isAnswer(message, type)) answers.push(message);
        else await use.onMessage?.(message, worker);
      };
      stop = () => reject(signal?.reason);
      signal?.addEventListener('abort', stop, { once: true });
      worker.on('message', (message: WorkerMessage) => {
        handled = handled.then(() => handle(message));
        handled.catch(reject);
      });
      worker.on('error', (error) => reject(crashed(error)));
      worker.on('exit', () => handled.then(resolve, reject));
    });
  } finally {
    signal?.removeEventListener('abort', stop);
    await worker.terminate();
  }
  const [answer] = answers;
  if (answer === undefined) throw crashed(null);
  return answer;
}

function isAnswer<T extends AnswerType>(message: WorkerMessage, type: T): message is Answer<T> {
  return message.type === type;
}

function crashed(error: unknown): Problem {
  const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return new Problem(
    'import.unreadable',
    isMemory
      ? 'Reading the file needs more memory than is allowed (1 GB). Nothing was kept. Export it as CSV and import that.'
      : 'Reading the file ended unexpectedly. Nothing was kept. Import it again; if it happens again, report it with the file.',
    { cause: error },
  );
}
