/** Latency of one question after the other. */
export interface Latencies {
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly rows: number;
}

const WARM_UP = 20;

/** Asks for each item in turn; the first 20 are asked beforehand as well, to warm up. The answer is a number of rows. */
export async function latencies<Item>(
  items: readonly Item[],
  ask: (item: Item) => Promise<number>,
): Promise<Latencies> {
  for (const item of items.slice(0, WARM_UP)) await ask(item);
  const times: number[] = [];
  let rows = 0;
  for (const item of items) {
    const began = performance.now();
    rows += await ask(item);
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
  return { p50Ms: at(0.5), p99Ms: at(0.99), rows };
}
