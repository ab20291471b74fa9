import type { Judging, LiveMessage, Present } from '@continuo/contract';
import type { JourneyRef } from '@continuo/state';
import type { Services } from '../../../platform/services.ts';

/** Somebody who is not heard of for this long has left. */
const FORGET_MS = 30_000;

export interface Listener {
  /** Number of the last edit that was sent to it. */
  seq: number;
  readonly send: (message: LiveMessage) => void;
}

interface Seen extends Present {
  readonly untilMs: number;
}

/** Everybody who looks at one journey. What changed is read from the log, so that edits made by another process come too. */
export class Room {
  readonly #services: Pick<Services, 'state' | 'clock' | 'log'>;
  readonly #ref: JourneyRef;
  readonly #listeners = new Set<Listener>();
  readonly #present = new Map<string, Seen>();
  #version: number | null = null;
  #reading: Promise<void> | null = null;
  #isReadAgain = false;

  constructor(services: Pick<Services, 'state' | 'clock' | 'log'>, ref: JourneyRef) {
    this.#services = services;
    this.#ref = ref;
  }

  get isEmpty(): boolean {
    return this.#listeners.size === 0 && this.present().length === 0;
  }

  /** Who looks at it, in the order in which they came. */
  present(): readonly Present[] {
    const nowMs = this.#services.clock.now();
    for (const [client, { untilMs }] of this.#present) if (untilMs <= nowMs) this.#present.delete(client);
    return [...this.#present.values()].map(({ client, name, at }) => ({ client, name, at }));
  }

  /** Begins with `hello`, then what was edited since the number that the listener knew, then what happens. */
  join(listener: Listener): () => void {
    this.#listeners.add(listener);
    listener.send({ kind: 'hello', seq: listener.seq, present: this.present() });
    this.wake();
    return () => this.#listeners.delete(listener);
  }

  /** Notes where somebody looks, or that they left; the others hear of it when it is news. */
  see({ client, name, at }: Present, isLeaving: boolean): readonly Present[] {
    const before = JSON.stringify(this.present());
    if (isLeaving) this.#present.delete(client);
    else this.#present.set(client, { client, name, at, untilMs: this.#services.clock.now() + FORGET_MS });
    const present = this.present();
    if (JSON.stringify(present) !== before) this.#tell({ kind: 'presence', present });
    return present;
  }

  /** Tells everybody how far a judging is. */
  judging(judgedBy: 'in-force' | 'draft' | number, judging: Judging): void {
    this.#tell({ kind: 'judging', judgedBy, judging });
  }

  /** Looks for what is new and tells it. Calls while it looks make it look once more. */
  wake(): void {
    if (this.#listeners.size === 0) return;
    this.#isReadAgain = true;
    this.#reading ??= this.#read().finally(() => {
      this.#reading = null;
    });
  }

  async #read(): Promise<void> {
    const { state, log } = this.#services;
    try {
      while (this.#isReadAgain) {
        this.#isReadAgain = false;
        const head = await state.journeys.head(state.db, this.#ref);
        if (head === null) {
          this.#tell({ kind: 'removed' });
          return;
        }
        if (this.#version !== null && this.#version !== head.version)
          this.#tell({ kind: 'published', version: head.version });
        this.#version = head.version;
        await this.#sendEdits(head.draftSeq);
      }
    } catch (error) {
      log.warn({ err: error }, 'journey.live_failed');
    }
  }

  async #sendEdits(newest: number): Promise<void> {
    const { state } = this.#services;
    const behind = [...this.#listeners].filter(({ seq }) => seq < newest);
    if (behind.length === 0) return;
    const from = Math.min(...behind.map(({ seq }) => seq));
    const edits = await state.journeys.editsSince(state.db, this.#ref, from);
    const last = edits.at(-1)?.seq ?? newest;
    for (const listener of behind) {
      const news = edits.filter(({ seq }) => seq > listener.seq);
      listener.seq = Math.max(listener.seq, last);
      if (news.length > 0) listener.send({ kind: 'edits', edits: news });
    }
    if (last < newest) this.#isReadAgain = true;
  }

  #tell(message: LiveMessage): void {
    for (const { send } of this.#listeners) send(message);
  }
}
