import { Problem } from '@continuo/core';

export interface MemoryBounds {
  /** Most answers kept. */
  readonly count: number;
  /** Most bytes kept, counted as JSON; as objects answers take two to three times that. */
  readonly bytes: number;
}

/** What an answer depends on, beside what was asked. */
export interface Depends {
  readonly workspace: number;
  /** Of the whole workspace: builds, sources. Another one makes everything kept of the workspace worthless. */
  readonly era: string;
  /** Of what was asked: the question with its scope and input, and what a journey was built as. */
  readonly key: string;
}

/** An answer just made; one that may be a mixture of before and after is given, but not kept. */
export interface Made<T> {
  readonly answer: T;
  readonly isLasting: boolean;
}

interface Kept extends Depends {
  readonly answer: unknown;
  readonly bytes: number;
}

interface UnderWay {
  readonly made: Promise<Made<unknown>>;
  readonly controller: AbortController;
  waiting: number;
}

/**
 * Answers that were given, to be given again: the ones asked longest ago go first. Two who ask the same at once wait for one
 * making; one who leaves ends it only when nobody else waits. Errors are not kept.
 */
export class AnswerMemory {
  readonly #bounds: MemoryBounds;
  /** In the order of their last use. */
  readonly #kept = new Map<string, Kept>();
  readonly #underWay = new Map<string, UnderWay>();
  readonly #eras = new Map<number, string>();
  #bytes = 0;

  constructor(bounds: MemoryBounds) {
    this.#bounds = bounds;
  }

  /** What is kept now. */
  get size(): MemoryBounds {
    return { count: this.#kept.size, bytes: this.#bytes };
  }

  /**
   * The answer that is kept or under way, else one made now. Rejects with `engine.cancelled` when the caller's signal is
   * aborted, and with what `make` throws.
   * @param make is given a signal that is aborted when everybody who waits has left.
   */
  async get<T>(
    depends: Depends,
    signal: AbortSignal | undefined,
    make: (signal: AbortSignal) => Promise<Made<T>>,
  ): Promise<T> {
    if (signal?.aborted) throw cancelled();
    this.#enter(depends);
    const id = idOf(depends);
    const kept = this.#kept.get(id);
    if (kept !== undefined) {
      this.#kept.delete(id);
      this.#kept.set(id, kept);
      return kept.answer as T;
    }
    const shared = this.#underWay.get(id) ?? this.#begin(depends, make);
    return (await this.#join(shared, id, signal)).answer as T;
  }

  /** Everything of a workspace that was counted before its newest build goes, so that what was removed is not remembered. */
  #enter({ workspace, era }: Depends): void {
    if (this.#eras.get(workspace) === era) return;
    this.#eras.set(workspace, era);
    for (const [id, kept] of this.#kept) if (kept.workspace === workspace && kept.era !== era) this.#drop(id, kept);
  }

  #begin<T>(depends: Depends, make: (signal: AbortSignal) => Promise<Made<T>>): UnderWay {
    const id = idOf(depends);
    const controller = new AbortController();
    const made = make(controller.signal);
    const shared: UnderWay = { made, controller, waiting: 0 };
    this.#underWay.set(id, shared);
    const end = (): void => {
      if (this.#underWay.get(id) === shared) this.#underWay.delete(id);
    };
    made.then(
      ({ answer, isLasting }) => {
        end();
        if (isLasting && !controller.signal.aborted) this.#keep(depends, answer);
      },
      end, // Whoever waits is told; nobody may be left to.
    );
    return shared;
  }

  /** Waits with the others. The last who leaves stops the making and waits until it has stopped. */
  async #join(shared: UnderWay, id: string, signal: AbortSignal | undefined): Promise<Made<unknown>> {
    shared.waiting += 1;
    let leave: () => void = () => {};
    const left = new Promise<never>((_, reject) => {
      leave = () => {
        shared.waiting -= 1;
        if (shared.waiting > 0) return reject(cancelled());
        if (this.#underWay.get(id) === shared) this.#underWay.delete(id);
        shared.controller.abort(signal?.reason);
      };
    });
    signal?.addEventListener('abort', leave, { once: true });
    try {
      return await Promise.race([shared.made, left]);
    } finally {
      signal?.removeEventListener('abort', leave);
    }
  }

  #keep(depends: Depends, answer: unknown): void {
    const id = idOf(depends);
    const bytes = Buffer.byteLength(JSON.stringify(answer) ?? '') + Buffer.byteLength(id);
    // One that would push out all others is not worth them.
    if (bytes > this.#bounds.bytes / 4 || this.#eras.get(depends.workspace) !== depends.era) return;
    const before = this.#kept.get(id);
    if (before !== undefined) this.#drop(id, before);
    this.#kept.set(id, { ...depends, answer, bytes });
    this.#bytes += bytes;
    for (const [oldest, kept] of this.#kept) {
      if (this.#kept.size <= this.#bounds.count && this.#bytes <= this.#bounds.bytes) break;
      this.#drop(oldest, kept);
    }
  }

  #drop(id: string, { bytes }: Kept): void {
    this.#kept.delete(id);
    this.#bytes -= bytes;
  }
}

const idOf = ({ workspace, era, key }: Depends): string => `${workspace}\n${era}\n${key}`;

function cancelled(): Problem {
  return new Problem('engine.cancelled', 'The question was cancelled.');
}
