import { hostname } from 'node:os';
import { Problem } from '@continuo/core';
import type { Delivery, Message, OutboxLease } from '@continuo/state';
import { retryAfterMs } from './retry-after.ts';
import type { Services } from './services.ts';
import { Tick } from './tick.ts';

/** How one attempt ended. `answer`: status of HTTP or code of SMTP; null without one. `error`: plain words, no secrets. */
export type Attempt =
  | { readonly kind: 'sent'; readonly answer: number | null }
  | {
      readonly kind: 'later';
      readonly answer: number | null;
      readonly error: string;
      /** The other side asked to wait so long; the longer of this and ours counts. */
      readonly waitMs?: number | undefined;
    }
  | { readonly kind: 'never'; readonly answer: number | null; readonly error: string };

export type Sender = (lease: OutboxLease) => Promise<Attempt>;

/** Kinds without a sender stay in the outbox: nothing is lost, nothing is tried. */
export type Senders = Readonly<Partial<Record<Message['kind'], Sender>>>;

const EVERY_MS = 1000;
/** Longer than any attempt takes: 15 s for a webhook; a mail server may let us wait 30 s for each of some eight answers. */
const LEASE_MS = 300_000;
const MOST_AT_ONCE = 32;
const MOST_PER_ENDPOINT = 2;
const MOST_MAILS_AT_ONCE = 4;
const TIDY_EVERY_MS = 3_600_000;

type Needs = Pick<Services, 'state' | 'clock' | 'log' | 'folder'>;

/**
 * Sends what the outbox holds: at least once, always under the id it was put with. An attempt that fails is repeated with
 * growing waits, then given up visibly. A slow endpoint has at most two attempts under way and holds up nobody else.
 */
export class Outbox {
  readonly #services: Needs;
  readonly #senders: Senders;
  readonly #owner: string;
  readonly #tick: Tick;
  readonly #inFlight = new Map<string, { readonly lease: OutboxLease; readonly ended: Promise<void> }>();
  #filling: Promise<unknown> = Promise.resolve();
  #tidiedMs = Number.NEGATIVE_INFINITY;

  constructor(services: Needs, senders: Senders) {
    this.#services = services;
    this.#senders = senders;
    this.#owner = `${hostname()}:${services.folder}`;
    this.#tick = new Tick(() => this.#fillSafely(), EVERY_MS);
  }

  /** False: e-mails are kept, because no mail server is set. */
  get hasMail(): boolean {
    return this.#senders.mail !== undefined;
  }

