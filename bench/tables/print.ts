import type { Report } from '../report.ts';
import { DUCKDB, LISTS, OURS, type SizeResult, WINDOW } from '../size.ts';
import { printAlignment } from './alignment.ts';
import { table, times, whole } from './table.ts';
import { targets } from './targets.ts';

/** The whole report as text. */
export function print(report: Report): string {
  const { machine } = report;
  return [
    `Continuo ${report.version} · ${machine.cpus} × ${machine.cpu} · ${machine.memoryGb} GB · Node ${machine.node} · load ${machine.load.join(' ')} at start, ${report.loadAtEnd.join(' ')} at end`,
    'CPU ms = user + system of all threads of the process of each side, medians of interleaved rounds, warm; 2 threads a statement on every side.',
    ...report.sizes.flatMap(printSize),
    ...printImports(report),
    ...printAnswers(report),
    ...printHome(report),
    ...(report.alignment === null ? [] : printAlignment(report.alignment)),
    report.idle === null
      ? ''
      : `Server at rest: ${'mb' in report.idle ? `${whole(report.idle.mb)} MB` : `not measured (${report.idle.notMeasured})`}`,
    'Targets',
    table(
      ['target', 'measured', 'met'],
      targets(report).map(({ what, measured, met }) => [
        what,
        measured,
        met === null ? 'not measured' : met ? 'yes' : 'NO',
      ]),
    ),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function printSize(size: SizeResult): readonly string[] {
  const millions = `${size.events / 1_000_000}M events`;
  return [
    `${millions} · engine ${size.engine} · DuckDB ${size.duckdb} · ${size.rounds} rounds`,
    printQuestions(size),
    printTimeline(size),
    printKeeping(size),
    printDisk(size),
  ];
}

function printQuestions({ questions }: SizeResult): string {
  const rows = Object.entries(questions).map(([question, sides]) => {
    const cpu = (side: string): number | undefined => sides[side]?.cpuMs;
    return [
      question,
      ...[OURS, LISTS, DUCKDB, WINDOW].map((side) => (sides[side]?.failed ? 'failed' : whole(cpu(side)))),
      times(cpu(DUCKDB), cpu(WINDOW)),
      times(cpu(LISTS), cpu(OURS)),
      times(cpu(DUCKDB), cpu(OURS)),
      times(cpu(WINDOW), cpu(OURS)),
      whole(sides[OURS]?.peakMb),
    ];
  });
  if (rows.length === 0) return '';
  const notes = Object.entries(questions).flatMap(([question, sides]) =>
    Object.entries(sides).flatMap(([side, { differs, failed }]) => [
      ...differs.map((fact) => `! ${question}: ${side} differs: ${fact}`),
      ...(failed ? [`! ${question}: ${failed}`] : []),
    ]),
  );
  return [
    table(
      [
        'CPU ms',
        OURS,
        'DuckDB lists',
        'DuckDB events',
        'engine events',
        'events:events',
        'stored:stored',
        'DuckDB events:ours',
        'engine events:ours',
        'our peak MB',
      ],
      rows,
    ),
    notes.length === 0 ? 'All sides give equal answers (see README: what is compared).' : notes.join('\n'),
    'Ours is the whole answer of the product: path graph with its activities, funnel with times, flow and variants with people and channels; the others compute what is compared only.',
  ].join('\n');
}

function printTimeline({ timeline }: SizeResult): string {
  const rows = Object.entries(timeline).map(([side, { value, cpuMs }]) => [
    side,
    value.p50Ms.toFixed(1),
    value.p99Ms.toFixed(1),
    (cpuMs / 1020).toFixed(1),
  ]);
  return rows.length === 0 ? '' : table(['timeline of 1,000 people', 'p50 ms', 'p99 ms', 'CPU ms each'], rows);
}

function printKeeping({ build, maintain }: SizeResult): string {
  const rows = [
    ...Object.entries(build).map(([side, cost]) => ({ side, what: 'build all', cost })),
    ...Object.entries(maintain).map(([side, cost]) => ({ side, what: '50,000 people', cost })),
  ].map(({ side, what, cost }) => [
    `${what}: ${side}`,
    whole(cost.cpuMs),
    whole(cost.wallMs),
    whole(cost.peakMb - cost.beforeMb),
    whole(cost.peakMb),
  ]);
  return table(['keeping runs or lists', 'CPU ms', 'wall ms', 'MB above idle', 'peak MB'], rows);
}

function printDisk({ disk }: SizeResult): string {
  return table(
    ['bytes an event', 'bytes'],
    [
      ...disk.tables.map((one) => [`${one.table} in all`, one.bytesAnEvent.toFixed(2)]),
      ...disk.columns
        .filter(({ bytesAnEvent }) => bytesAnEvent >= 0.01)
        .map((one) => [`  ${one.table}.${one.column}`, one.bytesAnEvent.toFixed(2)]),
    ],
  );
}

function printAnswers({ answers }: Report): readonly string[] {
  if (answers === null) return [];
  if (typeof answers === 'string') return [`Answers: not measured (${answers})`];
  const rows = answers.map(({ kind, answers, rows, wallMs, cpuMs }) => [
    kind,
    whole(answers),
    whole(rows),
    (wallMs / 1000).toFixed(1),
    (cpuMs / 1000).toFixed(1),
    whole(rows / (wallMs / 1000)),
  ]);
  return [table(['answers, until questions see them', 'answers', 'rows', 's', 'CPU s', 'rows/s'], rows)];
}

function printImports({ imports }: Report): readonly string[] {
  if (imports.length === 0) return [];
  const rows = imports.map(({ kind, events, fileMb, cpuMs, wallMs, peakMb }) => [
    kind,
    whole(events),
    whole(fileMb),
    whole(events / (wallMs / 1000)),
    (cpuMs / 1000 / (events / 1_000_000)).toFixed(1),
    whole(events / (cpuMs / 1000)),
    whole(peakMb),
  ]);
  return [table(['import', 'events', 'file MB', 'events/s', 'CPU s a million', 'events per CPU s', 'peak MB'], rows)];
}

function printHome({ home }: Report): readonly string[] {
  if (home.length === 0) return [];
  const rows = home.map((one) =>
    typeof one === 'string'
      ? [one]
      : [one.events, one.firstMs, one.warmMs, one.countedMs, one.cpuMs, one.residentMb].map((value) => whole(value)),
  );
  return [
    'Home, by the program itself: the demo maps over the demo and copies of its customers',
    table(['events', 'first look, ms', 'warm, ms', 'all counted after, ms', 'CPU ms until then', 'server, MB'], rows),
  ];
}
