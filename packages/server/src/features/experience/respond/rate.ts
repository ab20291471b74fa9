export interface RateLimit {
  /** So many at once … */
  readonly most: number;
  /** … and as many again within this time. */
  readonly everyMs: number;
}

interface Bucket {
  left: number;
  atMs: number;
}

/** Addresses remembered at a time: about 10 MB. */
const MOST_KEYS = 100_000;

/** How often an address may call, in this process: a bucket that fills again steadily. */
export class Rate {
  readonly #limit: RateLimit;
  readonly #buckets = new Map<string, Bucket>();

  constructor(limit: RateLimit) {
    this.#limit = limit;
  }

  /** Counts a call. Gives how long to wait instead, ms; 0: go on. A refused call is not counted. */
  take(key: string, nowMs: number): number {
    const { most, everyMs } = this.#limit;
    const bucket = this.#buckets.get(key) ?? { left: most, atMs: nowMs };
    const left = Math.min(most, bucket.left + (Math.max(0, nowMs - bucket.atMs) * most) / everyMs);
    // Taken out and put back: the map stays in the order of use, and the longest unused leaves first.
    this.#buckets.delete(key);
    this.#buckets.set(key, { left: left < 1 ? left : left - 1, atMs: nowMs });
    const oldest = this.#buckets.size > MOST_KEYS ? this.#buckets.keys().next().value : undefined;
    if (oldest !== undefined) this.#buckets.delete(oldest);
    return left < 1 ? Math.ceil(((1 - left) * everyMs) / most) : 0;
  }
}
