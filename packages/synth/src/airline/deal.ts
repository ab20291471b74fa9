import type { Random } from '../random.ts';

/** A hand of `n` values, each as often as asked, the rest `rest`, in random order; asking for more than `n` throws. */
export function deal<T>(random: Random, n: number, asked: readonly (readonly [number, T])[], rest: T): T[] {
  const hand: T[] = [];
  for (const [count, value] of asked) for (let i = 0; i < count; i += 1) hand.push(value);
  if (hand.length > n) throw new RangeError(`${hand.length} asked, but only ${n} to deal`);
  while (hand.length < n) hand.push(rest);
  return random.shuffle(hand);
}

/** Marks exactly `count` of the items, chosen at random; fewer items than that throw. */
export function mark<T>(random: Random, items: readonly T[], count: number, as: (item: T) => void): void {
  if (items.length < count) throw new RangeError(`${count} to mark, but only ${items.length} there`);
  for (const item of random.shuffle(items).slice(0, count)) as(item);
}

/** Says yes in a share of the calls, as evenly as whole numbers allow: after n calls round(n·share) within one. */
export function evenly(share: number, start: number): () => boolean {
  let owed = start;
  return () => {
    owed += share;
    if (owed < 1) return false;
    owed -= 1;
    return true;
  };
}
