import type { Services } from './services.ts';

/** One look at a workspace; ends early when `isStopped` says so. Gives what to say of it in the log; null: nothing. */
export type Look = (workspace: number, isStopped: () => boolean) => Promise<Readonly<Record<string, number>> | null>;

/**
 * Looks whenever what questions see has changed, and at start: one workspace after the other, never twice at once. What fails
 * is said in the log and is done by the next look.
 */
export class Lookout {
  readonly #services: Pick<Services, 'state' | 'changes' | 'log'>;
  readonly #name: string;
  readonly #look: Look;
  readonly #waiting = new Set<number>();
  readonly #off: () => void;
  #running: Promise<void> | null = null;
  #isClosed = false;

  /** `name`: what the log calls it. */
  constructor(services: Pick<Services, 'state' | 'changes' | 'log'>, name: string, look: Look) {
    this.#services = services;
    this.#name = name;
    this.#look = look;
    this.#off = services.changes.on((workspace) => this.look(workspace));
  }

  /** Looks at every workspace: what a crash has left. */
  async resume(): Promise<void> {
    for (const { id } of await this.#services.state.workspaces.list(this.#services.state.db)) this.look(id);
  }

  /** Asks for a look; one that is asked for while another goes on follows it. */
  look(workspace: number): void {
    if (this.#isClosed) return;
    this.#waiting.add(workspace);
    this.#running ??= this.#go();
  }

  /** Resolves when every look that was asked for is over. */
  async settled(): Promise<void> {
    while (this.#running !== null) await this.#running;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#off();
    await this.settled();
  }

  async #go(): Promise<void> {
    // Whoever asked has work of its own to end first.
    await Promise.resolve();
    for (let next = this.#next(); next !== undefined && !this.#isClosed; next = this.#next()) {
      try {
        const looked = await this.#look(next, () => this.#isClosed);
        if (looked !== null) this.#services.log.info({ workspace: next, ...looked }, `${this.#name}.looked`);
      } catch (error) {
        this.#services.log.error({ err: error, workspace: next }, `${this.#name}.look_failed`);
      }
    }
    this.#running = null;
  }

  #next(): number | undefined {
    const [next] = this.#waiting;
    if (next !== undefined) this.#waiting.delete(next);
    return next;
  }
}
