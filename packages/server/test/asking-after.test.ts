import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, createClient } from '@continuo/contract';
import { blankSurvey, identityOf } from '@continuo/core';
import { openState, type State } from '@continuo/state';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Serving, serve } from '../src/serve.ts';
import { shopMap } from './journey-shop.ts';
import { importText } from './running.ts';

/** A survey that asks by itself a day after the parcel came. The clock is ours, and no mail leaves: a port that nobody hears. */
const folder = mkdtempSync(join(tmpdir(), 'continuo-asking-'));
const DAY = 86_400_000;
const OPENED = Date.parse('2026-11-10T08:00:00Z');
let nowMs = OPENED;
let serving: Serving;
let state: State;
let client: Client;

async function open(): Promise<void> {
  serving = await serve(
    { folder, port: 0, announce: false, clock: { now: () => nowMs } },
    { CONTINUO_TIME_ZONE: 'UTC', CONTINUO_MAIL: 'smtp://127.0.0.1:9', CONTINUO_MAIL_FROM: 'us@example.org' },
  );
  client = createClient((url, init) => fetch(url, init), `${serving.url}/api/v1`);
}

const arrived = (rows: readonly (readonly [customer: string, at: string, email?: string])[]): string =>
  ['customer,activity,time,email', ...rows.map(([who, at, email = '']) => `${who},Arrived,${at},${email}`)].join('\n');
const bring = (name: string, text: string) =>
  importText(client, name, text, {
    ...{ caseKey: null, person: 'customer', activity: 'activity', time: 'time', properties: ['email'] },
  });

/** Asks again until it holds: what is waited for happens by itself. */
async function until<T>(ask: () => Promise<T>, holds: (found: T) => boolean): Promise<T> {
  for (;;) {
    const found = await ask();
    if (holds(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
const after = async (key = 'came') => (await client.call('survey', { params: { key } })).after;
const said = async () => Object.fromEntries((await after()).outcomes.map(({ outcome, n }) => [outcome, n]));
const mails = async (): Promise<readonly string[]> =>
  (await state.db.selectFrom('outbox').select('message').orderBy('id').execute()).map(
    ({ message }) => (JSON.parse(message) as { to: string }).to,
  );

beforeAll(async () => {
  await open();
  state = await openState(`sqlite:${join(folder, 'state.sqlite')}`);
  await client.call('makeJourney', { body: { from: 'contract', contract: shopMap() } });
  const survey = {
    ...blankSurvey('came', 'It came', [{ id: 'got', kind: 'got', words: {}, isNeeded: true }]),
    ...{ who: 'The shop', journey: 'order', step: 'arrive', afterHours: 24 },
  };
  await client.call('putSurvey', { params: { key: 'came' }, body: survey as never });
  await client.call('openSurvey', { params: { key: 'came' }, body: {} });
}, 60_000);
afterAll(async () => {
  await state?.close();
  await serving.close();
  rmSync(folder, { recursive: true, force: true });
});

test('history asks nobody; what happens from now on waits for its time, also through a restart', async () => {
  nowMs = OPENED + DAY;
  await bring(
    'orders.csv',
    arrived([
      ['old', '2026-11-09T08:00:00Z', 'old@example.org'],
      ['ana', '2026-11-10T10:00:00Z', 'ana@example.org'],
      ['ana', '2026-11-10T11:00:00Z', 'ana@example.org'],
      ['ben@example.org', '2026-11-10T12:00:00Z'],
      ['cle', '2026-11-10T12:00:00Z'],
      ['dov', '2026-11-10T12:00:00Z', 'dov@example.org'],
    ]),
  );
  const waiting = await until(after, (found) => found.waiting === 4);
  expect(waiting.outcomes).toEqual([{ outcome: 'waits already', n: 1 }]);
  expect(await mails()).toEqual([]);
  // Somebody begins to call Dov back.
  const dov = String(identityOf(1, { kind: 'user', value: 'dov' }));
  await client.call('openCallback', { body: { person: dov, why: 'The parcel is wet', team: null } });
  await serving.close();
  nowMs = Date.parse('2026-11-11T12:00:00Z');
  await open();
  expect(await until(said, (found) => found.asked === 2)).toMatchObject({
    asked: 2,
    'no address': 1,
    'being helped': 1,
  });
  expect([...(await mails())].sort()).toEqual(['ana@example.org', 'ben@example.org']);
  const audit = await state.audit.list(state.db, 1, { action: 'survey.ask' });
  expect(audit.map(({ actor, details }) => [actor, details.invited])).toEqual([['system', 2]]);
});

test('the rest between two surveys holds, the same events ask once, and a closed survey asks nobody', async () => {
  await bring(
    'more.csv',
    arrived([
      ['ana', '2026-11-11T11:30:00Z', 'ana@example.org'],
      ['eve', '2026-11-11T11:45:00Z', 'eve@example.org'],
    ]),
  );
  await until(after, ({ waiting }) => waiting === 2);
  nowMs = Date.parse('2026-11-12T11:30:00Z');
  await until(said, (found) => found['asked this lately'] === 1);
  await client.call('closeSurvey', { params: { key: 'came' }, body: {} });
  nowMs += 2 * DAY;
  expect(await said()).toMatchObject({ asked: 2, stopped: 1 });
  expect((await mails()).length).toBe(2);
});
