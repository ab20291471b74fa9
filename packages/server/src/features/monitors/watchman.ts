import { WATCHES_LOOK } from '@continuo/state';
import type { Services } from '../../platform/services.ts';
import { lookAtWatches } from './look.ts';

const EVERY_MS = 3_600_000;
/** Numbers of a map that were being counted are there soon. */
const AGAIN_MS = 60_000;

/**
 * Looks at the watches of a workspace whenever its data changes, and every hour. One look at a time; changes that come
 * meanwhile are looked at together afterwards.
 */
export class Watchman {
  readonly #services: Services;
  readonly #waiting = new Set<number>();
  readonly #stop: () => void;
  #working: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(services: Services) {
    this.#services = services;
    this.#stop = services.changes.on((workspace) => this.look(workspace));
    services.timers.on(WATCHES_LOOK, async (timer, trx) => {
      await services.state.watches.lookAt(trx, timer.workspace, services.clock.now() + EVERY_MS);
      this.look(timer.workspace);
    });
  }

  /**
   * Sets the clock going for every workspace: some watches are made by themselves. The first look comes a minute after the start, so that
   * whoever opens a page first does not wait for it.
   */
  async resume(): Promise<void> {
    const { state, clock } = this.#services;
    for (const { id } of await state.workspaces.list(state.db))
      await state.watches.lookAt(state.db, id, clock.now() + AGAIN_MS);
  }

  /** Looks soon; twice before it has begun is once. */
  look(workspace: number): void {
    if (this.#isClosed || this.#waiting.has(workspace)) return;
    this.#waiting.add(workspace);
    this.#working = this.#working.then(() => this.#run(workspace));
  }

  /** Resolves when nothing is waiting to be looked at. */
  async idle(): Promise<void> {
    while (this.#waiting.size > 0) await this.#working;
    await this.#working;
  }

  async #run(id: number): Promise<void> {
    this.#waiting.delete(id);
    if (this.#isClosed) return;
    const { state, clock, log } = this.#services;
    try {
      const { waiting } = await lookAtWatches(this.#services, await state.workspaces.get(state.db, id));
      const dueMs = clock.now() + (waiting > 0 ? AGAIN_MS : EVERY_MS);
      await state.watches.lookAt(state.db, id, dueMs);
    } catch (error) {
      log.error({ err: error, workspace: id }, 'watches.failed');
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#stop();
    await this.#working;
  }
}
