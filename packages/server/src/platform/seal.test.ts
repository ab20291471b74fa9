import { chmodSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openState, type State } from '@continuo/state';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { renewSecrets } from './renew-secrets.ts';
import { openSeal, type Seal } from './seal.ts';
import { openTokens } from './signed-token.ts';
import { temporaryFolder } from './test-folder.ts';
import { OF_WEBHOOKS } from './webhook-secret.ts';

const isSealed = expect.objectContaining({ code: 'secret.sealed' });
const isInvalid = expect.objectContaining({ code: 'input.invalid' });
const PLAIN = 'whsec_c2VjcmV0';

let file: string;
let state: State;
let clean: () => void;
beforeEach(async () => {
  const { folder, remove } = temporaryFolder();
  file = join(folder, 'secrets.key');
  state = await openState(`sqlite:${join(folder, 'state.sqlite')}`);
  clean = remove;
});
afterEach(async () => {
  await state.close();
  clean();
});

const thrown = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return error;
  }
};

/** Puts a new key before those that are there. */
function newKey(): Seal {
  const older = readFileSync(file, 'utf8');
  rmSync(file);
  openSeal(file);
  writeFileSync(file, `${readFileSync(file, 'utf8')}${older}`);
  return openSeal(file);
}

test('what was sealed opens for its purpose, also by another process, and for no other', () => {
  const seal = openSeal(file);
  const kept = seal.seal(PLAIN, 'webhook');
  expect(kept).toMatch(/^sealed:1:[0-9a-f]{8}:[\w-]+$/);
  expect(kept).not.toBe(seal.seal(PLAIN, 'webhook'));
  expect(openSeal(file).open(kept, 'webhook')).toBe(PLAIN);
  expect(seal.open(PLAIN, 'webhook')).toBe(PLAIN);
  expect(thrown(() => seal.open(kept, 'links'))).toEqual(isSealed);
  for (let at = 'sealed:1:01234567:'.length; at < kept.length; at += 1) {
    const changed = `${kept.slice(0, at)}${kept[at] === 'A' ? 'Q' : 'A'}${kept.slice(at + 1)}`;
    expect(thrown(() => seal.open(changed, 'webhook'))).toEqual(isSealed);
  }
  for (const cut of ['', 'AAAA', kept.slice(-20)])
    expect(thrown(() => seal.open(`${kept.slice(0, 18)}${cut}`, 'webhook'))).not.toBe(PLAIN);
});

test('the key file is made for its owner only, and refused when others can read it or it holds no key', () => {
  openSeal(file);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  chmodSync(file, 0o640);
  expect(thrown(() => openSeal(file))).toEqual(isInvalid);
  for (const wrong of ['', '\n', 'short\n', `${'*'.repeat(43)}=\n`]) {
    writeFileSync(file, wrong);
    chmodSync(file, 0o600);
    expect(thrown(() => openSeal(file))).toEqual(isInvalid);
  }
});

test('a start seals what was kept in the open and what lies under an older key; a key that is gone stops it', async () => {
  const clock = { now: () => 1000 };
  const { id: workspace } = await state.workspaces.ensureDefault(state.db, { name: 'Mine', timeZone: 'UTC' });
  const hook = { workspace, url: 'https://hooks.example', note: '', types: [], createdMs: 0 };
  const { id } = await state.webhooks.create(state.db, { ...hook, secret: PLAIN });
  await state.webhooks.rotate(state.db, { workspace, id }, `${PLAIN}2`, 2000);
  await state.secrets.ensure(state.db, 'links', () => Buffer.alloc(32, 7).toString('base64url'));
  const kept = async (): Promise<readonly string[]> => [
    ...(await state.webhooks.secretsOf(state.db, workspace, id, 1000)),
    await state.secrets.ensure(state.db, 'links', () => 'none'),
  ];
  const first = openSeal(file);
  const token = (await openTokens({ state, clock, seal: first })).sign({ kind: 'survey', workspace });
  await renewSecrets(state, first);
  const sealed = await kept();
  expect(sealed.join()).not.toContain('whsec_');
  await renewSecrets(state, first);
  expect(await kept()).toEqual(sealed);
  const second = newKey();
  await renewSecrets(state, second);
  const again = await kept();
  expect(again.some((one) => sealed.includes(one))).toBe(false);
  expect(again.slice(0, 2).map((one) => second.open(one, OF_WEBHOOKS))).toEqual([`${PLAIN}2`, PLAIN]);
  expect((await openTokens({ state, clock, seal: second })).read(token, 'survey')).not.toBeNull();
  await expect(renewSecrets(state, first)).rejects.toEqual(isSealed);
  expect(await kept()).toEqual(again);
});
