import { Problem } from '@continuo/core';
import { checkContract, type FileProblem, type Finding, findingText, isFine, problemText } from '@continuo/journeyfile';
import { defineCommand } from 'citty';
import type { Connection, Target } from '../connect.ts';
import { EXIT } from '../exit-codes.ts';
import { print, say } from '../print.ts';
import { FOLDER, SERVER_URL } from './arguments.ts';
import { readMapFile } from './journey-file.ts';
import { type Fit, fitOf, knownOf } from './journey-fit.ts';

/** What is said of one file. */
interface Report {
  readonly file: string;
  readonly isFine: boolean;
  readonly problems: readonly FileProblem[];
  readonly findings: readonly (Finding & { readonly line: number | null })[];
  readonly fit: Fit | null;
}

export const journeyCheck = defineCommand({
  meta: {
    name: 'check',
    description:
      'Say what is wrong with map files; with --folder or --url also whether their events exist; exits 1 when something is',
  },
  args: {
    files: { type: 'positional', description: 'File or files', required: true, valueHint: 'FILE…' },
    minFitness: {
      type: 'string',
      description: 'Least share (0 to 1) of what customers did that goes as the map says; needs data',
      valueHint: '0.8',
    },
    strict: { type: 'boolean', description: 'Warnings count as problems' },
    folder: FOLDER,
    url: SERVER_URL,
    json: { type: 'boolean', description: 'The report as JSON' },
  },
  async run({ args }) {
    const least = leastOf(args.minFitness);
    const hasData = args.folder !== undefined || args.url !== undefined || least !== null;
    const connection = hasData ? await connected(args) : null;
    try {
      const known = connection === null ? {} : await knownOf(connection);
      const reports: Report[] = [];
      for (const file of args._ as string[]) {
        const read = await readMapFile(file);
        if (!read.ok) {
          reports.push({ file, isFine: false, problems: read.problems, findings: [], fit: null });
          continue;
        }
        const found = checkContract(read.contract, known);
        const findings = found.map((finding) => ({ ...finding, line: read.lines.get(finding.id ?? '') ?? null }));
        const isSound = isFine(findings) && !(args.strict && findings.some(({ severity }) => severity === 'warning'));
        const fit =
          connection !== null && least !== null && isFine(findings) ? await fitOf(connection, read.contract) : null;
        const isEnough = least === null || (fit !== null && fit.fitness !== null && fit.fitness >= least);
        reports.push({ file, isFine: isSound && isEnough, problems: [], findings, fit });
      }
      if (args.json) print(JSON.stringify(reports, null, 2));
      else for (const report of reports) tell(report, least);
      if (reports.some((report) => !report.isFine)) process.exitCode = EXIT.failed;
    } finally {
      await connection?.close();
    }
  },
});

/** The server is loaded only when it is needed: a file is checked in a fraction of that time. */
async function connected(target: Target): Promise<Connection> {
  const { connect } = await import('../connect.ts');
  return await connect(target);
}

function leastOf(typed: string | undefined): number | null {
  if (typed === undefined) return null;
  const least = Number(typed);
  if (typed.trim() === '' || !(least >= 0 && least <= 1))
    throw new Problem('input.invalid', `--min-fitness is a number from 0 to 1, not “${typed}”.`);
  return least;
}

function tell({ file, isFine: isGood, problems, findings, fit }: Report, least: number | null): void {
  for (const problem of problems) print(`${file}: ✗ ${problemText(problem)}`);
  for (const finding of findings)
    print(`${file}${finding.line === null ? '' : `:${finding.line}`}: ${findingText(finding)}`);
  if (fit !== null) print(`${file}: ${fitText(fit, least)}`);
  else if (least !== null) print(`${file}: ✗ not held against what customers did, for it has errors.`);
  say(`${file}: ${isGood ? 'fine' : 'not fine'}.`);
}

function fitText({ fitness, runs }: Fit, least: number | null): string {
  if (fitness === null) return '✗ no customer passed this journey: fitness cannot be told.';
  const mark = least !== null && fitness < least ? '✗' : '✓';
  return `${mark} fitness ${fitness.toFixed(3)} over ${runs} journeys${least === null ? '' : `; at least ${least} is wanted`}.`;
}
