import type { Db, Timer } from '@continuo/state';
import { retryAfterMs } from './retry-after.ts';
import type { Services } from './services.ts';
import { Tick } from './tick.ts';

/** What is done when a timer is due. Everything written through `trx` commits together with the removal of the timer. */
export type TimerHandler<T> = (timer: Timer, trx: Db, prepared: T) => Promise<void>;

interface Registered {
  readonly act: TimerHandler<unknown>;
  readonly prepare: (timer: Timer) => Promise<unknown>;
}

const EVERY_MS = 1000;
const MOST_AT_ONCE = 100;

/**
 * Wakes handlers at their time: once each, also after a restart, and late when nobody was there at the time. A handler
 * that throws leaves its timer; it is tried again after 5 s, 5 min, 30 min and so on, for ever once a day.
 */
export class Timers {
  readonly #services: Pick<Services, 'state' | 'clock' | 'log'>;
  readonly #handlers = new Map<string, Registered>();
  readonly #tick: Tick;
  readonly #afterwards: () => void;

  constructor(services: Pick<Services, 'state' | 'clock' | 'log'>, afterwards: () => void = () => {}) {
    this.#services = services;
    this.#afterwards = afterwards;
    this.#tick = new Tick(async () => {
      try {
        await this.runDue();
      } catch (error) {
        this.#services.log.error({ err: error }, 'timers.failed');
      }
    }, EVERY_MS);
  }

  /**
   * Says who handles a kind. `prepare` runs before the transaction and may take its time, ask questions and read through
   * `state.db`; it may run twice, so it must change nothing. The handler gets what it gave, must use `trx` only (on SQLite
   * `state.db` waits for ever inside a transaction), and may set the timer again.
   */
  on(kind: string, act: TimerHandler<undefined>): void;
  on<T>(kind: string, act: TimerHandler<T>, prepare: (timer: Timer) => Promise<T>): void;
  on<T>(kind: string, act: TimerHandler<T>, prepare?: (timer: Timer) => Promise<T>): void {
    this.#handlers.set(kind, { act: act as TimerHandler<unknown>, prepare: prepare ?? (async () => undefined) });
  }

  /** Runs everything that is due now, one after the other; gives how many handlers ran to their end. */
  async runDue(): Promise<number> {
    const { state, clock } = this.#services;
    let done = 0;
    for (;;) {
      const due = await state.timers.listDue(state.db, {
        nowMs: clock.now(),
        kinds: [...this.#handlers.keys()],
        most: MOST_AT_ONCE,
      });
      let began = 0;
      for (const timer of due) {
        const outcome = await this.#run(timer);
        if (outcome === 'done') done += 1;
        if (outcome !== 'taken') began += 1;
      }
      if (done > 0) this.#afterwards();
      // Those that stay are in the hands of another process, or were set again for a time that has come already.
      if (began === 0 || due.length < MOST_AT_ONCE) return done;
    }
  }

  async #run(timer: Timer): Promise<'done' | 'taken' | 'failed'> {
    const { state, clock, log } = this.#services;
    const registered = this.#handlers.get(timer.kind);
    if (registered === undefined) return 'taken';
    try {
      const prepared = await registered.prepare(timer);
      return await state.transaction(async (trx) => {
        if (!(await state.timers.claimDue(trx, timer))) return 'taken';
        await registered.act(timer, trx, prepared);
        return 'done';
      });
    } catch (error) {
      log.error({ err: error, timer: timer.kind, workspace: timer.workspace }, 'timer.failed');
      const waitMs = retryAfterMs(timer.attempts + 1) ?? retryAfterMs('longest');
      await state.timers.delay(state.db, timer, clock.now() + waitMs);
      return 'failed';
    }
  }

  /** Looks now rather than at the next tick. */
  wake(): void {
    this.#tick.wake();
  }

  start(): void {
    this.#tick.start();
  }

  /** Waits for the handler that runs. */
  close(): Promise<void> {
    return this.#tick.close();
  }
}
