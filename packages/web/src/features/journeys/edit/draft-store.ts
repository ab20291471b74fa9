import type { LoggedEdit } from '@continuo/contract';
import { applyEdits, type Edit, type JourneyContract } from '@continuo/core';
import { replaceEqualDeep } from '@tanstack/react-query';

/** A deed of this person: what it did, and what takes it back. */
interface Deed {
  readonly words: string;
  readonly edits: readonly Edit[];
}

export type SaveState =
  | { readonly kind: 'saved'; readonly atMs: number | null }
  | { readonly kind: 'saving' }
  /** The server is not reached; edits wait on this machine. */
  | { readonly kind: 'offline'; readonly waiting: number }
  /** The server would not take them; what it said. */
  | { readonly kind: 'refused'; readonly says: string };

export interface DraftState {
  /** The map as this person sees it: what the server has, and what is on its way there. */
  readonly contract: JourneyContract;
  readonly save: SaveState;
  readonly undo: readonly Deed[];
  readonly redo: readonly Deed[];
}

/** What the store needs of the world around it; tests pass their own. */
export interface DraftPort {
  /** Sends edits. Rejects with `isOffline` true when the server was not reached, else with what it said. */
  readonly send: (
    edits: readonly Edit[],
    seq: number,
  ) => Promise<{ readonly seq: number; readonly draft: JourneyContract }>;
  /** Reads the draft anew, after a refusal or a gap. */
  readonly read: () => Promise<{ readonly seq: number; readonly draft: JourneyContract }>;
  /** Keeps edits that are not yet on the server; survives a reload. */
  readonly keep: (edits: readonly Edit[]) => void;
  readonly kept: () => readonly Edit[];
  readonly now: () => number;
  /** Calls back later; returns what calls it off. */
  readonly later: (call: () => void, ms: number) => () => void;
}

/** Why edits did not get through. */
export interface SendProblem {
  readonly isOffline: boolean;
  readonly says: string;
}

const RETRY_MS = 3_000;
/** Deeds that can be taken back; older ones are in the versions. */
const MOST_DEEDS = 500;
/** As many as one call takes. */
const MOST_A_CALL = 500;

/**
 * The draft of one journey in one editor. Every edit counts here at once and goes to the server in order; what others do is
 * put under it, so that of two who set the same field the one who reaches the server last is kept, everywhere alike.
 */
export class DraftStore {
  readonly #port: DraftPort;
  readonly #client: string;
  readonly #listeners = new Set<() => void>();
  #confirmed: JourneyContract;
  #seq: number;
  #sending: readonly Edit[] = [];
  #waiting: readonly Edit[] = [];
  #callOff: (() => void) | null = null;
  #state: DraftState;

  constructor(port: DraftPort, client: string, draft: JourneyContract, seq: number) {
    this.#port = port;
    this.#client = client;
    this.#confirmed = draft;
    this.#seq = seq;
    this.#waiting = port.kept();
    this.#state = { contract: this.#fold(), save: { kind: 'saved', atMs: null }, undo: [], redo: [] };
    if (this.#waiting.length > 0) void this.#send();
  }

  get client(): string {
    return this.#client;
  }

  /** Number of the last edit of the server that is in. */
  get seq(): number {
    return this.#seq;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): DraftState => this.#state;

  /** Does something; `words` say what, for undo. Edits that change nothing are not sent. */
  act(words: string, edits: readonly Edit[]): void {
    this.#do(edits, (inverse) => ({
      undo: [...this.#state.undo, { words, edits: inverse }].slice(-MOST_DEEDS),
      redo: [],
    }));
  }

