import { ROUTES as ALL_ROUTES, FILE_ROUTES, includesRole, ROLES, type RouteAccess } from '@continuo/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type House, type Reply, startHouse } from './house.ts';
import { shopMap } from './journey-shop.ts';

/** Every route of maps × every role × a map of ours, of another workspace, of nobody. */

const ROUTES: Readonly<Record<string, RouteAccess>> = Object.fromEntries(
  Object.entries({ ...ALL_ROUTES, ...FILE_ROUTES }).filter(([, { path }]) =>
    /^\/(journeys|starters|events-seen|touchpoints)\b/.test(path),
  ),
);

let house: House;
let count = 0;
beforeAll(async () => {
  house = await startHouse();
}, 60_000);
afterAll(() => house?.close());

const edit = { kind: 'set-journey', field: 'title', value: 'I order' };
const touchpoint = (key: string) => ({ key, title: 'Till', kind: 'owned', channels: [], matchers: [], owner: null });

/** What each call needs beside its path; left out: nothing. A fresh map is made for every call. */
const BODIES: Readonly<Record<string, (key: string) => unknown>> = {
  makeJourney: () => ({ from: 'blank', title: 'x', key: `made-${count}` }),
  draftFromData: () => ({}),
  editJourney: () => ({ client: 'a', seq: 0, edits: [edit] }),
  presence: () => ({ client: 'a', at: null }),
  publishJourney: () => ({}),
  restoreJourney: () => ({ version: 1 }),
  judgeJourney: () => ({ judgedBy: 'draft' }),
  cancelJudging: () => ({ judgedBy: 'draft' }),
  putJourneyFile: () => ({ format: 'mermaid', text: 'journey\n  title x\n  section s\n    Do it: 3: Me\n' }),
  suggestMatches: () => ({}),
  testMatches: () => ({ steps: [] }),
  markGap: () => ({ action: 'watch' }),
  putTouchpoint: touchpoint,
};
/** They do not name a map, so there is none of another workspace. */
const WITHOUT_KEY = [
  'journeys',
  'journeyStatuses',
  'makeJourney',
  'draftFromData',
  'starters',
  'eventsSeen',
  'touchpoints',
];
/** Publishing builds runs, which takes time: only for those that look at a version. */
const NEED_VERSION = ['journeyVersion', 'restoreJourney'];
/** A key that is not there is made: that of another workspace is as free as any. */
const MAKES = ['putJourneyFile', 'putTouchpoint'];

async function makeMap(by: 'admin' | 'stranger', name = ''): Promise<string> {
  count += 1;
  const key = `map-${count}`;
  const as = house.as[by];
  const made = await as.call('/journeys', { method: 'POST', body: { from: 'contract', contract: shopMap(key) } });
  expect([made.status, made.text]).toEqual([200, expect.anything()]);
  if (NEED_VERSION.includes(name)) await as.call(`/journeys/${key}/publish`, { method: 'POST', body: {} });
  await as.call(`/touchpoints/${key}`, { method: 'PUT', body: touchpoint(key) });
  return key;
}

function perform(name: string, who: keyof House['as'], key: string): Promise<Reply> {
  const { method, path } = ROUTES[name] as RouteAccess;
  const address = path.replace(':key', key).replace(':version', '1').replace(':gap', encodeURIComponent('left:pay'));
  const body = BODIES[name]?.(key);
  const query = name === 'journeyPicture' ? '?layer=planned' : '';
  return house.as[who].call(`${address}${query}`, { method, ...(body === undefined ? {} : { body }) });
}

const plain = ({ status, text }: Reply, key: string): string =>
  `${status} ${text.replaceAll(key, 'KEY').replace(/"requestId":"[^"]*"/, '')}`;

async function rows(action: string): Promise<number> {
  const found = await house.state.audit.list(house.state.db, house.own, { action, most: 1000 });
  return found.length;
}

// A stream has no end to wait for; who may listen is looked at below.
describe.each(Object.keys(ROUTES).filter((name) => name !== 'journeyLive'))('%s', (name) => {
  const route = ROUTES[name] as RouteAccess;

  test('nobody is asked to sign in', async () => {
    expect((await perform(name, 'nobody', 'any')).status).toBe(401);
  });

  test.each(ROLES)('%s', async (role) => {
    const isGranted = route.role !== 'anyone' && includesRole(role, route.role);
    const ours = isGranted ? await makeMap('admin', name) : 'any';
    const before = route.audit === null ? 0 : await rows(route.audit);
    const reply = await perform(name, role, ours);
    if (!isGranted) {
      expect([reply.status, reply.body.code]).toEqual([403, 'access.denied']);
      return;
    }
    expect([reply.status, reply.text]).toEqual([200, expect.anything()]);
    if (route.audit !== null) expect(await rows(route.audit)).toBe(before + 1);
    if (WITHOUT_KEY.includes(name)) return;
    const theirs = await makeMap('stranger', name);
    const seen = await perform(name, role, theirs);
    if (!MAKES.includes(name)) {
      expect(seen.status).toBe(404);
      expect(plain(seen, theirs)).toBe(plain(await perform(name, role, 'no-such-map'), 'no-such-map'));
    }
    const still = await house.as.stranger.call(`/journeys/${theirs}`);
    expect([still.status, still.body.title, still.body.seq]).toEqual([200, shopMap().title, 0]);
  });
});

test('only who may see a map may listen to it', async () => {
  const [ours, theirs] = [await makeMap('admin'), await makeMap('stranger')];
  const listen = async (who: keyof House['as'], key: string): Promise<number> => {
    const controller = new AbortController();
    const cookie = house.as[who].cookie();
    const reply = await fetch(`${house.serving.url}/api/v1/journeys/${key}/live`, {
      headers: cookie === null ? {} : { cookie },
      signal: controller.signal,
    });
    controller.abort();
    return reply.status;
  };
  expect([await listen('nobody', ours), await listen('viewer', ours), await listen('viewer', theirs)]).toEqual([
    401, 200, 404,
  ]);
});

test('lists hold what is ours only', async () => {
  const [ours, theirs] = [await makeMap('admin'), await makeMap('stranger')];
  for (const path of ['/journeys', '/touchpoints']) {
    const { text } = await house.as.viewer.call(path);
    expect([path, text.includes(`"${ours}"`), text.includes(`"${theirs}"`)]).toEqual([path, true, false]);
  }
});
