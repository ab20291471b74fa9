// `npm run bench`: measures and prints; README.md says what, against whom, and how to read it.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isWanted, needsWorld, readFlags } from './flags.ts';
import { measureAlignment } from './measures/alignment.ts';
import { measureAnswers } from './measures/answers.ts';
import { type HomeResult, measureHome } from './measures/home.ts';
import { measureIdle } from './measures/idle.ts';
import { measureImports } from './measures/imports.ts';
import { keep, load, type Report, readMachine } from './report.ts';
import { measureSize, type SizeResult } from './size.ts';
import { print } from './tables/print.ts';

const flags = readFlags(process.argv.slice(2));
const place = mkdtempSync(join(flags.folder ?? tmpdir(), 'continuo-bench-'));
const began = performance.now();
const say = (line: string): void =>
  console.error(`${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  ${line}`);
try {
  const machine = readMachine();
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  const date = new Date().toISOString();
  const idle = isWanted(flags, 'idle') ? await measureIdle() : null;
  const imports = isWanted(flags, 'import') ? await measureImports(join(place, 'imports'), say) : [];
  const answers = isWanted(flags, 'answers') ? await measureAnswers(join(place, 'answers'), say) : null;
  const alignment = isWanted(flags, 'alignment') ? await measureAlignment(say) : null;
  const home: (HomeResult | string)[] = [];
  for (const events of isWanted(flags, 'home') ? flags.sizes : [])
    home.push(await measureHome(events, join(place, 'home'), say));
  const sizes: SizeResult[] = [];
  for (const events of needsWorld(flags) ? flags.sizes : []) {
    say(`${events.toLocaleString('en')} events`);
    sizes.push(await measureSize(events, flags, join(place, String(events)), say));
  }
  const report: Report = { version, date, machine, sizes, imports, answers, home, idle, alignment, loadAtEnd: load() };
  keep(report, flags.only.size === 0 && flags.sizes.includes(20_000_000));
  console.log(flags.json ? JSON.stringify(report, null, 2) : print(report));
} finally {
  rmSync(place, { recursive: true, force: true });
}
