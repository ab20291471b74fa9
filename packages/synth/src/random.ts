/**
 * Seeded random numbers: xoshiro128** (Blackman and Vigna, 2018), its state filled by splitmix32.
 * Not for secrets. The same seed gives the same numbers on every machine.
 */
export interface Random {
  /** Uniform in [0, 1), 32 bits. */
  unit(): number;
  /** Uniform whole number in [from, to], both ends included; needs from <= to. */
  int(from: number, to: number): number;
  /** True in `share` of the cases; 0 never, 1 always. */
  chance(share: number): boolean;
  /** One of the items, each as likely; throws on an empty list. */
  pick<T>(items: readonly T[]): T;
  /** A new list with the items in random order. */
  shuffle<T>(items: readonly T[]): T[];
  /** Normal with mean 0 and deviation 1 (Box and Muller, 1958). */
  normal(): number;
  /** Log-normal whose median is `median` and whose logarithm deviates by `sigma`. */
  logNormal(median: number, sigma: number): number;
  /** Exponential with the given mean. */
  exponential(mean: number): number;
}

const TWO_32 = 4_294_967_296;

function splitmix32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let z = state ^ (state >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z ^= z >>> 15;
    z = Math.imul(z, 0x735a2d97);
    return z ^ (z >>> 15);
  };
}

/** Random numbers from a seed; only the lower 32 bits of the seed count. */
export function random(seed: number): Random {
  const next = splitmix32(seed);
  let a = next();
  let b = next();
  let c = next();
  let d = next() | 1;

  function unit(): number {
    const fivefold = Math.imul(b, 5);
    const result = Math.imul((fivefold << 7) | (fivefold >>> 25), 9);
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = (d << 11) | (d >>> 21);
    return (result >>> 0) / TWO_32;
  }
  const int = (from: number, to: number) => from + Math.floor(unit() * (to - from + 1));
  const normal = () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());

  return {
    unit,
    int,
    normal,
    chance: (share) => unit() < share,
    pick(items) {
      if (items.length === 0) throw new RangeError('pick needs at least one item');
      return items[int(0, items.length - 1)] as (typeof items)[number];
    },
    shuffle(items) {
      const list = [...items];
      for (let i = list.length - 1; i > 0; i -= 1) {
        const j = int(0, i);
        [list[i], list[j]] = [list[j] as (typeof list)[number], list[i] as (typeof list)[number]];
      }
      return list;
    },
    logNormal: (median, sigma) => median * Math.exp(sigma * normal()),
    exponential: (mean) => -mean * Math.log(1 - unit()),
  };
}