  /** Takes the last deed of this person back. Says which; null: there is none. */
  undo(): string | null {
    const deed = this.#state.undo.at(-1);
    if (deed === undefined) return null;
    const undo = this.#state.undo.slice(0, -1);
    const isDone = this.#do(deed.edits, (inverse) => ({
      undo,
      redo: [...this.#state.redo, { words: deed.words, edits: inverse }],
    }));
    // Somebody else removed what it was about.
    if (!isDone) this.#set({ undo });
    return deed.words;
  }

  /** Does again what was taken back. */
  redo(): string | null {
    const deed = this.#state.redo.at(-1);
    if (deed === undefined) return null;
    const redo = this.#state.redo.slice(0, -1);
    const isDone = this.#do(deed.edits, (inverse) => ({
      redo,
      undo: [...this.#state.undo, { words: deed.words, edits: inverse }],
    }));
    if (!isDone) this.#set({ redo });
    return deed.words;
  }

  /** What the log of the server says, also of this editor's own edits. */
  heard(edits: readonly LoggedEdit[]): void {
    const news = edits.filter(({ seq }) => seq > this.#seq);
    if (news.length === 0) return;
    this.#confirmed = applyEdits(
      this.#confirmed,
      news.map(({ edit }) => edit),
    ).contract;
    this.#seq = news.at(-1)?.seq ?? this.#seq;
    this.#set({ contract: this.#now() });
  }

  /** The line is back: what waits goes at once. */
  wake(): void {
    this.#callOff?.();
    this.#callOff = null;
    void this.#send();
  }

  #do(edits: readonly Edit[], history: (inverse: readonly Edit[]) => Pick<DraftState, 'undo' | 'redo'>): boolean {
    const { contract, inverse } = applyEdits(this.#state.contract, edits);
    if (inverse.length === 0) return false;
    this.#waiting = [...this.#waiting, ...edits];
    this.#keep();
    this.#set({ contract, ...history(inverse) });
    void this.#send();
    return true;
  }

  #fold(): JourneyContract {
    return applyEdits(this.#confirmed, [...this.#sending, ...this.#waiting]).contract;
  }

  /** The map as it is now. What is the same stays the same object: a reply of the server must not draw 280 cells anew. */
  #now(): JourneyContract {
    return replaceEqualDeep(this.#state.contract, this.#fold());
  }

  #keep(): void {
    this.#port.keep([...this.#sending, ...this.#waiting]);
  }

  async #send(): Promise<void> {
    if (this.#sending.length > 0 || this.#waiting.length === 0 || this.#callOff !== null) return;
    this.#sending = this.#waiting.slice(0, MOST_A_CALL);
    this.#waiting = this.#waiting.slice(MOST_A_CALL);
    if (this.#state.save.kind !== 'offline') this.#set({ save: { kind: 'saving' } });
    try {
      const { seq, draft } = await this.#port.send(this.#sending, this.#seq);
      this.#sending = [];
      this.#keep();
      this.#confirm(seq, draft);
      this.#set({
        contract: this.#now(),
        save: this.#waiting.length > 0 ? { kind: 'saving' } : { kind: 'saved', atMs: this.#port.now() },
      });
      void this.#send();
    } catch (error) {
      await this.#failed(error as SendProblem);
    }
  }

  #confirm(seq: number, draft: JourneyContract): void {
    if (seq < this.#seq) return;
    this.#confirmed = draft;
    this.#seq = seq;
  }

  async #failed({ isOffline, says }: SendProblem): Promise<void> {
    if (isOffline) {
      // They may have got through without the reply: sent again they change nothing, for ids and values are the same.
      this.#waiting = [...this.#sending, ...this.#waiting];
      this.#sending = [];
      this.#set({ save: { kind: 'offline', waiting: this.#waiting.length } });
      this.#callOff = this.#port.later(() => this.wake(), RETRY_MS);
      return;
    }
    this.#sending = [];
    this.#keep();
    this.#set({ save: { kind: 'refused', says } });
    const { seq, draft } = await this.#port.read().catch(() => ({ seq: -1, draft: this.#confirmed }));
    this.#confirm(seq, draft);
    this.#set({ contract: this.#now() });
    void this.#send();
  }

  #set(change: Partial<DraftState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
