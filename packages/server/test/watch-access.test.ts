import { ROUTES as ALL_ROUTES, includesRole, ROLES, type RouteAccess } from '@continuo/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type House, type Reply, startHouse } from './house.ts';

/** Every route of watches and alerts × every role × one of ours, of another workspace, of nobody. */

const ROUTES: Readonly<Record<string, RouteAccess>> = Object.fromEntries(
  Object.entries(ALL_ROUTES).filter(([, { path }]) => /^\/(watches|alerts)(\/|$)/.test(path)),
);
const MEASURED = { kind: 'events', activity: null, channel: null };

let house: House;
beforeAll(async () => {
  house = await startHouse();
  // Numbers are counted in each workspace: theirs begin far above ours, so that none of theirs can be mistaken for ours.
  await house.state.db
    .insertInto('counters')
    .values(['watch', 'alert'].map((name) => ({ scope: house.other, name, value: 5000 })))
    .execute();
}, 60_000);
afterAll(() => house?.close());

/** What each call needs beside its path; left out: nothing. */
const BODIES: Readonly<Record<string, unknown>> = {
  previewWatch: { measured: MEASURED },
  makeWatch: { measured: MEASURED },
  changeWatch: { owner: 'Ana' },
  relearnWatch: { learnFrom: '2026-10-01' },
  actOnAlert: { kind: 'comment', note: 'Seen.' },
};

/** Number of a new watch, or of a new alert of it, as the route needs. */
async function make(by: 'admin' | 'stranger', { path }: RouteAccess): Promise<number> {
  const { status, body } = await house.as[by].call('/watches', { method: 'POST', body: { measured: MEASURED } });
  expect(status).toBe(200);
  const watch = body.id as number;
  if (!path.startsWith('/alerts')) return watch;
  const { id } = await house.state.alerts.open(house.state.db, {
    ...{ workspace: by === 'admin' ? house.own : house.other, watch, side: 'more' },
    ...{ sinceSlot: 20_000, spokenSlot: 20_000, lastSlot: 20_000, openedMs: 1_728_000_000_000 },
    first: { n: 5, of: null, usual: { centre: 1, lo: 0, hi: 3 } },
  });
  return id;
}

function perform(name: string, who: keyof House['as'], id: number): Promise<Reply> {
  const { method, path } = ROUTES[name] as RouteAccess;
  const body = BODIES[name];
  return house.as[who].call(path.replace(':id', String(id)), { method, ...(body === undefined ? {} : { body }) });
}

const plain = ({ status, text }: Reply, id: number): string =>
  `${status} ${text.replaceAll(String(id), 'ID').replace(/"requestId":"[^"]*"/, '')}`;

async function rows(action: string): Promise<number> {
  return (await house.state.audit.list(house.state.db, house.own, { action, most: 1000 })).length;
}

const NOBODYS = 987_654;

describe.each(Object.keys(ROUTES))('%s', (name) => {
  const route = ROUTES[name] as RouteAccess;
  const isOfOne = route.path.includes(':id');

  test('nobody is asked to sign in', async () => {
    expect((await perform(name, 'nobody', 1)).status).toBe(401);
  });

  test.each(ROLES)('%s', async (role) => {
    const isGranted = route.role !== 'anyone' && includesRole(role, route.role);
    const ours = isGranted && isOfOne ? await make('admin', route) : 1;
    const before = route.audit === null ? 0 : await rows(route.audit);
    const reply = await perform(name, role, ours);
    if (!isGranted) {
      expect([reply.status, reply.body.code]).toEqual([403, 'access.denied']);
      return;
    }
    expect([reply.status, reply.text]).toEqual([200, expect.anything()]);
    if (route.audit !== null) expect(await rows(route.audit)).toBe(before + 1);
    if (!isOfOne) return;
    const theirs = await make('stranger', route);
    const seen = await perform(name, role, theirs);
    expect(seen.status).toBe(404);
    expect(plain(seen, theirs)).toBe(plain(await perform(name, role, NOBODYS), NOBODYS));
    const still = await house.as.stranger.call(route.path.split('/:')[0] as string);
    expect(still.text).not.toMatch(/"owner":"Ana"|Seen\./);
  });
});

test('lists hold what is ours only', async () => {
  await house.as.stranger.call('/watches', { method: 'POST', body: { measured: MEASURED, name: 'Theirs' } });
  await house.as.admin.call('/watches', { method: 'POST', body: { measured: MEASURED, name: 'Ours' } });
  const { text } = await house.as.viewer.call('/watches');
  expect([text.includes('"Ours"'), text.includes('"Theirs"')]).toEqual([true, false]);
});
