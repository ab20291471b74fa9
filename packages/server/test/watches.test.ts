import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Event, identityOf, type Measured } from '@continuo/core';
import type { StoredAlert, Workspace } from '@continuo/state';
import { airline, BOOKING, instant, TRUTHS, toEvents } from '@continuo/synth';
import { insertEvents } from '@continuo/warehouse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Composed, compose } from '../src/compose.ts';
import { readConfig } from '../src/config.ts';
import { ensureDemoJourneys, rebuildRuns } from '../src/features/journeys/index.ts';
import { besideAlert } from '../src/features/monitors/beside.ts';
import { ensureDemoWatches, lookAtWatches } from '../src/features/monitors/index.ts';
import { previewWatch } from '../src/features/monitors/preview.ts';
import { beginning, catchUp, planWatch } from '../src/features/monitors/watches.ts';
import { inBuildLane } from '../src/platform/build-lane.ts';
import type { Services } from '../src/platform/services.ts';

const HOUR = 3_600_000;
const TIME_ZONE = 'America/Toronto';
const BREAK = '2026-10-01';
/** Numbers that the break changes; everything else that is said is a false alarm, and so is everything before it. */
const CONSEQUENCES = ['pick-up-bag', BOOKING.phone, 'as-promised'];

const folder = mkdtempSync(join(tmpdir(), 'continuo-watches-'));
let nowMs = Date.now();
let composed: Composed;
let services: Services;
let workspace: Workspace;
let source: number;
let arrived: readonly Event[];
let cursor = 0;

