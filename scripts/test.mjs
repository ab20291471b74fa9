// `npm test`: install what is missing, lint, types, then every test; closes with the totals alone on a line.
// `npm test -- unit` (or engines, browser, static) runs a part.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureChromium } from './chromium.mjs';
import { installMissing } from './install.mjs';

const root = join(fileURLToPath(import.meta.url), '..', '..');
const wanted = process.argv.slice(2);
const isWanted = (part) => wanted.length === 0 || wanted.includes(part);
const totals = { passed: 0, failed: 0, skipped: 0 };
const scratch = mkdtempSync(join(tmpdir(), 'continuo-test-'));

installMissing(root);

/** A check that is no test file: it passes or fails as one. */
function check(what, args) {
  const began = Date.now();
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  console.log(`${status === 0 ? '✓' : '✗'} ${what} (${((Date.now() - began) / 1000).toFixed(1)} s)\n`);
  totals[status === 0 ? 'passed' : 'failed'] += 1;
}

/** One Vitest project in a process of its own, so that a crash of one engine cannot hide the other results. */
function project(name, options = []) {
  const report = join(scratch, `${name}.json`);
  const began = Date.now();
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--project', name, ...options],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, CONTINUO_TOTALS: report, NODE_OPTIONS: '--conditions=@continuo/source' },
    },
  );
  const counted = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { passed: 0, failed: 1, skipped: 0 };
  for (const key of Object.keys(totals)) totals[key] += counted[key];
  if (status !== 0 && counted.failed === 0) totals.failed += 1;
  console.log(`${name}: ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
}

try {
  if (isWanted('static')) {
    check('lint', [join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome'), 'check', '.']);
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    check('types', [tsc, '-b']);
    for (const tests of ['packages/warehouse/test', 'packages/state/test', 'packages/server/test', 'e2e', 'bench'])
      check(`types of ${tests}`, [tsc, '-p', tests]);
  }
  // Before the units: one of them weighs the built pages.
  if (isWanted('unit') || isWanted('browser')) check('build', [join(root, 'scripts', 'build.mjs')]);
  if (isWanted('unit')) project('unit');
  // Tests wait for servers: two workers used 61 % of two cores.
  if (isWanted('engines')) project('engines', ['--project', 'state', '--maxWorkers=3']);
  if (isWanted('browser')) {
    ensureChromium();
    // Pages wait for the server and for frames: two workers left half of two cores idle.
    project('browser', ['--maxWorkers=4']);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(totals.failed === 0 ? 0 : 1);