  /** Begins to send; what an earlier process of this folder had under way is taken up at once. */
  async start(): Promise<void> {
    const { state } = this.#services;
    await state.outbox.release(state.db, this.#owner);
    this.#tick.start();
  }

  /** Looks now rather than at the next tick. Call it after the transaction that put something. */
  wake(): void {
    this.#tick.wake();
  }

  /** Sends everything that is due now, and resolves when nothing of it is under way; gives how many attempts were made. */
  async sendDue(): Promise<number> {
    let attempts = 0;
    for (;;) {
      attempts += await this.#fill();
      if (this.#inFlight.size === 0) return attempts;
      await Promise.race([...this.#inFlight.values()].map(({ ended }) => ended));
    }
  }

  /** Makes one attempt at one message now and says how it stands then. Throws `internal` when it was never put. */
  async sendOne(workspace: number, id: string): Promise<Delivery> {
    const { state, clock } = this.#services;
    const key = `${workspace}/${id}`;
    if (!this.#inFlight.has(key)) {
      const [lease] = await state.outbox.claim(state.db, {
        nowMs: clock.now(),
        leaseMs: LEASE_MS,
        owner: this.#owner,
        kinds: ['mail', 'webhook'],
        only: { workspace, id },
        most: 1,
      });
      if (lease !== undefined) this.#begin(lease);
    }
    await this.#inFlight.get(key)?.ended;
    const delivery = await state.outbox.find(state.db, workspace, id);
    if (delivery === null) throw new Problem('internal', 'This message was never put into the outbox.');
    return delivery;
  }

  /** Begins nothing more and waits for what is under way. */
  async close(): Promise<void> {
    await this.#tick.close();
    await this.#filling;
    while (this.#inFlight.size > 0) await Promise.all([...this.#inFlight.values()].map(({ ended }) => ended));
  }

  async #fillSafely(): Promise<void> {
    try {
      await this.#fill();
    } catch (error) {
      this.#services.log.error({ err: error }, 'outbox.failed');
    }
  }

  /** One filling after the other: two at once would take more than there are places. */
  #fill(): Promise<number> {
    const filling = this.#filling.then(() => this.#claimAll());
    this.#filling = filling.catch(() => {});
    return filling;
  }

  async #claimAll(): Promise<number> {
    const { state, clock } = this.#services;
    await this.#tidy();
    for (let begun = 0; ; ) {
      const leases = await state.outbox.claim(state.db, {
        nowMs: clock.now(),
        leaseMs: LEASE_MS,
        owner: this.#owner,
        ...this.#room(),
      });
      for (const lease of leases) this.#begin(lease);
      begun += leases.length;
      if (leases.length === 0) return begun;
    }
  }

  #room(): { kinds: Message['kind'][]; without: number[]; mostEach: number; most: number } {
    const under = [...this.#inFlight.values()].map(({ lease }) => lease.message);
    const mails = under.filter(({ kind }) => kind === 'mail').length;
    const perEndpoint = new Map<number, number>();
    for (const message of under)
      if (message.kind === 'webhook') perEndpoint.set(message.endpoint, (perEndpoint.get(message.endpoint) ?? 0) + 1);
    const hasRoom = { mail: mails < MOST_MAILS_AT_ONCE, webhook: true };
    return {
      kinds: (['mail', 'webhook'] as const).filter((kind) => this.#senders[kind] !== undefined && hasRoom[kind]),
      without: [...perEndpoint].filter(([, n]) => n >= MOST_PER_ENDPOINT).map(([endpoint]) => endpoint),
      mostEach: 1,
      most: Math.min(MOST_AT_ONCE - this.#inFlight.size, hasRoom.mail ? MOST_MAILS_AT_ONCE - mails : MOST_AT_ONCE),
    };
  }

  #begin(lease: OutboxLease): void {
    const key = `${lease.workspace}/${lease.id}`;
    const ended = this.#send(lease).finally(() => {
      this.#inFlight.delete(key);
      this.#tick.wake();
    });
    this.#inFlight.set(key, { lease, ended });
  }

  /** Never rejects: what could not be noted is tried again when the lease is over. */
  async #send(lease: OutboxLease): Promise<void> {
    const { state, clock, log } = this.#services;
    try {
      const attempt = await this.#attempt(lease);
      const nowMs = clock.now();
      if (attempt.kind === 'sent') {
        await state.outbox.sent(state.db, lease, { nowMs, answer: attempt.answer });
        return;
      }
      const waitMs = attempt.kind === 'never' ? null : retryAfterMs(lease.attempts + 1);
      const asked = attempt.kind === 'later' ? (attempt.waitMs ?? 0) : 0;
      const retryMs = waitMs === null ? null : nowMs + Math.max(waitMs, asked);
      await state.outbox.failed(state.db, lease, { nowMs, answer: attempt.answer, error: attempt.error, retryMs });
      // Neither address nor text: the log is no place for either.
      log.warn(
        { outbox: lease.id, kind: lease.message.kind, answer: attempt.answer, retryMs },
        'outbox.attempt_failed',
      );
    } catch (error) {
      log.error({ err: error, outbox: lease.id }, 'outbox.broke');
    }
  }

  async #attempt(lease: OutboxLease): Promise<Attempt> {
    const sender = this.#senders[lease.message.kind];
    if (sender === undefined) return { kind: 'later', answer: null, error: 'Nothing is set up that could send this.' };
    try {
      return await sender(lease);
    } catch (error) {
      this.#services.log.error({ err: error, outbox: lease.id }, 'outbox.sender_broke');
      return { kind: 'later', answer: null, error: 'Something broke on our side; the server log says more.' };
    }
  }

  async #tidy(): Promise<void> {
    const { state, clock } = this.#services;
    if (clock.now() < this.#tidiedMs + TIDY_EVERY_MS) return;
    this.#tidiedMs = clock.now();
    await state.outbox.tidy(state.db, clock.now());
  }
}
