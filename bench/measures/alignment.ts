import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Cost } from '../sides/measured.ts';
import { startSide } from '../sides/side.ts';

export interface ReceiptAlignment extends Cost {
  readonly model: string;
  /** In a process that has done nothing yet, so nothing is compiled. */
  readonly isFirst: boolean;
  /** Costs that are not those of pm4py. */
  readonly differ: number;
  /** What pm4py needed for the same, ms of wall time on one core. */
  readonly pm4pyMs: number;
}

export interface RunsAlignment extends Cost {
  readonly runs: number;
  readonly kinds: number;
  readonly moves: number;
  readonly threads: number;
}

export interface AlignmentResult {
  /** Null: the reference results are not there. */
  readonly receipt: readonly ReceiptAlignment[] | null;
  readonly runs: RunsAlignment;
}

const PM4PY_MS: Readonly<Record<string, number>> = { '0.0': 64_000, '0.2': 40_000 };
const ROUNDS = 5;
const RUNS = 1_000_000;
const KINDS = 50_000;
const THREADS = 2;

/** Aligns the routes of a real log to two mined maps, and a million runs to a map of 30 steps. */
export async function measureAlignment(say: (line: string) => void): Promise<AlignmentResult> {
  const shared = process.env.CONTINUO_SHARED ?? resolve(import.meta.dirname, '../../../shared');
  const file = resolve(shared, 'reference/receipt_align.json');
  say('alignment');
  return { receipt: existsSync(file) ? await measureReceipt(file) : null, runs: await measureRuns() };
}

async function measureReceipt(file: string): Promise<readonly ReceiptAlignment[]> {
  const results: ReceiptAlignment[] = [];
  for (const [model, pm4pyMs] of Object.entries(PM4PY_MS)) {
    const side = startSide('alignment', './aligning.ts');
    try {
      await side.call('openReceipt', { file });
      const rounds: ReceiptAlignment[] = [];
      for (let round = 0; round <= ROUNDS; round += 1) {
        const { value, ...cost } = await side.call<{ differ: number }>('receipt', { model });
        rounds.push({ model, isFirst: round === 0, ...value, pm4pyMs, ...cost });
      }
      const [first, ...later] = rounds as [ReceiptAlignment, ...ReceiptAlignment[]];
      later.sort((a, b) => a.cpuMs - b.cpuMs);
      results.push(first, later[Math.floor(later.length / 2)] as ReceiptAlignment);
    } finally {
      await side.close();
    }
  }
  return results;
}

async function measureRuns(): Promise<RunsAlignment> {
  const side = startSide('alignment', './aligning.ts');
  try {
    await side.call('openRuns', { runs: RUNS, kinds: KINDS, threads: THREADS });
    const { value, ...cost } = await side.call<{ runs: number; kinds: number; moves: number }>('runs');
    await side.call('close');
    return { ...value, threads: THREADS, ...cost };
  } finally {
    await side.close();
  }
}
