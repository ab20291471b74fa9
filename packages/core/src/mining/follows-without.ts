import type { Follows, Routes } from './follows.ts';

/**
 * The directly-follows relation as it would be without one step, for any step, from one pass over the routes: what is
 * new then are the pairs with nothing but that step between them.
 */
export function followsWithout(routes: Routes, follows: Follows): (step: number) => Follows {
  const { steps, positions, direct } = follows;
  const size = steps.length;
  // Place `size` stands for the start and for the end of a route.
  const width = size + 1;
  const bridged = new Uint8Array(size * width * width);
  for (const route of routes) {
    let before = size;
    for (let at = 0; at < route.length; ) {
      const here = positions.get(route[at] as number) as number;
      let next = at + 1;
      while (next < route.length && route[next] === route[at]) next++;
      const after = next < route.length ? (positions.get(route[next] as number) as number) : size;
      bridged[(here * width + before) * width + after] = 1;
      before = here;
      at = next;
    }
  }
  return (step) => {
    const gone = positions.get(step) as number;
    const kept = [...steps.keys()].filter((at) => at !== gone);
    const bridge = (a: number, b: number): boolean => bridged[(gone * width + a) * width + b] === 1;
    const left = kept.map((at) => steps[at] as number);
    const without = new Uint8Array(kept.length * kept.length);
    for (const [i, a] of kept.entries()) {
      for (const [j, b] of kept.entries()) {
        if (direct[a * size + b] === 1 || bridge(a, b)) without[i * kept.length + j] = 1;
      }
    }
    return {
      steps: left,
      positions: new Map(left.map((one, at) => [one, at])),
      direct: without,
      starts: Uint8Array.from(kept, (at) => (follows.starts[at] === 1 || bridge(size, at) ? 1 : 0)),
      ends: Uint8Array.from(kept, (at) => (follows.ends[at] === 1 || bridge(at, size) ? 1 : 0)),
    };
  };
}
