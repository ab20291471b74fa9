import type { Box, Placement } from './place.ts';

/** Where a line leaves or meets a card. */
export interface End {
  readonly row: number;
  readonly u: number;
  readonly v: number;
}

/** A row that a line passes at `v`, straight, from one side of its cards to the other. */
export interface Bend {
  readonly row: number;
  readonly u: number;
  v: number;
}

/** Room kept between a passing line and a card. */
const CLEAR = 9;

interface Passage {
  readonly bend: Bend;
  /** Where the line comes from and goes to: lines through one gap are kept in this order. */
  readonly lean: number;
}

/**
 * For each line the rows where it must bend so that it passes between cards, not behind them. A line that is free as
 * it stands gets no bend. Lines through one gap are spread over it side by side.
 */
export function bendAround(
  lines: readonly (readonly [End, End])[],
  placement: Placement,
): readonly (readonly Bend[])[] {
  const passages = new Map<string, Passage[]>();
  const found = lines.map(([first, last]) => {
    const bends: Bend[] = [];
    split(first, last, placement, bends);
    for (const bend of bends) {
      const key = `${bend.row} ${gapAt(placement.rows[bend.row] as readonly Box[], bend.v)}`;
      const passage = { bend, lean: first.v + last.v };
      const same = passages.get(key);
      if (same) same.push(passage);
      else passages.set(key, [passage]);
    }
    return bends;
  });
  for (const same of passages.values()) spread(same, placement);
  // Moved bends may lead a line behind another card: bend it there as well, and leave the others alone.
  return lines.map(([first, last], index) => {
    const bends = found[index] as Bend[];
    const checked: Bend[] = [];
    let from = first;
    for (const bend of bends) {
      split(from, { row: bend.row, u: bend.u - placement.halfU, v: bend.v }, placement, checked);
      checked.push(bend);
      from = { row: bend.row, u: bend.u + placement.halfU, v: bend.v };
    }
    split(from, last, placement, checked);
    return checked;
  });
}

/** Number of cards of the row that lie before `v`. */
function gapAt(row: readonly Box[], v: number): number {
  let low = 0;
  let high = row.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((row[middle] as Box).v < v) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How much of the room of the row's cards lies between two heights; 0: free. A steep line sweeps over several. */
function depthIn(row: readonly Box[], low: number, high: number): number {
  let depth = 0;
  for (let at = Math.max(0, gapAt(row, low) - 1); at < row.length; at++) {
    const { v, before, after } = row[at] as Box;
    const [from, to] = [v - before - CLEAR + 1, v + after + CLEAR - 1];
    if (from >= high) break;
    if (to > low) depth = Math.max(depth, Math.min(high - from, to - low));
  }
  return depth;
}

const STEPS = 512;

/**
 * Height of the smooth line from (0, 0) to (1, 1) at each 512th of its width. Both its control points lie half way, so
 * u(t) = 1.5 t (1 − t) + t³, which is monotone, and v(t) = t² (3 − 2 t). One table for all lines: they differ in scale.
 */
const RISE = Float64Array.from({ length: STEPS + 1 }, (_, step) => {
  let [low, high] = [0, 1];
  for (let halving = 0; halving < 30; halving++) {
    const t = (low + high) / 2;
    if (1.5 * t * (1 - t) + t * t * t < step / STEPS) low = t;
    else high = t;
  }
  return low * low * (3 - 2 * low);
});

/** Height of the smooth line from a to b at u, to within a 500th of its rise. */
function heightAt(a: End, b: End, u: number): number {
  const x = Math.min(1, Math.max(0, (u - a.u) / (b.u - a.u)));
  return a.v + (b.v - a.v) * (RISE[Math.round(x * STEPS)] as number);
}

/** Finds the row where the line from a to b lies deepest behind a card, bends it there, and looks at both halves. */
function split(a: End, b: End, placement: Placement, bends: Bend[]): void {
  const { rows, pitch, halfU } = placement;
  let worst = -1;
  let deepest = 0;
  for (let row = a.row + 1; row < b.row; row++) {
    const boxes = rows[row] as readonly Box[];
    const enter = heightAt(a, b, row * pitch - halfU);
    const leave = heightAt(a, b, row * pitch + halfU);
    const depth = depthIn(boxes, Math.min(enter, leave), Math.max(enter, leave));
    if (depth <= deepest) continue;
    deepest = depth;
    worst = row;
  }
  if (worst < 0) return;
  const u = worst * pitch;
  const bend = { row: worst, u, v: nearestGap(rows[worst] as readonly Box[], heightAt(a, b, u)) };
  split(a, { row: worst, u: u - halfU, v: bend.v }, placement, bends);
  bends.push(bend);
  split({ row: worst, u: u + halfU, v: bend.v }, b, placement, bends);
}

/** The free height nearest to `v`; the middle of a gap that is too narrow. */
function nearestGap(row: readonly Box[], v: number): number {
  const gap = gapAt(row, v);
  const [from, to] = limitsOf(row, gap);
  if (from !== null && to !== null && from > to) return (from + to) / 2;
  return Math.min(Math.max(v, from ?? v), to ?? Number.POSITIVE_INFINITY);
}

/** Free heights of the gap before card number `gap`; null: no card on that side. */
function limitsOf(row: readonly Box[], gap: number): readonly [from: number | null, to: number | null] {
  const [before, after] = [row[gap - 1], row[gap]];
  return [
    before === undefined ? null : before.v + before.after + CLEAR,
    after === undefined ? null : after.v - after.before - CLEAR,
  ];
}

/** Puts the lines of one gap side by side, at most 8 px apart, inside the gap. */
function spread(same: Passage[], { rows }: Placement): void {
  const first = same[0];
  if (first === undefined || same.length < 2) return;
  const row = rows[first.bend.row] as readonly Box[];
  const gap = gapAt(row, first.bend.v);
  const [from, to] = limitsOf(row, gap);
  same.sort((a, b) => a.lean - b.lean || a.bend.v - b.bend.v);
  const count = same.length;
  if (from !== null && to !== null) {
    const step = Math.min(8, Math.max(0, to - from) / count);
    const mean = same.reduce((sum, { bend }) => sum + bend.v, 0) / count;
    const half = ((count - 1) * step) / 2;
    const middle = Math.min(Math.max(mean, from + half), Math.max(from + half, to - half));
    same.forEach(({ bend }, index) => {
      bend.v = middle + (index - (count - 1) / 2) * step;
    });
    return;
  }
  // Outside the row there is room without end: outwards from the last card. Nearest: the one that leans least outwards.
  const outward = from !== null ? 1 : -1;
  const edge = from ?? to ?? first.bend.v;
  const step = Math.min(8, 160 / count);
  const ordered = outward > 0 ? same : [...same].reverse();
  ordered.forEach(({ bend }, index) => {
    bend.v = edge + outward * index * step;
  });
}
