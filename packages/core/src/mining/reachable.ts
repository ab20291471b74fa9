import type { Follows } from './follows.ts';

/** Which positions can be reached by at least one move: a bit matrix, `words` 32-bit words a row. */
export interface Reachable {
  has(from: number, to: number): boolean;
  /** How many positions can be reached from here. */
  count(from: number): number;
  /** How many positions reach this one. */
  countInto(to: number): number;
}

/** Transitive closure of the directly-follows relation (Warshall, 1962), a row of 32 at a time: O(steps³ / 32). */
export function reachableIn({ steps, direct }: Follows): Reachable {
  const size = steps.length;
  const words = (size + 31) >>> 5;
  const bits = new Uint32Array(size * words);
  const has = (from: number, to: number): boolean =>
    (((bits[from * words + (to >>> 5)] as number) >>> (to & 31)) & 1) === 1;
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) {
      const word = a * words + (b >>> 5);
      if (direct[a * size + b] === 1) bits[word] = (bits[word] as number) | (1 << (b & 31));
    }
  }
  for (let via = 0; via < size; via++) {
    for (let from = 0; from < size; from++) {
      if (!has(from, via)) continue;
      for (let word = 0; word < words; word++) {
        const to = from * words + word;
        bits[to] = (bits[to] as number) | (bits[via * words + word] as number);
      }
    }
  }
  const total = (is: (other: number) => boolean): number => {
    let sum = 0;
    for (let other = 0; other < size; other++) if (is(other)) sum++;
    return sum;
  };
  return {
    has,
    count: (from) => total((to) => has(from, to)),
    countInto: (to) => total((from) => has(from, to)),
  };
}