beforeAll(async () => {
  composed = await compose(
    readConfig({ folder, port: 0 }, { CONTINUO_TIME_ZONE: TIME_ZONE, CONTINUO_LOG_LEVEL: 'error' }),
    { now: () => nowMs },
  );
  ({ services } = composed);
  const { state } = services;
  workspace = await state.workspaces.ensureDefault(state.db, { name: 'Airline', timeZone: TIME_ZONE });
  source = (await state.sources.create(state.db, { workspace: workspace.id, kind: 'demo', name: 'Demo' })).id;
  arrived = toEvents(workspace.id, source, airline({ workspace: workspace.id }));
}, 60_000);
afterAll(async () => {
  await composed.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Brings what had arrived by an instant, and builds what it touches. */
async function arriveUntil(untilMs: number): Promise<void> {
  const { state, warehouse } = services;
  const from = cursor;
  while (cursor < arrived.length && (arrived[cursor] as Event).receivedMs < untilMs) cursor += 1;
  const events = arrived.slice(from, cursor);
  await insertEvents(warehouse, events);
  const touched = from === 0 ? null : [...new Set(events.map(({ identity }) => identity))];
  await inBuildLane(warehouse, workspace.id, () =>
    rebuildRuns(services, { workspace: workspace.id, sources: [source], touched }),
  );
  await state.sources.setStatus(state.db, { workspace: workspace.id, id: source, status: 'complete' });
}

const dateOf = (day: number): string => new Date(day * 24 * HOUR).toISOString().slice(0, 10);
async function alerts(): Promise<readonly (StoredAlert & { name: string; measured: Measured; period: string })[]> {
  const { state } = services;
  const watches = await state.watches.list(state.db, workspace.id);
  const all = [
    ...(await state.alerts.listOpen(state.db, workspace.id)),
    ...(await state.alerts.listPast(state.db, workspace.id, 100)),
  ];
  return all.map((alert) => {
    const { name, measured, period } = watches.find(({ id }) => id === alert.watch) as (typeof watches)[number];
    return { ...alert, name, measured, period };
  });
}

test('until three days before the break all is quiet, and a preview says what the living watches said', async () => {
  await arriveUntil(instant('Ottawa', TRUTHS.connection.day - 3, 6 * 60));
  await ensureDemoJourneys(services, workspace.id);
  const { state } = services;
  // Only the map that is watched is counted anew every morning.
  for (const journey of await state.journeys.list(state.db, workspace.id))
    if (journey.key !== 'month-in-the-sun') await state.journeys.remove(state.db, journey);
  await ensureDemoWatches(services, workspace.id);
  const watches = await state.watches.list(state.db, workspace.id);
  expect(watches.length).toBeGreaterThanOrEqual(6);
  for (const { id, memory, measured, filters, how, period, speaksOf } of watches) {
    expect(memory.state).toBe('fine');
    if (period === 'hour') continue;
    const preview = await previewWatch(services, workspace, {
      measured,
      filters,
      how,
      period,
      speaksOf,
      learnFrom: null,
    });
    const said = await state.watches.verdicts(state.db, workspace.id, id, 400);
    const judged = preview.chart.points.filter(({ usual }) => usual !== null);
    expect(judged.map(({ n, of, usual }) => [n, of, usual])).toEqual(
      said.map(({ n, of, centre, lo, hi }) => [n, of, { centre, lo, hi }]),
    );
    expect(preview.state).toBe(memory.state);
  }
}, 120_000);

test('looking every morning at what has arrived, the break is noticed on the morning after; each day is judged once', async () => {
  const { state } = services;
  const noticed: string[] = [];
  for (let day = -1; day <= 2; day += 1) {
    await arriveUntil(instant('Ottawa', TRUTHS.connection.day + day, 6 * 60));
    // Twice at once when there is something to say: only one of them may.
    const looks = await Promise.all(
      Array.from({ length: day === 1 ? 2 : 1 }, () => lookAtWatches(services, workspace)),
    );
    const opened = looks.reduce((sum, look) => sum + look.opened, 0);
    for (let i = 0; i < opened; i += 1) noticed.push(`day ${day}`);
  }
  expect(await lookAtWatches(services, workspace)).toMatchObject({ opened: 0, closed: 0, waiting: 0 });
  const bags = (await alerts()).filter(({ measured }) => JSON.stringify(measured).includes('pick-up-bag'));
  expect(bags.map(({ sinceSlot, spokenSlot }) => [dateOf(sinceSlot), dateOf(spokenSlot)])).toEqual([[BREAK, BREAK]]);
  expect(noticed[0]).toBe('day 1');
  for (const watch of await state.watches.list(state.db, workspace.id)) {
    const slots = (await state.watches.verdicts(state.db, workspace.id, watch.id, 400)).map(({ slot }) => slot);
    expect(new Set(slots).size).toBe(slots.length);
  }
}, 120_000);

test('over all demo watches at most two false alarms in the twelve weeks', async () => {
  await arriveUntil(Number.POSITIVE_INFINITY);
  await lookAtWatches(services, workspace);
  const said = (await alerts()).map(({ name, measured, period, spokenSlot, closedSlot }) => ({
    name,
    isConsequence: CONSEQUENCES.some((what) => JSON.stringify(measured).includes(what)),
    noticed: dateOf(period === 'hour' ? Math.floor(spokenSlot / 24) : spokenSlot),
    isOpen: closedSlot === null,
  }));
  const wrong = said.filter(({ noticed, isConsequence }) => noticed < BREAK || !isConsequence);
  expect(wrong.length, JSON.stringify(wrong)).toBeLessThanOrEqual(2);
  // As measured: web bookings, which fade out at the end of the made world.
  expect(wrong.map(({ name, noticed }) => [name, noticed])).toEqual([['Find and book', '2026-10-18']]);
  expect(
    said
      .filter(({ isOpen }) => isOpen)
      .map(({ name }) => name.split(':')[0])
      .sort(),
  ).toEqual(['As promised', 'I pick up my bag in Málaga', 'Phone us']);
  // Where to look first: the change of planes, and the phone; no group of customers more than another.
  const bags = (await alerts()).find(({ measured }) => measured.kind === 'step') as StoredAlert;
  const { groups, looked, steps, alerts: near } = await besideAlert(services, workspace, bags);
  expect([groups, looked, steps.map(({ step }) => step)]).toEqual([[], looked, ['change-planes']]);
  expect(near.map(({ name }) => name)).toContain('Phone us');
}, 60_000);

/** One of something every so often, as it arrived. */
function every(stepMs: number, fromMs: number, days: number, name: string, arrivedMs: (timeMs: number) => number) {
  return Array.from({ length: Math.floor((days * 24 * HOUR) / stepMs) }, (_, i) => {
    const timeMs = fromMs + i * stepMs;
    return { name, timeMs, receivedMs: arrivedMs(timeMs), user: `${name} ${i % 50}` };
  });
}

async function newWorkspace(slug: string): Promise<Workspace> {
  const { state } = services;
  return state.workspaces.create(state.db, { slug, name: slug, timeZone: 'UTC', isDemo: false, caseName: null });
}

/** Brings events into a source, which is made when there is none yet. */
async function bring(to: Workspace, events: ReturnType<typeof every>, known: number | null = null): Promise<number> {
  const { state, warehouse } = services;
  const kind = 'import' as const;
  const id =
    known ?? (await state.sources.create(state.db, { workspace: to.id, kind, name: `${events[0]?.name}s` })).id;
  const rest = {
    ord: 0,
    channel: 'web',
    caseKey: '',
    score: null,
    scale: '' as const,
    text: '',
    properties: {},
    seq: 0n,
  };
  await insertEvents(
    warehouse,
    events.map(({ user, ...event }) => ({
      ...{ ...rest, ...event, workspace: to.id, source: id, message: BigInt(event.timeMs) },
      identity: identityOf(to.id, { kind: 'user', value: user }),
    })),
  );
  const sources = (await state.sources.list(state.db, to.id)).map((source) => source.id);
  await rebuildRuns(services, { workspace: to.id, sources, touched: null });
  await state.sources.setStatus(state.db, { workspace: to.id, id, status: 'complete' });
  return id;
}

const PLAIN = {
  filters: [],
  period: 'day',
  learnFrom: null,
  owner: '',
  mails: ['me@shop.test'],
  hasWebhook: false,
} as const;

async function watch(of: Workspace, measured: Measured, how: 'unusual' | 'missing'): Promise<number> {
  const { state, clock } = services;
  const plan = await planWatch(services, of, { ...PLAIN, measured, how });
  const made = await state.watches.create(state.db, of.id, beginning(plan, 'me', clock.now()));
  return (await catchUp(services, of, made)).id;
}

/** Watches in the order in which they were made: what they look at, how they stand, and what is silent. */
async function standings(of: Workspace): Promise<readonly (readonly [string, string, (readonly string[])?])[]> {
  const { state } = services;
  return (await state.watches.list(state.db, of.id)).map(({ name, memory }) =>
    memory.silent ? [name, memory.state, memory.silent] : [name, memory.state],
  );
}

async function told(kind: 'mail'): Promise<readonly (readonly [string, string])[]> {
  const asking = { nowMs, leaseMs: 1, owner: 'test', kinds: [kind], most: 9 } as const;
  const leases = await services.state.outbox.claim(services.state.db, asking);
  return leases.map(({ id, message }) => [id, message.kind === 'mail' ? message.subject : '']);
}

test('a source that falls silent speaks, and what depends on it says “no data” instead of crying', async () => {
  const { state } = services;
  const shop = await newWorkspace('shop');
  const begin = Date.UTC(2026, 0, 5);
  // Files of a history: everything arrived at once, and nothing is waited for by the clock.
  const orders = await bring(
    shop,
    every(HOUR / 4, begin, 40, 'Order', () => nowMs),
  );
  await bring(
    shop,
    every(HOUR / 4, begin, 40, 'Visit', () => nowMs),
  );
  await watch(shop, { kind: 'events', activity: 'Order', channel: null }, 'unusual');
  await watch(shop, { kind: 'events', activity: 'Order', channel: null }, 'missing');
  await watch(shop, { kind: 'events', activity: 'Visit', channel: null }, 'unusual');
  const source = await watch(shop, { kind: 'source', source: orders }, 'missing');
  const states = async () => (await standings(shop)).map(([, ...rest]) => rest);
  expect(await states()).toEqual([['fine'], ['fine'], ['fine'], ['fine']]);
  // Visits go on for five days; the orders' source sends nothing more.
  await bring(
    shop,
    every(HOUR / 4, begin + 40 * 24 * HOUR, 5, 'Visit', () => nowMs),
  );
  expect(await lookAtWatches(services, shop)).toMatchObject({ opened: 1, closed: 0 });
  expect(await states()).toEqual([['no-data', ['Orders']], ['no-data', ['Orders']], ['fine'], ['open']]);
  expect(await state.alerts.listOpen(state.db, shop.id)).toMatchObject([{ watch: source }]);
  // Told once, to the one address, under an id that names the alert.
  expect(await told('mail')).toEqual([
    [expect.stringMatching(/^alert-1-opened-mail-[0-9a-f]{16}$/), 'Unusual: Data from Orders'],
  ]);
}, 60_000);

test('what comes in by itself is watched by itself; when nothing comes from anywhere, that is said once, by the clock', async () => {
  const { state } = services;
  const live = await newWorkspace('live');
  const begin = Date.UTC(2026, 2, 2);
  const end = begin + 32 * 24 * HOUR;
  const soon = (timeMs: number) => timeMs + HOUR / 60;
  nowMs = end;
  const visits = await bring(live, every(HOUR / 2, begin, 32, 'Visit', soon));
  await watch(live, { kind: 'events', activity: 'Visit', channel: null }, 'unusual');
  // Twice at once: made once.
  await Promise.all([lookAtWatches(services, live), lookAtWatches(services, live)]);
  const MADE = ['Visit', 'Data from anywhere', 'Data from Visits'];
  expect(await standings(live)).toEqual(MADE.map((name) => [name, 'fine']));
  nowMs = end + 30 * HOUR;
  expect(await lookAtWatches(services, live)).toMatchObject({ opened: 1, closed: 0 });
  expect(await lookAtWatches(services, live)).toMatchObject({ opened: 0, closed: 0 });
  expect(await standings(live)).toEqual([
    ['Visit', 'no-data', []],
    [MADE[1], 'open'],
    [MADE[2], 'no-data', []],
  ]);
  expect(await state.alerts.listOpen(state.db, live.id)).toHaveLength(1);
  // It comes again; a watch that somebody stops does not come back.
  await bring(live, every(HOUR / 2, nowMs, 1, 'Visit', soon), visits);
  nowMs += 24 * HOUR;
  expect(await lookAtWatches(services, live)).toMatchObject({ opened: 0, closed: 1 });
  const anywhere = (await state.watches.list(state.db, live.id)).find(({ measured }) => measured.kind === 'arrivals');
  await state.watches.remove(state.db, live.id, anywhere?.id ?? 0);
  await lookAtWatches(services, live);
  expect((await standings(live)).map(([name]) => name)).toEqual(['Visit', 'Data from Visits']);
}, 60_000);

test('late call-backs are one alert, told once, until none is late', async () => {
  const { state } = services;
  const desk = await newWorkspace('desk');
  await lookAtWatches(services, desk);
  expect(await standings(desk)).toEqual([]);
  const clock = () => ({ nowMs, answerDays: 14, isFrozen: false });
  const seen = (person: string) => ({
    ...{ rule: 'by-hand', message: person, person, identity: person, timeMs: nowMs, why: 'asked', what: 'No bag' },
    ...{ channel: 'email', step: null, team: null, calendar: 'always', workMs: 4 * HOUR },
  });
  const open = async (person: string) => {
    const decided = await state.callbackDecisions.decide(state.db, desk.id, seen(person), {
      mayOpen: true,
      clock: clock(),
    });
    return decided.kind === 'opened' ? decided.callback : null;
  };
  const first = await open('1');
  await lookAtWatches(services, desk);
  expect(await standings(desk)).toEqual([['Call-backs past due', 'fine']]);
  nowMs = (first?.dueMs ?? 0) + HOUR / 2;
  await open('2');
  await Promise.all([lookAtWatches(services, desk), lookAtWatches(services, desk)]);
  const alert = async () => (await state.alerts.listOpen(state.db, desk.id)).map(({ id, last }) => [id, last.n]);
  expect(await alert()).toEqual([[1, 1]]);
  nowMs += 24 * HOUR;
  expect(await lookAtWatches(services, desk)).toMatchObject({ opened: 0 });
  expect(await alert()).toEqual([[1, 2]]);
  const cause = { kind: 'off-map' } as const;
  for (const id of [1, 2]) {
    const deed = { kind: 'close', cause, action: 'called', askMs: null, by: 0 } as const;
    const entry = { kind: 'closed', facts: {}, text: '', userId: 0 } as const;
    await state.callbacks.act(state.db, desk.id, id, deed, entry, clock());
  }
  nowMs += HOUR;
  expect(await lookAtWatches(services, desk)).toMatchObject({ opened: 0, closed: 1 });
  const preview = { ...PLAIN, measured: { kind: 'callbacks', which: 'opened' }, how: 'unusual' } as const;
  const { chart } = await previewWatch(services, desk, preview);
  expect(chart.points.map(({ n }) => n)).toEqual([1, 1]);
}, 60_000);
