import type { Services } from '../../platform/services.ts';
import { loadAnswers } from './load-answers.ts';

/** After a failure the next try is this much later, or with the next answer. */
const RETRY_MS = 30_000;

/** Loads answers as they come, one go after the other: those that come during a go are taken by the next. */
export class AnswerLoader {
  readonly #services: Services;
  readonly #wanted = new Set<number>();
  readonly #retries = new Map<number, NodeJS.Timeout>();
  readonly #stop = new AbortController();
  #work: Promise<void> | null = null;

  constructor(services: Services) {
    this.#services = services;
  }

  /** Takes up what an earlier process left. */
  async resume(): Promise<void> {
    const { state } = this.#services;
    for (const workspace of await state.answers.workspacesWaiting(state.db)) this.wake(workspace);
  }

  /** Something waits in a workspace. */
  wake(workspace: number): void {
    if (this.#stop.signal.aborted) return;
    clearTimeout(this.#retries.get(workspace));
    this.#wanted.add(workspace);
    this.#work ??= this.#run().finally(() => {
      this.#work = null;
    });
  }

  /** Resolves when nothing is under way any more. */
  async settled(): Promise<void> {
    while (this.#work !== null) await this.#work;
  }

  /** Stops after what is under way; what waits is taken up at the next start. */
  async close(): Promise<void> {
    this.#stop.abort();
    for (const timer of this.#retries.values()) clearTimeout(timer);
    await this.settled();
  }

  async #run(): Promise<void> {
    for (;;) {
      const [workspace] = this.#wanted;
      if (workspace === undefined || this.#stop.signal.aborted) return;
      this.#wanted.delete(workspace);
      await loadAnswers(this.#services, workspace, this.#stop.signal).catch((error: unknown) =>
        this.#failed(workspace, error),
      );
    }
  }

  #failed(workspace: number, error: unknown): void {
    if (this.#stop.signal.aborted) return;
    this.#services.log.error({ err: error, workspace }, 'answers.not_loaded');
    const timer = setTimeout(() => this.wake(workspace), RETRY_MS);
    timer.unref();
    this.#retries.set(workspace, timer);
  }
}
