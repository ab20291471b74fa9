import { afterAll, beforeAll, expect, test } from 'vitest';
import { routesOf, walkEveryRole } from './every-role.ts';
import { type House, startHouse } from './house.ts';

/** Every route of watches and alerts × every role × one of ours, of another workspace, of nobody. */

const routes = routesOf(/^\/(watches|alerts)(\/|$)/);
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

/** Number of a new watch, or of a new alert of it, as the route needs. */
async function make(by: 'admin' | 'stranger', name: string): Promise<string> {
  const { status, body } = await house.as[by].call('/watches', { method: 'POST', body: { measured: MEASURED } });
  expect(status).toBe(200);
  const watch = body.id as number;
  if (!routes[name]?.path.startsWith('/alerts')) return String(watch);
  const { id } = await house.state.alerts.open(house.state.db, {
    ...{ workspace: by === 'admin' ? house.own : house.other, watch, side: 'more' },
    ...{ sinceSlot: 20_000, spokenSlot: 20_000, lastSlot: 20_000, openedMs: 1_728_000_000_000 },
    first: { n: 5, of: null, usual: { centre: 1, lo: 0, hi: 3 } },
  });
  return String(id);
}

walkEveryRole({
  house: () => house,
  routes,
  bodies: {
    previewWatch: () => ({ measured: MEASURED }),
    makeWatch: () => ({ measured: MEASURED }),
    changeWatch: () => ({ owner: 'Ana' }),
    relearnWatch: () => ({ learnFrom: '2026-10-01' }),
    actOnAlert: () => ({ kind: 'comment', note: 'Seen.' }),
  },
  make,
  isOfOne: (name) => routes[name]?.path.includes(':id') === true,
  nobodys: '987654',
  isAsItWas: async (_theirs, { path }) => {
    const still = await house.as.stranger.call(path.split('/:')[0] as string);
    expect(still.text).not.toMatch(/"owner":"Ana"|Seen\./);
  },
});

test('lists hold what is ours only', async () => {
  await house.as.stranger.call('/watches', { method: 'POST', body: { measured: MEASURED, name: 'Theirs' } });
  await house.as.admin.call('/watches', { method: 'POST', body: { measured: MEASURED, name: 'Ours' } });
  const { text } = await house.as.viewer.call('/watches');
  expect([text.includes('"Ours"'), text.includes('"Theirs"')]).toEqual([true, false]);
});
