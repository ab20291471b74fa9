import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Measured } from './measured.ts';

/** One contestant in a process of its own, so that processor time and memory are its alone. */
export interface Side {
  readonly name: string;
  /** Does a task there; rejects with what went wrong. One at a time. */
  call<T>(task: string, input?: unknown): Promise<Measured<T>>;
  close(): Promise<void>;
}

/** Starts `sides/<file>`. */
export function startSide(name: string, file: string): Side {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), [], {
    execArgv: ['--conditions=@continuo/source', '--import', 'tsx'],
    serialization: 'advanced',
    env: { ...process.env, UV_THREADPOOL_SIZE: '16', TZ: 'UTC' },
  });
  return {
    name,
    call: (task, input) =>
      new Promise((resolve, reject) => {
        const ended = (code: number | null, signal: string | null): void =>
          reject(new Error(`${name} ended during ${task} (${signal ?? code})`));
        child.once('exit', ended);
        child.once('message', (answer: { done: Measured<never> } | { failed: string }) => {
          child.off('exit', ended);
          if ('failed' in answer) reject(new Error(`${name}, ${task}: ${answer.failed}`));
          else resolve(answer.done);
        });
        child.send({ task, input });
      }),
    close: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}
