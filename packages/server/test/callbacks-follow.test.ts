import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Callback } from '@continuo/contract';
import { identityOf } from '@continuo/core';
import { link } from '@continuo/warehouse';
import { expect, test } from 'vitest';
import { compose } from '../src/compose.ts';
import { readConfig } from '../src/config.ts';
import { callbackLookout } from '../src/features/recovery/index.ts';
import { importText, startRunning } from './running.ts';

const LOW = {
  ...{ key: 'low', title: 'Low', isOn: true, team: null, calendar: 'office', hours: 4 },
  when: { kind: 'low-score' as const, atMost: {} },
};

/** Asks again until it holds: looks follow imports by themselves. */
async function until<T>(ask: () => Promise<T>, holds: (found: T) => boolean): Promise<T> {
  for (;;) {
    const found = await ask();
    if (holds(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('call-backs follow imports that are removed and brought back, and people who turn out to be one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'continuo-callbacks-follow-'));
  try {
    const server = await startRunning(folder, { isKept: true });
    const { client } = server;
    const bring = (name: string, lines: readonly string[]) =>
      importText(client, name, `customer,time,activity,score\n${lines.join('\n')}\n`, {
        ...{ person: 'customer', time: 'time', activity: 'activity', score: 'score', scale: '0-10', caseKey: null },
      });
    const items = async (tab: 'unassigned' | 'closed') => (await client.call('callbacks', { query: { tab } })).items;
    const one = (id: number): Promise<Callback> => client.call('callback', { params: { id } });
    await client.call('putCallbackRule', { params: { key: 'low' }, body: LOW });
    const first = ['ana,2026-11-02T08:00:00Z,Feedback,2', 'ben,2026-11-02T09:00:00Z,Feedback,1'];
    const { id: brought } = await bring('first.csv', first);
    const [ben] = await until(
      () => items('unassigned'),
      (found) => found.length === 2,
    ).then((found) => found.filter(({ why }) => why === 'answered 1 of 10'));
    await client.call('takeCallback', { params: { id: ben?.id ?? 0 }, body: {} });
    await bring('second.csv', ['zoe,2026-11-02T10:00:00Z,Feedback,3', 'zia,2026-11-02T11:00:00Z,Feedback,0']);
    await until(
      () => items('unassigned'),
      (found) => found.length === 3,
    );
    await client.call('removeImport', { params: { id: brought } });
    const [withdrawn] = await until(
      () => items('closed'),
      (found) => found.length === 1,
    );
    expect([withdrawn?.why, withdrawn?.withdrawn, withdrawn?.moments]).toEqual([
      'answered 2 of 10',
      { why: 'removed' },
      0,
    ]);
    const kept = await until(
      () => one(ben?.id ?? 0),
      ({ momentsSeen }) => momentsSeen[0]?.removedMs !== null,
    );
    expect([kept.state, kept.log.at(-1)?.says]).toEqual(['in-hand', 'An event behind it was removed.']);
    await bring('first.csv', first);
    await until(
      () => items('unassigned'),
      (found) => found.length === 3,
    );
    await until(
      () => one(ben?.id ?? 0),
      ({ momentsSeen }) => momentsSeen[0]?.removedMs === null,
    );
    expect((await client.call('callbackMeasures', { query: {} })).opened).toBe(4);
    await server.close();

    const { services, close } = await compose(readConfig({ folder }, { CONTINUO_TIME_ZONE: 'UTC' }));
    const [zoe, zia] = ['zoe', 'zia'].map((value) => identityOf(1, { kind: 'user', value }));
    await link(services.warehouse, { workspace: 1, identities: [zia ?? 0n], person: zoe ?? 0n, version: 1 });
    const lookout = callbackLookout(services);
    await lookout.resume();
    await lookout.settled();
    await lookout.close();
    const all = await services.state.callbacks.allOf(services.state.db, 1);
    const theirs = all.filter(({ person }) => person === String(zoe));
    expect(theirs.map(({ state, withdrawn: why }) => [state, why?.why ?? null])).toEqual([
      ['open', null],
      ['closed', 'merged'],
    ]);
    const moments = await services.state.callbacks.moments(services.state.db, 1, theirs[0]?.id ?? 0);
    expect(moments.map(({ why }) => why)).toEqual(['answered 3 of 10', 'answered 0 of 10']);
    await close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 240_000);
