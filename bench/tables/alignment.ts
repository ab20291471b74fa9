import type { AlignmentResult } from '../measures/alignment.ts';
import { table, times, whole } from './table.ts';

/** What alignments cost, beside pm4py. */
export function printAlignment({ receipt, runs }: AlignmentResult): readonly string[] {
  const rows = (receipt ?? []).map((one) => [
    `116 routes of receipt, noise ${one.model}, ${one.isFirst ? 'first time' : 'warm'}`,
    whole(one.cpuMs),
    whole(one.wallMs),
    whole(one.peakMb),
    times(one.pm4pyMs, one.wallMs),
    whole(one.differ),
  ]);
  const many = `${whole(runs.runs)} runs of ${whole(runs.kinds)} sequences, 30 steps, ${runs.threads} threads`;
  return [
    table(
      ['alignment', 'CPU ms', 'wall ms', 'peak MB', 'pm4py:ours', 'costs that differ'],
      [...rows, [many, whole(runs.cpuMs), whole(runs.wallMs), whole(runs.peakMb), '–', '–']],
    ),
  ];
}
