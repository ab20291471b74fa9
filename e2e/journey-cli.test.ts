import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Ended, runContinuo } from './command-line.ts';
import { type RunningServer, startServer } from './server.ts';

/** Maps from the terminal, against a server with the demo world: what a developer keeps in git, and what CI says of it. */
const scratch = mkdtempSync(join(tmpdir(), 'continuo-maps-'));
const file = (name: string): string => join(scratch, name);
const text = (name: string): string => readFileSync(file(name), 'utf8');
const KEY = 'i-complain';
let server: RunningServer;
const journey = (...args: readonly string[]): Promise<Ended> => runContinuo(server.folder, 'journey', ...args);
const json = async (ended: Promise<Ended>) => JSON.parse((await ended).out);

beforeAll(async () => {
  server = await startServer({ copyOf: inject('demoFolder') });
}, 180_000);
afterAll(async () => {
  await server?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

/** What customers lived, as the map judges it. */
async function lived(judgedBy: 'in-force' | 'draft' | number) {
  const scope = JSON.stringify({ unit: 'journey', journey: { key: KEY, judgedBy } });
  const { result } = await json(runContinuo(server.folder, 'ask', 'journey-map', '--scope', scope, '--json'));
  return { runs: result.runs, asPromised: result.asPromised, promises: result.promises };
}

test('list and show tell what there is, to people and to programs', async () => {
  const listed = await journey('list');
  expect(listed.err).toContain(`Using the server at ${server.url}`);
  expect(listed.out).toMatch(/i-complain\s+I complain and am heard\s+live\s+1\s+2 of 2\s+Customer care/);
  expect(await json(journey('list', '--json'))).toContainEqual(expect.objectContaining({ key: KEY, version: 1 }));
  const shown = await journey('show', 'month-in-the-sun');
  expect(shown.out).toMatch(/Arrive\s+I pick up my bag in Málaga\s+partner\s+owed, goal either way, ★/);
  expect(shown.out).toMatch(/^Promise: .* at most 12 h after /m);
  expect(await json(journey('show', 'month-in-the-sun@1', '--json'))).toMatchObject({ key: 'month-in-the-sun' });
}, 60_000);

test('a map in git: pull, change, check, diff, apply with a note; a version appears and the past stays', async () => {
  const before = await lived('in-force');
  expect((await journey('pull', KEY, '--out', file('maps'))).err).toContain(`Written: ${file(`maps/${KEY}.yaml`)}`);
  const path = file(`maps/${KEY}.yaml`);
  expect((await journey('diff', KEY, path)).out).toBe('No difference.\n');

  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace('owner: Customer care', 'owner: Mia').replace('2 h', '30 min'),
  );
  expect(await journey('check', path, '--folder', server.folder)).toMatchObject({ code: 0, out: '' });
  const differences = (await journey('diff', KEY, path)).out;
  expect(differences).toContain('~ Owner: “Customer care” → “Mia”');
  expect(differences).toMatch(/2 h .*→.*30 min/);

  expect((await journey('apply', path, '--dry-run')).err).toContain(`${KEY}: 2 changes`);
  const [applied] = await json(journey('apply', path, '--publish', '--note', 'Mia answers within the hour', '--json'));
  expect(applied).toMatchObject({ key: KEY, isNew: false, version: 2 });

  expect((await journey('list')).out).toMatch(/i-complain\s.*\slive\s+2\s+2 of 2\s+Mia/);
  expect((await journey('diff', `${KEY}@1`, `${KEY}@2`)).out).toBe(differences);
  expect(await json(journey('show', `${KEY}@1`, '--json'))).toMatchObject({ owner: 'Customer care' });
  expect(await lived('in-force')).toEqual(before);
  const again = await lived(2);
  expect(again.runs).toBe(before.runs);
  expect(again.promises[0].late).toBeGreaterThan(before.promises[0].late);
  expect((await journey('apply', path)).err).toContain(`${KEY}: the same`);
}, 120_000);

test('a new map begins as a file, is applied as a draft, and pulled as JSON', async () => {
  expect((await journey('new', 'claim', '--out', file('claim.yaml'))).code).toBe(0);
  const applied = await journey('apply', file('claim.yaml'));
  expect(applied).toMatchObject({ code: 0, err: expect.stringMatching(/claim\S*: new\n/) });
  const [, key = ''] = /(\S+): new\n/.exec(applied.err) ?? [];
  expect((await journey('list')).out).toMatch(new RegExp(`${key}\\s.*draft only`));
  await journey('pull', key, '--out', file('maps'), '--format', 'json');
  expect((await journey('diff', file('claim.yaml'), file(`maps/${key}.json`))).out).toBe('No difference.\n');
  expect((await journey('pull', key, '--published', '--out', file('none'))).err).toContain(
    'is not published: left out',
  );
}, 60_000);

test('a draft of what customers do is a sound map that can be applied', async () => {
  const drafted = await journey('draft', '--title', 'I fly', '--share', '0.5', '--out', file('draft.yaml'));
  expect(drafted).toMatchObject({ code: 0, err: expect.stringMatching(/Made from \d+ of \d+ journeys\./) });
  expect(text('draft.yaml')).toMatch(/^journey: I fly\nkey: i-fly\n/);
  expect((await journey('check', file('draft.yaml'), '--folder', server.folder)).code).toBe(0);
  expect(await journey('draft', '--share', '7')).toMatchObject({ code: 2, err: expect.stringContaining('--share') });
}, 60_000);

test('export writes every format, planned and lived', async () => {
  const begins = [
    ['yaml', 'journey: I complain and am heard'],
    ['ojf', '{\n  "version": "1.0"'],
    ['csv', '\u00EF\u00BB\u00BFJourney,I complain and am heard'],
    ['xlsx', 'PK'],
    ['mmd', 'journey\n    title I complain and am heard'],
    ['svg', '<svg'],
    ['png', '\u0089PNG'],
    ['pdf', '%PDF'],
  ] as const;
  await Promise.all(
    begins.map(async ([ending, begin]) => {
      const name = `out.${ending}`;
      expect(await journey('export', KEY, '--out', file(name))).toMatchObject({ code: 0 });
      expect(readFileSync(file(name), 'latin1').slice(0, begin.length)).toBe(begin);
    }),
  );
  await journey('export', KEY, '--layer', 'planned', '--theme', 'dark', '--out', file('planned.svg'));
  expect(text('planned.svg')).not.toBe(text('out.svg'));
}, 120_000);

test('what is wrong is said, and the exit code says whose mistake it was', async () => {
  writeFileSync(file('bad.yaml'), 'journey: I wait\nonwer: Mia\n');
  expect(await journey('apply', file('bad.yaml'), file('claim.yaml'))).toMatchObject({
    code: 1,
    err: expect.stringMatching(/line 2, onwer: .*Did you mean “owner”\?\nNothing was changed\./),
  });
  const mistakes = [
    [['show', 'nowhere'], 1, 'There is no journey “nowhere”.'],
    [['show', `${KEY}@99`], 1, 'There is no version 99'],
    [['pull', 'nowhere', '--out', file('maps')], 2, 'There is no journey nowhere.'],
    [['export', KEY, '--out', file('x.gif')], 2, 'svg, png, pdf'],
    [['export', KEY, '--out', file('out.yaml')], 2, '--force'],
    [['apply', file('claim.yaml'), '--publish', '--from', 'soon'], 2, '--from is not a time'],
    [['list', '--url', 'nowhere'], 2, '--url is not an address'],
  ] as const;
  await Promise.all(
    mistakes.map(async ([args, code, says]) =>
      expect(await journey(...args)).toMatchObject({ code, out: '', err: expect.stringContaining(says) }),
    ),
  );
}, 60_000);
