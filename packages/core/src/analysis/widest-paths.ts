/** A directed edge between two node numbers with what can flow along it. */
export interface Arc {
  readonly from: number;
  readonly to: number;
  readonly capacity: number;
}

interface Candidate {
  readonly node: number;
  readonly via: number;
  readonly capacity: number;
  readonly hops: number;
}

/** Wider first, then fewer hops, then the lower numbers: a total order, so the result never depends on timing. */
function isBefore(a: Candidate, b: Candidate): boolean {
  if (a.capacity !== b.capacity) return a.capacity > b.capacity;
  if (a.hops !== b.hops) return a.hops < b.hops;
  return a.node !== b.node ? a.node < b.node : a.via < b.via;
}

function push(heap: Candidate[], item: Candidate): void {
  let at = heap.push(item) - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!isBefore(item, heap[parent] as Candidate)) break;
    heap[at] = heap[parent] as Candidate;
    at = parent;
  }
  heap[at] = item;
}

function pop(heap: Candidate[]): Candidate | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return first;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && isBefore(heap[child + 1] as Candidate, heap[child] as Candidate)) child++;
    if (!isBefore(heap[child] as Candidate, last)) break;
    heap[at] = heap[child] as Candidate;
    at = child;
  }
  heap[at] = last;
  return first;
}

/**
 * Maximum-bottleneck tree (Dijkstra with capacities): the node before each node on a path whose thinnest edge is as
 * thick as possible. −1: the path begins here; −2: cannot be reached. Of equally thick paths the shorter wins, then
 * the lower node numbers. `sources[n]` is what flows into node n from outside; 0 or less: nothing.
 * O((N + E) log E). No sources: everything is −2.
 */
export function widestPaths(size: number, arcs: readonly Arc[], sources: readonly number[]): readonly number[] {
  const out: Arc[][] = Array.from({ length: size }, () => []);
  for (const arc of arcs) out[arc.from]?.push(arc);
  const via = new Array<number>(size).fill(-2);
  const heap: Candidate[] = [];
  for (let node = 0; node < size; node++) {
    const capacity = sources[node] ?? 0;
    if (capacity > 0) push(heap, { node, via: -1, capacity, hops: 0 });
  }
  for (let next = pop(heap); next !== undefined; next = pop(heap)) {
    if (via[next.node] !== -2) continue;
    via[next.node] = next.via;
    for (const arc of out[next.node] as Arc[]) {
      if (via[arc.to] !== -2 || arc.capacity <= 0) continue;
      const capacity = Math.min(next.capacity, arc.capacity);
      push(heap, { node: arc.to, via: next.node, capacity, hops: next.hops + 1 });
    }
  }
  return via;
}
