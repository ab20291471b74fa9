/** How long one page waits for all that it asks; null: as long as it takes. */
export class Patience {
  readonly #untilMs: number | null;
  #isOver = false;

  constructor(forMs: number | null) {
    this.#untilMs = forMs === null ? null : performance.now() + forMs;
  }

  /** True when something did not come in time. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /**
   * What the work gives, or null when it does not come in time: then it goes on by itself, and what it throws later is
   * dropped. Once something was late nothing more is begun: the next page goes on from there.
   */
  async wait<T>(begin: () => Promise<T>): Promise<T | null> {
    if (this.#isOver) return null;
    const work = begin();
    if (this.#untilMs === null) return work;
    const left = this.#untilMs - performance.now();
    let timer: NodeJS.Timeout | undefined;
    const over = new Promise<null>((resolve) => {
      timer = setTimeout(
        () => {
          this.#isOver = true;
          work.catch(() => undefined);
          resolve(null);
        },
        Math.max(0, left),
      );
    });
    try {
      return await Promise.race([work, over]);
    } finally {
      clearTimeout(timer);
    }
  }
}
