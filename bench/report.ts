import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AlignmentResult } from './measures/alignment.ts';
import type { AnswersResult } from './measures/answers.ts';
import type { HomeResult } from './measures/home.ts';
import type { Idle } from './measures/idle.ts';
import type { ImportResult } from './measures/imports.ts';
import type { SizeResult } from './size.ts';

export interface Machine {
  readonly cpu: string;
  readonly cpus: number;
  readonly memoryGb: number;
  readonly node: string;
  /** Mean length of the run queue over 1, 5 and 15 minutes. */
  readonly load: readonly number[];
}

/** One run of the benchmark. Nothing in it names a path or a host. */
export interface Report {
  readonly version: string;
  readonly date: string;
  readonly machine: Machine;
  readonly sizes: readonly SizeResult[];
  readonly imports: readonly ImportResult[];
  /** A text says why they were not measured. */
  readonly answers: readonly AnswersResult[] | string | null;
  /** One a size; a text says why it was not measured. */
  readonly home: readonly (HomeResult | string)[];
  readonly idle: Idle | null;
  readonly alignment: AlignmentResult | null;
  readonly loadAtEnd: readonly number[];
}

export const load = (): number[] => loadavg().map((each) => Number(each.toFixed(1)));

export function readMachine(): Machine {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cpus: cpus().length,
    memoryGb: Math.round(totalmem() / 1e9),
    node: process.versions.node,
    load: load(),
  };
}

const RESULTS = fileURLToPath(new URL('./results', import.meta.url));

/** Keeps every run under its time; `latest.json` is the one that is committed, and only a run of everything replaces it. */
export function keep(report: Report, isWhole: boolean): void {
  mkdirSync(RESULTS, { recursive: true });
  const text = `${JSON.stringify(report, null, 2)}\n`;
  writeFileSync(join(RESULTS, `${report.date.replaceAll(':', '-')}.json`), text);
  if (isWhole) writeFileSync(join(RESULTS, 'latest.json'), text);
}
