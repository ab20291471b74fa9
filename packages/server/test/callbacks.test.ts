import {
  ROUTES as ALL_ROUTES,
  type Callback,
  type CallbackList,
  includesRole,
  ROLES,
  type RouteAccess,
} from '@continuo/contract';
import type { CallbackRule } from '@continuo/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, type House, type Reply, startHouse } from './house.ts';
import { shopMap } from './journey-shop.ts';

/** People are let down, seen by rules, called back, and asked whether it is put right; every route by every role. */
let house: House;
let as: Record<keyof House['as'], Browser>;
const HOUR_MS = 3_600_000;
const rule = (key: string, when: CallbackRule['when']): CallbackRule => ({
  ...{ key, title: `Rule ${key}`, isOn: true, when, team: 'Care', calendar: 'office', hours: 4 },
});
const LOW = rule('low', { kind: 'low-score', atMost: {} });

const post = (by: Browser, path: string, body: unknown = {}): Promise<Reply> => by.call(path, { method: 'POST', body });
const put = (by: Browser, path: string, body: unknown): Promise<Reply> => by.call(path, { method: 'PUT', body });
const list = async (tab: string, query = ''): Promise<CallbackList> =>
  (await as.operator.call(`/callbacks?tab=${tab}${query}`)).body as unknown as CallbackList;
const one = async (id: number): Promise<Callback> =>
  (await as.operator.call(`/callbacks/${id}`)).body as unknown as Callback;

/** Time passes, and whoever works here signs in again: sessions end. */
async function later(ms: number): Promise<void> {
  house.later(ms);
  for (const login of [...ROLES, 'stranger'] as const) as[login] = await house.signIn(login);
}

