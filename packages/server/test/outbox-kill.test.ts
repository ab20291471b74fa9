import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openState, type State } from '@continuo/state';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Received, receive } from '../src/platform/test-receiver.ts';
import { bundled } from './bundled.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Set by the `globalSetup` of the state's tests. */
    readonly postgresForTests: { readonly url: string | null; readonly reason: string };
  }
}

/** Kills while it works, before the last life is left to end its work. */
const PLANS = [
  { engine: 'sqlite', kills: 11, decisions: 110 },
  { engine: 'postgres', kills: 4, decisions: 40 },
] as const;
/** Between two lives, so that a later one never sees an earlier time. */
const HOUR_MS = 3_600_000;

let program: Awaited<ReturnType<typeof bundled>>;
beforeAll(async () => {
  program = await bundled(fileURLToPath(new URL('./outbox-kill-child.ts', import.meta.url)));
});
afterAll(() => program.remove());

function begin(...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [program.path, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
}

async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

async function withState<T>(location: string, act: (state: State) => Promise<T>): Promise<T> {
  const state = await openState(location);
  try {
    return await act(state);
  } finally {
    await state.close();
  }
}

/** A workspace, a webhook at the receiver, and the first decision; gives the number of the workspace. */
function prepare(location: string, url: string): Promise<number> {
  return withState(location, async (state) => {
    const { id: workspace } = await state.workspaces.ensureDefault(state.db, { name: 'Mine', timeZone: 'UTC' });
    await state.webhooks.create(state.db, {
      workspace,
      url,
      note: '',
      types: ['letter.ready'],
      secret: 'whsec_c2VjcmV0',
      createdMs: 0,
    });
    await state.timers.set(state.db, { workspace, kind: 'decide', key: 'd0', dueMs: 0, payload: { next: 1 } });
    return workspace;
  });
}

function mustBeWhole(received: readonly Received[], decisions: number, kills: number): void {
  const ids = new Map<string, Set<string>>();
  for (const { body, headers } of received) {
    const { key } = JSON.parse(body).data as { key: string };
    ids.set(key, (ids.get(key) ?? new Set()).add(String(headers['webhook-id'])));
  }
  // Nothing is missing, and whatever came twice came under the same id, which is that of no other decision.
  expect(ids.size).toBe(decisions);
  for (const [key, own] of ids) expect([key, own.size]).toEqual([key, 1]);
  expect(new Set([...ids.values()].flatMap((own) => [...own])).size).toBe(decisions);
  // Two attempts at most were under way at each kill.
  expect(received.length - decisions).toBeGreaterThan(0);
  expect(received.length - decisions).toBeLessThanOrEqual(2 * kills);
}

test.each(PLANS)(
  '$engine: killed $kills times and more, each decision is taken once, and told under one id',
  async ({ engine, kills: wanted, decisions }) => {
    const { url } = inject('postgresForTests') ?? { url: null };
    if (engine === 'postgres' && url === null) return;
    const folder = mkdtempSync(join(tmpdir(), 'continuo-kill-'));
    const location = engine === 'sqlite' ? `sqlite:${join(folder, 'state.sqlite')}` : (url as string);
    const seen = new Set<string>();
    let killAt = 0;
    let reached = (): void => {};
    const receiver = await receive((response, n) => {
      seen.add(receiver.received.at(-1)?.body ?? '');
      const isLast = seen.size === decisions;
      // The one at which the sender is killed is noted here and never answered: the sender cannot know.
      if (n === killAt || isLast) reached();
      if (n !== killAt) response.end();
    });
    let child: ChildProcess | undefined;
    try {
      const workspace = await prepare(location, receiver.url);
      let kills = 0;
      while (seen.size < decisions) {
        killAt = kills < wanted ? receiver.received.length + 2 + ((kills * 7) % 12) : 0;
        const isTime = new Promise<void>((resolve) => {
          reached = resolve;
        });
        child = begin(location, folder, `${Date.UTC(2026, 9, 5) + kills * HOUR_MS}`, `${decisions}`);
        await isTime;
        await end(child);
        kills += 1;
      }
      expect(kills).toBeGreaterThan(wanted);
      mustBeWhole(receiver.received, decisions, kills);
      await withState(location, async (state) => {
        const taken = await state.facts.all(state.db, workspace);
        expect([taken.size, new Set(taken.values())]).toEqual([decisions, new Set(['1'])]);
        const { waiting, sent, gave_up } = await state.outbox.count(state.db, workspace, 'webhook');
        expect([waiting + sent, gave_up]).toEqual([decisions, 0]);
      });
    } finally {
      child?.kill('SIGKILL');
      await receiver.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
