import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openState, type State } from '@continuo/state';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { receive } from '../src/platform/test-receiver.ts';
import { bundled } from './bundled.ts';
import { importText, startRunning } from './running.ts';

const MODULES = fileURLToPath(new URL('../../../node_modules', import.meta.url));
const PEOPLE = 40;
const KILLS = 6;
const HOUR_MS = 3_600_000;
const STARTS = Date.UTC(2026, 10, 2, 9);
const TYPES = ['callback.opened', 'callback.late', 'person.helped'];

let program: Awaited<ReturnType<typeof bundled>>;
beforeAll(async () => {
  program = await bundled(fileURLToPath(new URL('./callbacks-kill-child.ts', import.meta.url)), [
    'chdb',
    '@resvg/resvg-js',
    'pdfkit',
    'svg-to-pdfkit',
  ]);
}, 60_000);
afterAll(() => program?.remove());

/** A folder in which 40 people were let down once or twice, and nothing has looked yet. */
async function prepared(url: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'continuo-callbacks-kill-'));
  const server = await startRunning(folder, { isKept: true });
  const lines = Array.from(
    { length: PEOPLE * 1.5 },
    (_, i) => `u${i % PEOPLE},2026-11-02T0${i % 9}:00:00Z,Feedback,${i % 5}`,
  );
  await importText(server.client, 'f.csv', `customer,time,activity,score\n${lines.join('\n')}\n`, {
    ...{ person: 'customer', time: 'time', activity: 'activity', score: 'score', scale: '0-10', caseKey: null },
  });
  await server.close();
  await withState(folder, async (state) => {
    const [workspace] = await state.workspaces.list(state.db);
    const id = workspace?.id ?? 0;
    const hours = [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, fromMinute: 0, toMinute: 1440 }));
    await state.calendars.put(state.db, id, { key: 'always', title: 'Always', timeZone: 'UTC', hours, holidays: [] });
    await state.callbackRules.put(state.db, id, {
      ...{ key: 'low', title: 'Low', isOn: true, team: 'Care', calendar: 'always', hours: 0.5 },
      when: { kind: 'low-score', atMost: {} },
    });
    await state.webhooks.create(state.db, {
      workspace: id,
      url,
      note: '',
      types: TYPES,
      secret: 'whsec_c2VjcmV0',
      createdMs: 0,
    });
  });
  return folder;
}

async function withState<T>(folder: string, act: (state: State) => Promise<T>): Promise<T> {
  const state = await openState(`sqlite:${join(folder, 'state.sqlite')}`);
  try {
    return await act(state);
  } finally {
    await state.close();
  }
}

/** One life; killed so many milliseconds after it began to look, or left to its own end. */
async function live(folder: string, startMs: number, killAfterMs: number | null): Promise<void> {
  const child: ChildProcess = spawn(process.execPath, [program.path, folder, String(startMs)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // Fonts are looked for beside the program, which lies elsewhere here.
    env: { ...process.env, UV_THREADPOOL_SIZE: '16', NODE_PATH: MODULES },
  });
  const ended = once(child, 'exit');
  if (killAfterMs !== null) {
    await Promise.race([once(child.stdout as NonNullable<typeof child.stdout>, 'data'), ended]);
    await new Promise((resolve) => setTimeout(resolve, killAfterMs));
    child.kill('SIGKILL');
  }
  const [code] = await ended;
  if (killAfterMs === null) expect(code).toBe(0);
}

test('killed while it looks, says who is late and sends: each decision once, each timer once, each message under one id', async () => {
  const ids = new Map<string, Set<string>>();
  const receiver = await receive((response) => {
    const { headers, body } = receiver.received.at(-1) as (typeof receiver.received)[number];
    const { type, data } = JSON.parse(body) as { type: string; data: { callback: number } };
    const key = `${type} ${data.callback}`;
    ids.set(key, (ids.get(key) ?? new Set()).add(String(headers['webhook-id'])));
    response.end();
  });
  const folder = await prepared(receiver.url);
  try {
    let lives = 0;
    for (; lives < KILLS; lives += 1) await live(folder, STARTS + lives * HOUR_MS, 20 + ((lives * 173) % 700));
    for (; ids.size < PEOPLE * TYPES.length && lives < KILLS + 4; lives += 1)
      await live(folder, STARTS + lives * HOUR_MS, null);
    expect(ids.size).toBe(PEOPLE * TYPES.length);
    for (const [key, own] of ids) expect([key, own.size]).toEqual([key, 1]);
    await withState(folder, async (state) => {
      const made = await state.callbacks.allOf(state.db, 1);
      expect([made.length, new Set(made.map(({ person }) => person)).size]).toEqual([PEOPLE, PEOPLE]);
      const moments = await state.callbacks.momentCounts(
        state.db,
        1,
        made.map(({ id }) => id),
      );
      expect([...moments.values()].reduce((sum, n) => sum + n, 0)).toBe(PEOPLE * 1.5);
      for (const { id, state: stands, isLateTold } of made) {
        const kinds = (await state.callbackLog.list(state.db, 1, id)).map(({ kind }) => kind);
        const once = ['opened', 'late'].map((kind) => kinds.filter((one) => one === kind).length);
        expect([id, stands, isLateTold, ...once]).toEqual([id, 'open', true, 1, 1]);
      }
    });
  } finally {
    await receiver.close();
    rmSync(folder, { recursive: true, force: true });
  }
}, 180_000);
