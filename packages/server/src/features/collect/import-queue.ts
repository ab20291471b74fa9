import type { StoredImport } from '@continuo/state';
import type { Services } from '../../platform/services.ts';
import { LEASE_MS, runStoredImport } from './import-run.ts';

/** Runs imports one after the other, in the background; two at once would only take each other's processor and memory. */
export class ImportQueue {
  readonly #services: Services;
  readonly #running = new Map<number, AbortController>();
  #tail: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(services: Services) {
    this.#services = services;
  }

  /** Puts an import that waits at the end of the queue. */
  add(stored: StoredImport): void {
    const controller = new AbortController();
    this.#running.set(stored.id, controller);
    this.#tail = this.#tail.then(() => this.#run(stored, controller.signal));
  }

  async #run(stored: StoredImport, signal: AbortSignal): Promise<void> {
    const { state, log } = this.#services;
    try {
      if (this.#isClosed || signal.aborted) return;
      const workspace = await state.workspaces.get(state.db, stored.workspace);
      await runStoredImport(this.#services, workspace, await state.imports.get(state.db, stored), signal);
    } catch (error) {
      log.error({ err: error, import: stored.id }, 'import.broke');
    } finally {
      this.#running.delete(stored.id);
    }
  }

  /** Stops an import that runs or waits; resolves when nothing of ours works on it any more. */
  async stop(id: number): Promise<void> {
    const controller = this.#running.get(id);
    if (!controller) return;
    controller.abort(new Error('stopped'));
    while (this.#running.has(id)) await new Promise((resolve) => setImmediate(resolve));
  }

  /** Stops at the next chunk; what is stored goes on from its checkpoint at the next start. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const controller of this.#running.values()) controller.abort(new Error('the server stops'));
    await this.#tail;
  }

  /** Takes up what an earlier process left unfinished. */
  async resume(): Promise<void> {
    const { state, clock } = this.#services;
    // Also those whose lease still runs: if it is ours from before a crash, `claim` gives it back, else it refuses.
    for (const stored of await state.imports.listUnfinished(state.db, clock.now() + LEASE_MS)) this.add(stored);
  }
}
