import { openState, type State } from '@continuo/state';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLog } from './log.ts';
import { temporaryFolder } from './test-folder.ts';
import { Timers } from './timers.ts';

let nowMs = 0;
let state: State;
let workspace: number;
let remove: () => void;

beforeEach(async () => {
  nowMs = 1000;
  const made = temporaryFolder();
  remove = made.remove;
  state = await openState(`sqlite:${made.folder}/state.sqlite`);
  ({ id: workspace } = await state.workspaces.ensureDefault(state.db, { name: 'Mine', timeZone: 'UTC' }));
});
afterEach(async () => {
  await state.close();
  remove();
});

const timers = (afterwards?: () => void): Timers =>
  new Timers({ state, clock: { now: () => nowMs }, log: openLog('silent') }, afterwards);
const set = (key: string, dueMs: number): Promise<void> =>
  state.timers.set(state.db, { workspace, kind: 'wake', key, dueMs, payload: { key } });

test('a timer fires once, at its time or later, also for somebody who starts afterwards', async () => {
  const fired: string[] = [];
  await set('a', 2000);
  await set('b', 9000);
  const make = (): Timers => {
    const made = timers();
    made.on('wake', async ({ key }) => {
      fired.push(key);
    });
    return made;
  };
  expect(await make().runDue()).toBe(0);
  nowMs = 5000;
  expect(await make().runDue()).toBe(1);
  expect(await make().runDue()).toBe(0);
  nowMs = 9_000_000;
  await make().runDue();
  expect(fired).toEqual(['a', 'b']);
});

test('a timer of a kind nobody handles waits for who does', async () => {
  await set('a', 0);
  const made = timers();
  expect(await made.runDue()).toBe(0);
  made.on('wake', async () => {});
  expect(await made.runDue()).toBe(1);
});

test('what the handler writes commits with the timer, and what fails leaves both as they were', async () => {
  let mayWork = false;
  const made = timers();
  made.on('wake', async ({ key }, trx) => {
    await state.facts.set(trx, workspace, key, 'done');
    if (!mayWork) throw new Error('not yet');
  });
  await set('a', 0);
  expect(await made.runDue()).toBe(0);
  expect(await state.facts.get(state.db, workspace, 'a')).toBeNull();
  mayWork = true;
  expect(await made.runDue()).toBe(0);
  nowMs += 5000;
  expect(await made.runDue()).toBe(1);
  expect(await state.facts.get(state.db, workspace, 'a')).toBe('done');
});

test('a handler may set its timer again, and the outbox is woken after it', async () => {
  let woken = 0;
  const made = timers(() => {
    woken += 1;
  });
  made.on('wake', async ({ kind, key, dueMs, payload }, trx) => {
    await state.timers.set(trx, { workspace, kind, key, dueMs: dueMs + 604_800_000, payload });
  });
  await set('weekly', 0);
  await made.runDue();
  expect(await state.timers.dueOf(state.db, { workspace, kind: 'wake', key: 'weekly' })).toBe(604_800_000);
  expect(woken).toBe(1);
});

test('slow reading happens before the transaction, and may use the whole state', async () => {
  const made = timers();
  made.on(
    'wake',
    async ({ key }, trx, name: string) => state.facts.set(trx, workspace, key, name),
    async ({ workspace: id }) => (await state.workspaces.get(state.db, id)).name,
  );
  await set('a', 0);
  await made.runDue();
  expect(await state.facts.get(state.db, workspace, 'a')).toBe('Mine');
});

test('two that look at once fire it once', async () => {
  let fired = 0;
  const [one, other] = [timers(), timers()];
  for (const made of [one, other])
    made.on('wake', async () => {
      fired += 1;
    });
  for (let n = 0; n < 20; n += 1) await set(`t${n}`, 0);
  await Promise.all([one.runDue(), other.runDue()]);
  expect(fired).toBe(20);
});
