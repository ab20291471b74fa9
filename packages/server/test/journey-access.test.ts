import { afterAll, beforeAll, expect, test } from 'vitest';
import { routesOf, walkEveryRole } from './every-role.ts';
import { type House, startHouse } from './house.ts';
import { shopMap } from './journey-shop.ts';

/** Every route of maps × every role × a map of ours, of another workspace, of nobody. */

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

// A stream has no end to wait for; who may listen is looked at below.
const { journeyLive: _, ...routes } = routesOf(/^\/(journeys|starters|events-seen|touchpoints)\b/);
walkEveryRole({
  house: () => house,
  routes,
  bodies: BODIES,
  addressOf: (name, path, key) => {
    const address = path.replace(':key', key).replace(':version', '1').replace(':gap', encodeURIComponent('left:pay'));
    return name === 'journeyPicture' ? `${address}?layer=planned` : address;
  },
  make: makeMap,
  isOfOne: (name) => !WITHOUT_KEY.includes(name),
  makes: MAKES,
  nobodys: 'no-such-map',
  isAsItWas: async (theirs) => {
    const still = await house.as.stranger.call(`/journeys/${theirs}`);
    expect([still.status, still.body.title, still.body.seq]).toEqual([200, shopMap().title, 0]);
  },
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
