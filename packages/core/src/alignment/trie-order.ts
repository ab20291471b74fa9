import type { SequenceBatch } from './sequence-batch.ts';

/** Positions of `keys` (0 … n − 1), sorted by key; those of key k are `order[first[k]]` … `order[first[k + 1] − 1]`. */
export function sortedBy(keys: Int32Array, n: number): { readonly first: Int32Array; readonly order: Int32Array } {
  const first = new Int32Array(n + 1);
  for (const key of keys) first[key + 1] = (first[key + 1] as number) + 1;
  for (let key = 0; key < n; key += 1) first[key + 1] = (first[key + 1] as number) + (first[key] as number);
  const place = first.slice();
  const order = new Int32Array(keys.length);
  for (const [index, key] of keys.entries()) {
    order[place[key] as number] = index;
    place[key] = (place[key] as number) + 1;
  }
  return { first, order };
}

/** Numbers of the sequences, sorted by their touches from the last to the first, short ones before longer ones. */
export function sortedFromTheEnd({ steps, starts }: SequenceBatch): Uint32Array {
  const order = new Uint32Array(starts.length - 1);
  for (let index = 0; index < order.length; index += 1) order[index] = index;
  return order.sort((a, b) => {
    const firstA = starts[a] as number;
    const firstB = starts[b] as number;
    let touchA = (starts[a + 1] as number) - 1;
    let touchB = (starts[b + 1] as number) - 1;
    while (touchA >= firstA && touchB >= firstB) {
      const differ = (steps[touchA] as number) - (steps[touchB] as number);
      if (differ !== 0) return differ;
      touchA -= 1;
      touchB -= 1;
    }
    return touchA - firstA - (touchB - firstB) || a - b;
  });
}

/** How many touches the ends of two sequences have in common. */
export function commonRest({ steps, starts }: SequenceBatch, a: number, b: number): number {
  const endA = starts[a + 1] as number;
  const endB = starts[b + 1] as number;
  const most = Math.min(endA - (starts[a] as number), endB - (starts[b] as number));
  let common = 0;
  while (common < most && steps[endA - 1 - common] === steps[endB - 1 - common]) common += 1;
  return common;
}

/** The largest of some prices; 0 without any. */
export function mostOf(prices: Float64Array): number {
  return prices.reduce((most, one) => Math.max(most, one), 0);
}