/** Asks again until it holds: what is waited for happens by itself, after an import or at its time. */
async function until<T>(ask: () => Promise<T>, holds: (found: T) => boolean): Promise<T> {
  for (;;) {
    const found = await ask();
    if (holds(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const ago = (hours: number): string => new Date(Date.now() - hours * HOUR_MS).toISOString();
// Zoe is let down twice; Max once and then phones three times; Ben is content; Old was let down a month ago.
const LINES = [
  `zoe,${ago(50)},Feedback,email,2,Where is it?`,
  `zoe,${ago(30)},Feedback,email,1,Call 0034 600 123 456`,
  `max,${ago(40)},Feedback,email,6,`,
  ...[20, 10, 5].map((hours) => `max,${ago(hours)},Phone us,phone,,`),
  `ben,${ago(20)},Feedback,email,9,"Fine, but please call me back"`,
  `old,${ago(30 * 24)},Feedback,email,0,`,
  ...['uma', 'ugo', 'ula'].map((who) => `${who},${ago(15)},Feedback,email,7,`),
];

async function importLines(by: Browser): Promise<void> {
  const form = new FormData();
  form.append(
    'file',
    new Blob([`customer,time,activity,channel,score,comment\n${LINES.join('\n')}\n`]),
    'feedback.csv',
  );
  const { id, preview } = (await by.call('/imports', { method: 'POST', body: form })).body as {
    id: number;
    preview: { mapping: object };
  };
  const wishes = {
    person: 'customer',
    time: 'time',
    activity: 'activity',
    channel: 'channel',
    score: 'score',
    scale: '0-10',
    text: 'comment',
  };
  await post(by, `/imports/${id}/start`, { ...preview.mapping, ...wishes });
  await until(
    () => by.call(`/imports/${id}`),
    ({ body }) => ['done', 'failed'].includes(String(body.status)),
  );
}

beforeAll(async () => {
  house = await startHouse();
  as = { ...house.as };
  const { admin } = as;
  await post(admin, '/journeys', { from: 'contract', contract: shopMap() });
  await house.state.webhooks.create(house.state.db, {
    ...{ workspace: house.own, url: 'https://channel.example/hook', note: '', secret: 'whsec_c2VjcmV0', createdMs: 0 },
    types: ['callback.opened', 'callback.late', 'callback.closed', 'person.helped', 'person.free'],
  });
  await put(admin, '/callback-rules/low', LOW);
  await importLines(admin);
}, 60_000);
afterAll(() => house?.close());

const payloads = async (): Promise<readonly { readonly callback: number; readonly url?: string }[]> =>
  (await house.state.db.selectFrom('outbox').select('message').where('kind', '=', 'webhook').execute()).map(
    ({ message }) => JSON.parse(message).payload,
  );
const announced = async (): Promise<readonly string[]> =>
  (await house.state.db.selectFrom('outbox').select('type').where('kind', '=', 'webhook').execute()).map(
    ({ type }) => type,
  );

test('rules open call-backs for those who were let down lately, one a person', async () => {
  const { items, counts, isOn } = await until(
    () => list('unassigned'),
    ({ items }) => items.length === 2,
  );
  expect(isOn).toBe(true);
  expect(counts).toEqual({ mine: 0, unassigned: 2, 'past-due': 0, waiting: 0, closed: 0 });
  expect(items.map(({ why, moments, team }) => [why, moments, team]).sort()).toEqual([
    ['answered 2 of 10', 2, 'Care'],
    ['answered 6 of 10', 1, 'Care'],
  ]);
  const zoe = await one(items.find(({ moments }) => moments === 2)?.id ?? 0);
  expect(zoe.momentsSeen.map(({ quote }) => quote)).toEqual(['Where is it?', 'Call •••']);
  expect(zoe.line).toContain('Do not ask what happened');
  expect([...(await announced())].sort()).toEqual([
    'callback.opened',
    'callback.opened',
    'person.helped',
    'person.helped',
  ]);
  const urls = (await payloads()).flatMap(({ callback, url }) => (url === undefined ? [] : [{ callback, url }]));
  for (const { callback, url } of urls) expect(url).toMatch(new RegExp(`^http\\S+/w/default/callbacks/${callback}$`));
  expect(urls).toHaveLength(2);
});

test('a second rule joins what is open, and opens the rest', async () => {
  const { admin } = as;
  const contact = rule('contact', {
    ...{ kind: 'repeat', times: 3, withinDays: 7, about: { kind: 'anything' } },
    match: { events: [], channels: ['phone'], where: [] },
  });
  const preview = (await post(as.operator, '/callback-rules/preview', contact)).body;
  expect(preview).toMatchObject({ days: 28, people: 1, moments: 1, anonymous: 0 });
  expect((preview.byDay as { moments: number }[]).reduce((sum, day) => sum + day.moments, 0)).toBe(1);
  await put(admin, '/callback-rules/contact', contact);
  await put(admin, '/callback-rules/asks', rule('asks', { kind: 'asks-answer', phrases: [] }));
  const { items } = await until(
    () => list('unassigned'),
    ({ items }) => items.length === 3,
  );
  expect(items.map(({ why, moments }) => [why, moments]).sort()).toEqual([
    ['answered 2 of 10', 2],
    ['answered 6 of 10', 2],
    ['asked for an answer', 1],
  ]);
});

test('a call-back is taken, worked, closed, asked about, and opened again by a no', async () => {
  const zoe = (await list('unassigned')).items.find(({ why }) => why === 'answered 2 of 10')?.id ?? 0;
  const does = (what: string, body: unknown = {}): Promise<Reply> =>
    post(as.operator, `/callbacks/${zoe}/${what}`, body);
  expect((await does('take')).body).toMatchObject({ state: 'in-hand', owner: { name: 'Member operator' } });
  expect((await does('notes', { kind: 'called', text: 'She wants her parcel.' })).body.answeredMs).not.toBeNull();
  const helped = await as.operator.call('/people/zoe/context?by=user');
  expect(helped.body).toMatchObject({
    beingHelped: true,
    holdSelling: true,
    done: 'She wants her parcel.',
    callback: zoe,
  });
  expect((await does('wait', { for: 'until', untilMs: Date.now() + HOUR_MS })).body).toMatchObject({
    state: 'waiting',
  });
  await later(2 * HOUR_MS);
  await until(
    () => one(zoe),
    ({ state }) => state === 'in-hand',
  );
  expect((await does('close', { action: 'Sent again' })).status).toBe(400);
  expect(
    (await does('close', { cause: { kind: 'step', journey: 'order', step: 'nowhere' }, action: 'x' })).status,
  ).toBe(400);
  const cause = { kind: 'step', journey: 'order', step: 'arrive' };
  expect((await does('close', { cause, action: 'Sent again' })).body).toMatchObject({ state: 'asked', cause });
  expect((await as.operator.call('/people/zoe/context')).body).toMatchObject({ beingHelped: false, line: null });
  expect((await does('take')).status).toBe(409);

  await later(48 * HOUR_MS);
  const { ask } = await until(
    () => one(zoe),
    (now) => now.ask?.link !== null && now.ask !== null,
  );
  const link = ask?.link ?? '';
  const page = await fetch(link, { headers: { 'accept-language': 'de' } });
  const html = await page.text();
  expect([page.status, html.includes('Ist es wieder gut?'), html.includes('<script')]).toEqual([200, true, false]);
  const answer = async (fields: Record<string, string>): Promise<number> =>
    (await fetch(link, { method: 'POST', body: new URLSearchParams(fields) })).status;
  expect(await answer({ why: 'x' })).toBe(422);
  expect(await answer({ answer: 'no', why: 'It never came. Write to zoe@mail.example.' })).toBe(200);
  expect(await answer({ answer: 'yes' })).toBe(200);
  expect(await one(zoe)).toMatchObject({
    state: 'in-hand',
    putRight: 'no',
    ask: { answer: 'no', why: 'It never came. Write to •••.' },
  });
  expect(JSON.stringify(await one(zoe))).not.toContain('mail.example');
  const { person } = await one(zoe);
  const told = await until(
    async () => (await post(as.operator, '/ask/timeline', { input: { person } })).text,
    (text) => text.includes('Is it put right?'),
  );
  expect(told).toContain('"got":"no"');
  expect((await does('close', { cause, action: 'Brought it' })).body).toMatchObject({ state: 'closed' });
  expect((await fetch(link.slice(0, -3))).status).toBe(404);
}, 120_000);

test('many are given at once, those past due are told once, and the counts add up', async () => {
  const ids = (await list('unassigned')).items.map(({ id }) => id);
  const { members, me } = (await as.operator.call('/callbacks/assignees')).body as {
    members: { id: number }[];
    me: number;
  };
  expect(members.map(({ id }) => id)).toContain(me);
  expect((await post(as.operator, '/callbacks/assign', { ids: [...ids, 1, 1], member: me })).body.given).toBe(
    ids.length,
  );
  expect((await post(as.operator, '/callbacks/assign', { ids, member: 99_999 })).status).toBe(400);
  await later(21 * 24 * HOUR_MS);
  await until(announced, (types) => types.filter((type) => type === 'callback.late').length === ids.length);
  expect((await list('past-due')).items.map(({ id }) => id).sort()).toEqual([...ids].sort());
  const measures = (await as.viewer.call('/callbacks/measures')).body as Record<string, never>;
  const { opened, answered, causes, closed, putRight } = measures as unknown as {
    opened: number;
    closed: number;
    answered: Record<string, number>;
    causes: { n: number }[];
    putRight: Record<string, number>;
  };
  expect([opened, closed]).toEqual([3, 1]);
  expect(Object.values(answered).reduce((a, b) => a + b, 0)).toBe(opened);
  expect(causes.reduce((sum, { n }) => sum + n, 0)).toBe(closed);
  expect(putRight).toEqual({ asked: 1, yes: 0, partly: 0, no: 1, unanswered: 0 });
}, 120_000);

test('a rule that looks for more looks at a history for the first time: it opens no flood', async () => {
  await put(as.admin, '/callback-settings', { mostAtOnce: 1 });
  await put(as.admin, '/callback-rules/low', { ...LOW, when: { kind: 'low-score', atMost: { '0-10': 7 } } });
  const { counts, leftOut } = await until(
    () => list('unassigned'),
    ({ counts }) => counts.unassigned > 0,
  );
  expect([counts.unassigned, leftOut?.people]).toEqual([1, 2]);
});

test('without the person level nobody can tell who it is', async () => {
  const { state, own } = house;
  await state.switches.set(state.db, own, { freeText: false, personLevel: false });
  try {
    const { items } = await list('mine');
    expect(items.map(({ person, story, name }) => [person, story, name.startsWith('Customer')])).toEqual(
      items.map(() => [null, null, true]),
    );
    expect((await one(1)).momentsSeen.every(({ quote }) => quote === null)).toBe(true);
    expect((await as.operator.call('/people/zoe/context')).status).toBe(403);
  } finally {
    await state.switches.set(state.db, own, { freeText: true, personLevel: true });
  }
});

const CALENDAR = {
  key: 'office',
  title: 'Office',
  timeZone: 'UTC',
  hours: [{ weekday: 0, fromMinute: 540, toMinute: 1020 }],
  holidays: [],
};
const BODIES: Readonly<Record<string, unknown>> = {
  openCallback: { person: '1', why: 'x' },
  assignCallbacks: { ids: [99_999], team: 'Care' },
  noteCallback: { kind: 'note', text: 'x' },
  waitCallback: { for: 'customer' },
  closeCallback: { cause: { kind: 'off-map' }, action: 'x' },
  reopenCallback: { why: 'x' },
  putCallbackRule: { ...LOW, key: '1' },
  previewCallbackRule: LOW,
  putCallbackSettings: {},
  putCalendar: { ...CALENDAR, key: '1' },
};
/** Answered for any number: nothing of ours is named. */
const NAMELESS = ['callbacks', 'callbackMeasures', 'callbackAssignees', 'callbackRules', 'calendars', 'personContext'];
const MAKE = ['putCallbackRule', 'putCalendar', 'putCallbackSettings', 'previewCallbackRule'];
const ROUTES = Object.entries<RouteAccess>(ALL_ROUTES).filter(([, { path }]) =>
  /^\/(callback|calendars|people\/:id\/context)/.test(path),
);

describe.each(ROUTES)('%s', (name, { method, path, role, audit }) => {
  const address = path.replace(/:id|:key/, '1');
  const call = (by: Browser): Promise<Reply> =>
    by.call(address, { method, ...(method === 'GET' || method === 'DELETE' ? {} : { body: BODIES[name] ?? {} }) });

  test('nobody', async () => expect((await call(as.nobody)).status).toBe(401));
  test.each(ROLES)('%s', async (who) => {
    const { status } = await call(as[who]);
    const isGranted = role === 'anyone' || includesRole(who, role);
    if (!isGranted) return expect(status).toBe(403);
    expect([200, 404, 409]).toContain(status);
  });
  test('of another workspace: nothing of ours', async () => {
    const { status, text } = await call(as.stranger);
    if (NAMELESS.includes(name) || MAKE.includes(name)) expect(status).toBe(200);
    else if (name === 'assignCallbacks') expect(status).toBe(404);
    else expect(name.startsWith('remove') ? [200, 404] : [404, 409]).toContain(status);
    expect(text).not.toContain('answered 2 of 10');
  });
  test('every change leaves a row', () =>
    expect(audit === null).toBe(method === 'GET' || name === 'previewCallbackRule'));
});
