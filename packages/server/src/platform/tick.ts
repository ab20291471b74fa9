/**
 * Does the same thing again and again, one after the other: when woken, and every `everyMs` at the latest. A call while it
 * runs makes it run once more.
 */
export class Tick {
  readonly #act: () => Promise<void>;
  readonly #everyMs: number;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #isWanted = false;
  #isOpen = false;

  constructor(act: () => Promise<void>, everyMs: number) {
    this.#act = act;
    this.#everyMs = everyMs;
  }

  start(): void {
    this.#isOpen = true;
    this.wake();
  }

  /** Looks now rather than at the next tick; nothing happens before `start` and after `close`. */
  wake(): void {
    if (!this.#isOpen) return;
    this.#isWanted = true;
    this.#running ??= this.#go();
  }

  async #go(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#isWanted && this.#isOpen) {
      this.#isWanted = false;
      await this.#act();
    }
    this.#running = undefined;
    if (!this.#isOpen) return;
    this.#timer = setTimeout(() => this.wake(), this.#everyMs);
    // A process that has nothing else to do may end.
    this.#timer.unref();
  }

  /** Resolves when nothing runs any more. */
  async close(): Promise<void> {
    this.#isOpen = false;
    clearTimeout(this.#timer);
    await this.#running;
  }
}
