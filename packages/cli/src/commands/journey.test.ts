import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { main } from '../main.ts';

// An unknown command makes citty load all of them, the server too: 5 s where two cores are shared by many.
vi.setConfig({ testTimeout: 30_000 });

const folder = mkdtempSync(join(tmpdir(), 'continuo-journey-'));
const at = (name: string): string => join(folder, name);
const out: string[] = [];
const err: string[] = [];
vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0);
vi.spyOn(process.stderr, 'write').mockImplementation((text) => err.push(String(text)) > 0);

beforeEach(() => {
  out.length = 0;
  err.length = 0;
});
afterAll(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

/** Runs a command line; its exit code is put back, for it is that of the test run too. */
async function run(...args: string[]): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  out.length = 0;
  err.length = 0;
  await main(args);
  const code = Number(process.exitCode ?? 0);
  process.exitCode = undefined;
  return { code, out: out.join(''), err: err.join('') };
}

test('without a name, new lists the starters', async () => {
  const said = await run('journey', 'new');
  expect(said.code).toBe(0);
  expect(said.out).toMatch(/order\s+I order and it arrives\s+11/);
});

test('a starter becomes a file, is checked, is not written over', async () => {
  expect((await run('journey', 'new', 'order', '--out', at('order.yaml'))).code).toBe(0);
  const checked = await run('journey', 'check', at('order.yaml'));
  expect(checked.code).toBe(0);
  expect(checked.out).toContain('▲ Nobody answers for this journey.');
  expect((await run('journey', 'check', '--strict', at('order.yaml'))).code).toBe(1);
  expect(await run('journey', 'new', 'travel', '--out', at('order.yaml'))).toMatchObject({ code: 2 });
  expect(readFileSync(at('order.yaml'), 'utf8')).toContain('journey: I order and it arrives');
});

test('a map with a title only is whole', async () => {
  expect((await run('journey', 'new', '--title', 'I wait', '--out', at('wait.yaml'))).code).toBe(0);
  expect((await run('journey', 'check', at('wait.yaml'))).code).toBe(0);
});

test('check names line, path and what to do, and exits with 1', async () => {
  writeFileSync(at('bad.yaml'), 'journey: I wait\nonwer: Mia\n');
  expect(await run('journey', 'check', at('bad.yaml'))).toMatchObject({
    code: 1,
    out: `${at('bad.yaml')}: ✗ line 2, onwer: “onwer” is not known here. Did you mean “owner”?\n`,
  });
  writeFileSync(
    at('wrong.yaml'),
    'journey: I wait\nowner: Mia\nstages:\n  Wait:\n    - {step: I sit, owed: true, by: customer, ends: goal}\n',
  );
  const wrong = await run('journey', 'check', at('wrong.yaml'), '--json');
  expect(wrong.code).toBe(1);
  expect(JSON.parse(wrong.out)[0]).toMatchObject({
    isFine: false,
    findings: [{ code: 'owed-by-customer', line: 5 }, { code: 'not-connected' }],
  });
});

test.each([
  [['journey', 'check', 'nowhere.yaml']],
  [['journey', 'check', 'nowhere.docx']],

  [['journey', 'check']],
  [['journey', 'new', 'nothing']],
  [['journey', 'new', '--title', '旅']],
  [['journey', 'frobnicate']],
])('%j is a mistake of usage', async (args) => {
  const said = await run(...args);
  expect(said.code).toBe(2);
  expect(said.err).not.toBe('');
});

test('a fitness that is none is a mistake of usage', async () => {
  writeFileSync(at('fit.yaml'), 'journey: I wait\nstages: {Wait: [I sit]}\n');
  expect(await run('journey', 'check', at('fit.yaml'), '--min-fitness', '7')).toMatchObject({
    code: 2,
    err: '--min-fitness is a number from 0 to 1, not “7”.\n',
  });
});

test('diff and show read files', async () => {
  writeFileSync(at('a.yaml'), 'journey: I wait\nstages: {Wait: [I sit]}\n');
  writeFileSync(at('b.yaml'), 'journey: I wait\nstages: {Wait: [I sit, I leave]}\n');
  expect(await run('journey', 'diff', at('a.yaml'), at('b.yaml'))).toMatchObject({
    code: 0,
    out: '+ step “I leave” added to stage “Wait”\n',
  });
  expect(await run('journey', 'diff', at('a.yaml'), at('a.yaml'))).toMatchObject({ code: 0, out: 'No difference.\n' });
  expect((await run('journey', 'show', at('b.yaml'))).out).toMatch(/Wait\s+I leave\s+customer/);
});

test.each(['json', 'ojf', 'csv', 'xlsx', 'mmd'])('export writes .%s, and it reads back', async (ending) => {
  await run('journey', 'new', 'claim', '--out', at('claim.yaml'), '--force');
  const file = at(`claim.${ending}`);
  expect((await run('journey', 'export', at('claim.yaml'), '--out', file)).code).toBe(0);
  expect((await run('journey', 'check', file)).code).toBe(0);
  expect((await run('journey', 'show', file)).out).toContain('I report what happened');
});

test('help goes as deep as the command', async () => {
  // citty writes its help to the console, which the test runner keeps for itself.
  const said: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((text) => said.push(String(text)) > 0);
  await run('journey', 'check', '--help');
  log.mockRestore();
  expect(said.join('')).toContain('continuo journey check');
});
