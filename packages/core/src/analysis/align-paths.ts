/** One place of two routes laid side by side. */
export type AlignStep =
  | { readonly kind: 'same'; readonly a: string; readonly b: string }
  /** Each route has something else here. */
  | { readonly kind: 'other'; readonly a: string; readonly b: string }
  | { readonly kind: 'only-a'; readonly a: string; readonly b: null }
  | { readonly kind: 'only-b'; readonly a: null; readonly b: string };

/** Two routes side by side. */
export interface PathAlignment {
  readonly steps: readonly AlignStep[];
  /** Levenshtein distance: steps put in, left out or exchanged. */
  readonly distance: number;
  /** `distance` over the longer route, 0 … 1; 0 when both are empty. */
  readonly normalised: number;
}

/**
 * Lays two routes side by side with the fewest differences (Levenshtein, all costs 1).
 * Tie rule, in this order: most equal steps; then, from the start on, an equal step, else an exchange, else a step only
 * `a` has, else one only `b` has. Empty routes are allowed. O(|a| · |b|) time and memory.
 */
export function alignPaths(a: readonly string[], b: readonly string[]): PathAlignment {
  const width = b.length + 1;
  // Costs of aligning the rests a[i…], b[j…]. One difference outweighs any number of equal steps, so one number holds both.
  const unit = Math.min(a.length, b.length) + 1;
  const cost = new Float64Array((a.length + 1) * width);
  const at = (i: number, j: number): number => cost[i * width + j] as number;
  for (let i = a.length; i >= 0; i--) {
    for (let j = b.length; j >= 0; j--) {
      if (i === a.length && j === b.length) continue;
      let best = Number.POSITIVE_INFINITY;
      if (i < a.length && j < b.length) best = at(i + 1, j + 1) + (a[i] === b[j] ? -1 : unit);
      if (i < a.length) best = Math.min(best, at(i + 1, j) + unit);
      if (j < b.length) best = Math.min(best, at(i, j + 1) + unit);
      cost[i * width + j] = best;
    }
  }
  const steps: AlignStep[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const here = at(i, j);
    const x = a[i];
    const y = b[j];
    if (x !== undefined && y !== undefined && here === at(i + 1, j + 1) + (x === y ? -1 : unit)) {
      steps.push({ kind: x === y ? 'same' : 'other', a: x, b: y });
      i++;
      j++;
    } else if (x !== undefined && here === at(i + 1, j) + unit) {
      steps.push({ kind: 'only-a', a: x, b: null });
      i++;
    } else {
      steps.push({ kind: 'only-b', a: null, b: y as string });
      j++;
    }
  }
  const distance = steps.filter((step) => step.kind !== 'same').length;
  const longest = Math.max(a.length, b.length);
  return { steps, distance, normalised: longest === 0 ? 0 : distance / longest };
}
