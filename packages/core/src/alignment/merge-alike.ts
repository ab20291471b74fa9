/** Places 0 … ends.length − 1, 1 where it may end, and edges that are steps in three lists of equal length. */
export interface StepGraph {
  readonly ends: Uint8Array;
  readonly from: readonly number[];
  readonly step: readonly number[];
  readonly to: readonly number[];
}

/** Multipliers of two independent hashes of 32 bits. */
const FIRST = 0x9e37_79b1;
const SECOND = 0x85eb_ca77;

/**
 * Numbers places so that two get the same number only if the same may follow from both: starts from "may it end here" and
 * splits as long as places of one class lead, by a step, into different classes. That is stricter than "same language"
 * when one step leads to several places, so nothing is ever merged that should not be.
 *
 * Where places lead to is compared by two hashes of 32 bits, and the outcome is checked edge by edge: should hashes ever
 * have collided nothing is merged. Edges must be sorted by (from, step), each once.
 */
export function mergeAlike(draft: StepGraph): Int32Array {
  const places = draft.ends.length;
  let classes = Int32Array.from(draft.ends);
  let count = new Set(classes).size;
  const first = new Int32Array(places);
  const second = new Int32Array(places);
  for (;;) {
    for (let place = 0; place < places; place += 1) {
      first[place] = Math.imul((classes[place] as number) + 1, FIRST);
      second[place] = Math.imul((classes[place] as number) + 1, SECOND);
    }
    for (let edge = 0; edge < draft.from.length; edge += 1) {
      const place = draft.from[edge] as number;
      const step = draft.step[edge] as number;
      const to = (classes[draft.to[edge] as number] as number) + 1;
      first[place] = ((first[place] as number) + mix(Math.imul(to, SECOND) ^ Math.imul(step, FIRST))) | 0;
      second[place] = ((second[place] as number) + mix(Math.imul(to, FIRST) + Math.imul(step, SECOND))) | 0;
    }
    const numbers = new Map<number, number>();
    const split = new Int32Array(places);
    for (let place = 0; place < places; place += 1) {
      // 53 bits of the 64, as a number that is exact.
      const key = ((first[place] as number) >>> 11) * 0x1_0000_0000 + ((second[place] as number) >>> 0);
      let number = numbers.get(key);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(key, number);
      }
      split[place] = number;
    }
    classes = split;
    if (numbers.size <= count) break;
    count = numbers.size;
  }
  return isSound(draft, classes) ? classes : Int32Array.from({ length: places }, (_, place) => place);
}

function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x7feb_352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846c_a68b);
  return mixed ^ (mixed >>> 16);
}

/** Whether all places of a class may end or not alike, and lead by the same steps into the same classes. */
function isSound({ ends, from, step, to }: StepGraph, classes: Int32Array): boolean {
  const leads = new Map<number, string[]>();
  for (const [edge, place] of from.entries()) {
    const one = `${step[edge]}:${classes[to[edge] as number]}`;
    const known = leads.get(place);
    if (known === undefined) leads.set(place, [one]);
    else known.push(one);
  }
  const models = new Map<number, string>();
  for (const [place, end] of ends.entries()) {
    const what = `${end} ${[...new Set(leads.get(place))].sort().join(' ')}`;
    const own = classes[place] as number;
    const model = models.get(own);
    if (model === undefined) models.set(own, what);
    else if (model !== what) return false;
  }
  return true;
}
