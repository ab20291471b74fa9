/**
 * Numbers places so that two get the same number only if the same may follow from both: starts from "may it end here" and
 * splits as long as places of one class lead, by a step, into different classes. Alike is stricter than "same language"
 * when one step leads to several places, so nothing is ever merged that should not be. At most 64 rounds of splitting pay
 * off; if they are not enough (a chain longer than that unrolls one place a round) nothing is merged.
 */
export function mergeAlike(
  mayEnd: readonly boolean[],
  edges: readonly { readonly from: number; readonly step: number; readonly to: number }[],
): Int32Array {
  const places = mayEnd.length;
  const outgoing: { readonly step: number; readonly to: number }[][] = Array.from({ length: places }, () => []);
  for (const edge of edges) (outgoing[edge.from] as { step: number; to: number }[]).push(edge);
  let classes = Int32Array.from(mayEnd, (isEnd) => (isEnd ? 1 : 0));
  let count = new Set(classes).size;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const numbers = new Map<string, number>();
    const split = new Int32Array(places);
    for (let place = 0; place < places; place += 1) {
      const to = (outgoing[place] as { step: number; to: number }[]).map((edge) => `${edge.step}:${classes[edge.to]}`);
      const key = `${classes[place]} ${[...new Set(to)].sort().join(' ')}`;
      let number = numbers.get(key);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(key, number);
      }
      split[place] = number;
    }
    if (numbers.size === count) return split;
    count = numbers.size;
    classes = split;
  }
  return Int32Array.from({ length: places }, (_, place) => place);
}

const MOST_ROUNDS = 64;
