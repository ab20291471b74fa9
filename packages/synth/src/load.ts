import { type Random, random as seeded } from './random.ts';

/** A block of generated events as columns; row i of every column is one event. A customer's events stand together, in order. */
export interface LoadBlock {
  readonly rows: number;
  /** 0, 1, 2 … in order of appearance. */
  readonly customer: Uint32Array;
  /** Milliseconds since 1970. */
  readonly timeMs: Float64Array;
  /** Place among the customer's events. */
  readonly ord: Uint32Array;
  readonly activity: Uint16Array;
  readonly channel: Uint8Array;
  /** 0 to 10; -1 when nobody answered. */
  readonly score: Int8Array;
  /** 0 = no properties (70 %), else a number for `loadProperties`. */
  readonly properties: Uint8Array;
}

export interface LoadOptions {
  readonly events: number;
  readonly seed?: number;
  /** Touchpoints, 2 to 65,534; 48 unless told. */
  readonly activities?: number;
  /** 1 to 255; 6 unless told. */
  readonly channels?: number;
  /** Rows a block, the last one may be shorter; 65,536 unless told. */
  readonly block?: number;
}

const TYPES = 5;
const WAYS = 4;
const SCORED = 8;
const START_MS = 1_767_225_600_000; // 2026-01-01
const HALF_YEAR_MS = 182 * 86_400_000;
const MOST_EVENTS = 60;

interface Chains {
  /** Successor k of activity a in journey type t at (t·activities + a)·WAYS + k. */
  readonly next: Uint16Array;
  readonly start: Uint16Array;
  /** Mean time before the next event, ms, by activity: 7 of 10 minutes, 3 of 10 hours to days. */
  readonly gapMs: Float64Array;
  readonly mainChannel: Uint8Array;
}

/**
 * Customers walking five kinds of journey: a Markov chain per kind in which each touchpoint has four ways on (55, 25, 14
 * and 6 of 100), 1.5 % jumps anywhere, 1 to 60 events a customer (log-normal, mean about 10), exponential gaps with slow
 * steps, answers at eight touchpoints, properties on 30 % of the events. Made for benchmarks: 21 bytes an
 * event, no object per event. The same options give the same bytes.
 */
export function* markov(options: LoadOptions): Generator<LoadBlock> {
  const { events, seed = 1, activities = 48, channels = 6, block = 65_536 } = options;
  const random = seeded(seed);
  const chains = draw(random, activities, channels);
  let customer = 0;
  let left = 0;
  let ord = 0;
  let type = 0;
  let at = 0;
  let timeMs = 0;
  for (let done = 0; done < events; ) {
    const rows = Math.min(block, events - done);
    const out = columns(rows);
    for (let i = 0; i < rows; i += 1) {
      if (left === 0) {
        if (done + i > 0) customer += 1;
        left = Math.min(MOST_EVENTS, Math.max(1, Math.round(random.logNormal(7.7, 0.75))));
        type = Math.floor(random.unit() * TYPES);
        at = chains.start[type] as number;
        timeMs = START_MS + Math.floor(random.unit() * HALF_YEAR_MS);
        ord = 0;
      } else {
        timeMs += Math.round(-(chains.gapMs[at] as number) * Math.log(1 - random.unit()));
        at = step(random.unit(), chains.next, (type * activities + at) * WAYS, activities);
      }
      left -= 1;
      out.customer[i] = customer;
      out.timeMs[i] = timeMs;
      out.ord[i] = ord;
      ord += 1;
      out.activity[i] = at;
      dress(random.unit(), out, i, at, chains, channels);
    }
    done += rows;
    yield out;
  }
}

/** One of four ways on, or a jump: the number drawn decides both. */
function step(u: number, next: Uint16Array, base: number, activities: number): number {
  if (u < 0.015) return Math.floor((u / 0.015) * activities);
  const v = (u - 0.015) / 0.985;
  return next[base + (v < 0.55 ? 0 : v < 0.8 ? 1 : v < 0.94 ? 2 : 3)] as number;
}

/** Channel, score and properties from the digits of one random number. */
function dress(u: number, out: LoadBlock, i: number, at: number, chains: Chains, channels: number): void {
  const a = u * 1_000;
  const whole = Math.floor(a);
  const b = (a - whole) * 1_000;
  out.channel[i] = whole < 820 ? (chains.mainChannel[at] as number) : whole % channels;
  out.score[i] = at < SCORED && b < 250 ? Math.floor(b / 22.8) : -1;
  const c = Math.floor((b - Math.floor(b)) * 1_000);
  out.properties[i] = c < 300 ? 1 + (c % PLANS.length) + PLANS.length * (whole % COUNTRIES.length) : 0;
}

function columns(rows: number): LoadBlock {
  return {
    rows,
    customer: new Uint32Array(rows),
    timeMs: new Float64Array(rows),
    ord: new Uint32Array(rows),
    activity: new Uint16Array(rows),
    channel: new Uint8Array(rows),
    score: new Int8Array(rows),
    properties: new Uint8Array(rows),
  };
}

function draw(random: Random, activities: number, channels: number): Chains {
  const next = new Uint16Array(TYPES * activities * WAYS);
  const start = new Uint16Array(TYPES);
  const size = Math.max(2, Math.ceil(activities / 3));
  for (let type = 0; type < TYPES; type += 1) {
    // Each kind lives in its own third of the touchpoints, overlapping with its neighbours'.
    const first = Math.floor((type * activities) / TYPES);
    start[type] = first;
    for (let a = 0; a < activities; a += 1) {
      const inside = (a - first + activities) % activities;
      const base = (type * activities + a) * WAYS;
      next[base] = (first + ((inside + 1) % size)) % activities;
      for (let k = 1; k < WAYS; k += 1) next[base + k] = (first + random.int(0, size - 1)) % activities;
    }
  }
  const gapMs = Float64Array.from({ length: activities }, () =>
    random.chance(0.7) ? random.int(1, 20) * 60_000 : random.int(3, 90) * 3_600_000,
  );
  const mainChannel = Uint8Array.from({ length: activities }, () => random.int(0, channels - 1));
  return { next, start, gapMs, mainChannel };
}

const PLANS = ['basic', 'plus', 'family', 'business', 'student', 'trial'] as const;
const COUNTRIES = ['Canada', 'Spain', 'France', 'Portugal', 'Ireland', 'Norway', 'Chile', 'Japan'] as const;

/** What a number of the `properties` column stands for; 0 is no properties. 48 combinations. */
export function loadProperties(code: number): Readonly<Record<string, string>> {
  if (code === 0) return {};
  const plan = PLANS[(code - 1) % PLANS.length] as string;
  const country = COUNTRIES[Math.floor((code - 1) / PLANS.length) % COUNTRIES.length] as string;
  return { plan, country };
}
