import type { Measured } from './sides/measured.ts';
import type { Side } from './sides/side.ts';
import { differences, type Facts, type Workload } from './sides/workload.ts';

/** What one side needed for one question: medians over the rounds. */
export interface Result {
  readonly cpuMs: number;
  readonly wallMs: number;
  readonly peakMb: number;
  /** Facts in which it differs from the product; empty when the answers agree. */
  readonly differs: readonly string[];
  readonly failed: string | null;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
};

/**
 * Asks every side the same question in turn, round after round, so that what else the machine does hits all of them.
 * One uncounted round warms up. A side that fails is left out of the later rounds.
 */
export async function contest(
  workload: Workload,
  sides: readonly Side[],
  rounds: number,
): Promise<Readonly<Record<string, Result>>> {
  const all = new Map<Side, Measured<Facts>[]>(sides.map((side) => [side, []]));
  const failed = new Map<Side, string>();
  for (let round = 0; round <= rounds; round += 1) {
    for (const side of sides) {
      if (failed.has(side)) continue;
      try {
        const done = await side.call<Facts>('ask', { workload });
        if (round > 0) all.get(side)?.push(done);
      } catch (error) {
        failed.set(side, (error as Error).message);
      }
    }
  }
  const truth = all.get(sides[0] as Side)?.[0]?.value ?? {};
  return Object.fromEntries(
    sides.map((side) => {
      const done = all.get(side) ?? [];
      const facts = done[0]?.value;
      return [
        side.name,
        {
          cpuMs: median(done.map(({ cpuMs }) => cpuMs)),
          wallMs: median(done.map(({ wallMs }) => wallMs)),
          peakMb: Math.max(0, ...done.map(({ peakMb }) => peakMb)),
          differs: facts ? differences(truth, facts).map((key) => `${key}: ${truth[key]} / ${facts[key]}`) : [],
          failed: failed.get(side) ?? null,
        },
      ];
    }),
  );
}
