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
let composed: Composed;
let services: Services;
let workspace: Workspace;
let source: number;
let arrived: readonly Event[];
let cursor = 0;

beforeAll(async () => {
  composed = await compose(
    readConfig({ folder, port: 0 }, { CONTINUO_TIME_ZONE: TIME_ZONE, CONTINUO_LOG_LEVEL: 'error' }),
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
  await ensureDemoWatches(services, workspace.id);
  const { state } = services;
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
  for (let day = TRUTHS.connection.day - 2; day <= TRUTHS.connection.day + 3; day += 1) {
    await arriveUntil(instant('Ottawa', day, 6 * 60));
    // Twice at once: only one of them may speak.
    const looks = await Promise.all([lookAtWatches(services, workspace), lookAtWatches(services, workspace)]);
    const opened = looks[0].opened + looks[1].opened;
    for (let i = 0; i < opened; i += 1) noticed.push(`day ${day - TRUTHS.connection.day}`);
    expect(await lookAtWatches(services, workspace)).toMatchObject({ opened: 0, closed: 0, waiting: 0 });
  }
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
}, 60_000);

test('a source that falls silent speaks, and what depends on it says “no data” instead of crying', async () => {
  const { state, warehouse, clock } = services;
  const fields = { slug: 'shop', name: 'Shop', timeZone: 'UTC', isDemo: false, caseName: null };
  const shop = await state.workspaces.create(state.db, fields);
  const begin = Date.UTC(2026, 0, 5);
  const make = (from: number, days: number, name: string, id: number): Event[] =>
    Array.from({ length: days * 24 * 4 }, (_, i) => {
      const timeMs = begin + from * 24 * HOUR + i * (HOUR / 4);
      const identity = identityOf(shop.id, { kind: 'user', value: `${name} ${i % 50}` });
      return {
        ...{ workspace: shop.id, source: id, identity, message: BigInt(i + from * 100_000), timeMs, ord: 0, name },
        ...{
          channel: 'web',
          caseKey: '',
          score: null,
          scale: '' as const,
          text: '',
          properties: {},
          receivedMs: timeMs,
          seq: 0n,
        },
      };
    });
  const sources: number[] = [];
  const bring = async (name: string, from: number, days: number): Promise<number> => {
    const { id } = await state.sources.create(state.db, { workspace: shop.id, kind: 'import', name: `${name}s` });
    await insertEvents(warehouse, make(from, days, name, id));
    sources.push(id);
    await rebuildRuns(services, { workspace: shop.id, sources, touched: null });
    await state.sources.setStatus(state.db, { workspace: shop.id, id, status: 'complete' });
    return id;
  };
  const orders = await bring('Order', 0, 40);
  await bring('Visit', 0, 40);
  const common = {
    filters: [],
    period: 'day',
    learnFrom: null,
    owner: '',
    mails: ['me@shop.test'],
    hasWebhook: false,
  } as const;
  const watch = async (measured: Measured, how: 'unusual' | 'missing') => {
    const plan = await planWatch(services, shop, { ...common, measured, how });
    const made = await state.watches.create(state.db, shop.id, beginning(plan, 'me', clock.now()));
    return (await catchUp(services, shop, made)).id;
  };
  const ids = [
    await watch({ kind: 'events', activity: 'Order', channel: null }, 'unusual'),
    await watch({ kind: 'events', activity: 'Order', channel: null }, 'missing'),
    await watch({ kind: 'events', activity: 'Visit', channel: null }, 'unusual'),
    await watch({ kind: 'source', source: orders }, 'missing'),
  ];
  const states = async () =>
    Promise.all(ids.map(async (id) => (await state.watches.get(state.db, shop.id, id)).memory.state));
  expect(await states()).toEqual(['fine', 'fine', 'fine', 'fine']);
  // Visits go on for five days; the orders' source sends nothing more.
  await bring('Visit', 40, 5);
  expect(await lookAtWatches(services, shop)).toMatchObject({ opened: 1, closed: 0 });
  expect(await states()).toEqual(['no-data', 'no-data', 'fine', 'open']);
  expect(await state.alerts.listOpen(state.db, shop.id)).toMatchObject([{ watch: ids[3] }]);
  // Told once, to the one address, under an id that names the alert.
  const leases = await state.outbox.claim(state.db, {
    nowMs: clock.now(),
    leaseMs: 1,
    owner: 'test',
    kinds: ['mail'],
    most: 9,
  });
  expect(leases.map(({ id, message }) => [id, message.kind === 'mail' && message.subject])).toEqual([
    ['alert-1-opened-mail-me@shop.test', 'Unusual: Data from Orders'],
  ]);
}, 60_000);
