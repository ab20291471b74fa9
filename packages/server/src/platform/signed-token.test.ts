import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openState, type State } from '@continuo/state';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSeal } from './seal.ts';
import { openTokens } from './signed-token.ts';

const folder = mkdtempSync(join(tmpdir(), 'continuo-tokens-'));
let state: State;
const seal = openSeal(join(folder, 'secrets.key'));
let nowMs = 1000;
const clock = { now: () => nowMs };
beforeAll(async () => {
  state = await openState(`sqlite:${join(folder, 'state.sqlite')}`);
});
afterAll(async () => {
  await state.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a token says what was signed, for its purpose, until its time; anything else is nothing', async () => {
  const tokens = await openTokens({ state, clock, seal });
  const token = tokens.sign({ kind: 'survey', workspace: 3, s: 'after', untilMs: 2000 });
  expect(token).toMatch(/^[\w-]+\.[\w-]{22}$/);
  expect(tokens.read(token, 'survey')).toEqual({ kind: 'survey', workspace: 3, s: 'after', untilMs: 2000 });
  expect(tokens.read(token, 'staff')).toBeNull();
  const other = tokens.sign({ kind: 'survey', workspace: 4, s: 'after', untilMs: 2000 });
  const [body] = other.split('.');
  const forged = `${body}.${token.split('.')[1]}`;
  for (const wrong of [
    '',
    '.',
    'a.b',
    forged,
    `${token}x`,
    `${token}">`,
    `${token}=`,
    `${token}.x`,
    token.slice(0, -1),
  ])
    expect(tokens.read(wrong, 'survey')).toBeNull();
  // The key is kept: another process reads what this one signed.
  expect(await (await openTokens({ state, clock, seal })).read(token, 'survey')).not.toBeNull();
  nowMs = 2000;
  expect(tokens.read(token, 'survey')).toBeNull();
});

test('the first link of a process may be signed inside a transaction', async () => {
  const tokens = await openTokens({ state, clock, seal });
  const token = await state.transaction(async () => tokens.sign({ kind: 'survey', workspace: 3 }));
  expect(tokens.read(token, 'survey')).not.toBeNull();
});
