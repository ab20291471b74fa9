import type { Report } from '../report.ts';
import { DUCKDB, LISTS, OURS } from '../size.ts';

export interface Target {
  readonly what: string;
  readonly measured: string;
  /** Null: nothing was measured that could tell. */
  readonly met: boolean | null;
}

/** The promises of the issue, held against the largest size that was measured. */
export function targets({ sizes, imports, answers, home, idle, alignment }: Report): readonly Target[] {
  const size = sizes.reduce<(typeof sizes)[number] | undefined>(
    (most, one) => (most && most.events > one.events ? most : one),
    undefined,
  );
  const graph = size?.questions['path-graph'];
  const ratio = (side: string): number | null => {
    const ours = graph?.[OURS]?.cpuMs;
    const other = graph?.[side]?.cpuMs;
    return ours && other ? other / ours : null;
  };
  const p99 = size?.timeline[OURS]?.value.p99Ms ?? null;
  const bytes =
    size?.disk.tables.filter(({ table }) => table !== 'migrations').reduce((all, one) => all + one.bytesAnEvent, 0) ??
    null;
  const build = size?.build[OURS];
  const rate = (kind: string): number | null => {
    const one = imports.find((each) => each.kind === kind);
    return one ? one.events / (one.wallMs / 1000) : null;
  };
  const importPeak = imports.length === 0 ? null : Math.max(...imports.map(({ peakMb }) => peakMb));
  const receipt = alignment?.receipt ?? null;
  const slowestReceipt = receipt === null ? null : Math.max(...receipt.map(({ cpuMs }) => cpuMs));
  const runs = alignment?.runs ?? null;
  const answersMs = Array.isArray(answers) ? Math.max(...answers.map(({ wallMs }) => wallMs)) : null;
  const largest = home.findLast((one) => typeof one !== 'string');
  const idleMb = idle !== null && 'mb' in idle ? idle.mb : null;
  return [
    atLeast('path graph, DuckDB windows over events : ours', ratio(DUCKDB), 10, '×'),
    atLeast('path graph, DuckDB stored lists : ours', ratio(LISTS), 2, '×'),
    atMost('timeline p99, ms', p99, 10, ''),
    atMost('bytes an event on disk in all', bytes, 40, ''),
    atMost('full build, CPU s', build ? build.cpuMs / 1000 : null, 6, ''),
    atMost('full build, MB above idle', build ? build.peakMb - build.beforeMb : null, 700, ''),
    atMost('server at rest, MB', idleMb, 450, ''),
    atLeast('CSV rows/s', rate('csv'), 150_000, ''),
    atLeast('XES events/s', rate('xes'), 40_000, ''),
    atMost('import peak, MB', importPeak, 600, ''),
    atMost('100,000 answers until questions see them, s', answersMs === null ? null : answersMs / 1000, 10, ''),
    atMost('Home, first look after a load, s', largest ? largest.firstMs / 1000 : null, 2, ''),
    atMost('Home, warm, ms', largest ? largest.warmMs : null, 500, ''),
    atMost('116 routes of receipt aligned to one map, CPU ms', slowestReceipt, 300, ''),
    atMost('1M runs of 50,000 sequences aligned, s', runs === null ? null : runs.wallMs / 1000, 20, ''),
    atMost('1M runs aligned, peak MB', runs?.peakMb ?? null, 1_000, ''),
  ];
}

const shown = (value: number | null, unit: string): string =>
  value === null ? '–' : `${value >= 1000 ? Math.round(value).toLocaleString('en') : value.toFixed(1)} ${unit}`.trim();

function atLeast(what: string, value: number | null, bound: number, unit: string): Target {
  return {
    what: `${what} ≥ ${bound.toLocaleString('en')}`,
    measured: shown(value, unit),
    met: value === null ? null : value >= bound,
  };
}

function atMost(what: string, value: number | null, bound: number, unit: string): Target {
  return { what: `${what} ≤ ${bound}`, measured: shown(value, unit), met: value === null ? null : value <= bound };
}
