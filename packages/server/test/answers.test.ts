import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Event, identityOf } from '@continuo/core';
import { insertEvents, type Warehouse } from '@continuo/warehouse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Composed, compose } from '../src/compose.ts';
import { readConfig } from '../src/config.ts';
import { type AskRequest, askQuestion } from '../src/features/analysis/service.ts';
import { buildJudging } from '../src/features/journeys/judging/build.ts';
import { rebuildRuns } from '../src/features/journeys/judging/rebuild-runs.ts';
import { inBuildLane } from '../src/platform/build-lane.ts';
import type { Services } from '../src/platform/services.ts';
import { shopMap } from './journey-shop.ts';

/** The stores as the server opens them, with a count of the statements that come to the warehouse. */
let composed: Composed;
let services: Services;
let statements = 0;
const folder = mkdtempSync(join(tmpdir(), 'continuo-answers-'));
const [ONE, TWO] = [1, 2];

beforeAll(async () => {
  composed = await compose(readConfig({ folder, port: 0 }, { CONTINUO_TIME_ZONE: 'UTC' }));
  const { warehouse, state } = composed.services;
  const counted: Warehouse = Object.assign(Object.create(warehouse), {
    query: (...asked: Parameters<Warehouse['query']>) => {
      statements += 1;
      return warehouse.query(...asked);
    },
  });
  services = { ...composed.services, warehouse: counted };
  for (const slug of ['one', 'two'])
    await state.workspaces.create(state.db, { slug, name: slug, timeZone: 'UTC', isDemo: false, caseName: null });
}, 60_000);
afterAll(async () => {
  await composed?.close();
  rmSync(folder, { recursive: true, force: true });
});

let events = 0;
/** Orders of one customer each, as a source of their own, in the runs. */
async function add(workspace: number, orders: Readonly<Record<string, readonly string[]>>): Promise<void> {
  const { state, warehouse } = services;
  const source = await state.sources.create(state.db, { workspace, kind: 'import', name: 'orders' });
  const rows = Object.entries(orders).flatMap(([order, names]) =>
    names.map((name): Event => {
      events += 1;
      return {
        ...{ workspace, identity: identityOf(workspace, { kind: 'user', value: order }), ord: events },
        ...{ timeMs: Date.UTC(2026, 9, 1) + events * 60_000, message: BigInt(events), name },
        ...{ channel: 'web', caseKey: order, score: null, scale: '', text: '', properties: {} },
        ...{ receivedMs: Date.UTC(2026, 9, 2), seq: BigInt(events), source: source.id },
      };
    }),
  );
  await insertEvents(warehouse, rows);
  await inBuildLane(warehouse, workspace, async () => {
    const sources = [...(await state.sources.listComplete(state.db, workspace)), source.id];
    await rebuildRuns(services, { workspace, sources, touched: null });
    await state.sources.setStatus(state.db, { workspace, id: source.id, status: 'complete' });
  });
}

const summary = (more: Partial<AskRequest<'summary'>> = {}): AskRequest<'summary'> => ({
  question: 'summary',
  ...more,
});
const ask = (workspace: number, more: Partial<AskRequest<'summary'>> = {}) =>
  askQuestion(services, workspace, summary(more));
/** Statements that some work sends. */
async function sent(work: () => Promise<unknown>): Promise<number> {
  const before = statements;
  await work();
  return statements - before;
}

test('an answer is given again until the runs are built anew, and never to another workspace', async () => {
  await add(ONE, { a: ['Looked', 'Paid'], b: ['Looked'] });
  await add(TWO, { a: ['Looked'] });
  const first = await ask(ONE);
  expect(first.population.people).toBe(2);
  expect(await sent(async () => expect(await ask(ONE)).toBe(first))).toBe(0);
  // The same said otherwise: defaults written out, fields in another order.
  expect(await ask(ONE, { scope: { filters: [], unit: 'person' } })).toBe(first);
  expect((await ask(TWO)).population.people).toBe(1);
  expect(await ask(ONE, { scope: { unit: 'case' } })).not.toBe(first);
  await add(ONE, { c: ['Looked'] });
  const after = await ask(ONE);
  expect(after).not.toBe(first);
  expect(after.population.people).toBe(3);
});

test('who asks the same at once shares one statement; who leaves alone stops it', async () => {
  const alone = await sent(() => ask(ONE, { scope: { range: { fromMs: 1, toMs: Date.UTC(2030, 0) } } }));
  const scope = { range: { fromMs: 2, toMs: Date.UTC(2030, 0) } };
  let answers: unknown[] = [];
  const together = await sent(async () => {
    answers = await Promise.all([1, 2, 3, 4].map(() => ask(ONE, { scope })));
  });
  expect(together).toBe(alone);
  expect(new Set(answers).size).toBe(1);

  const left = new AbortController();
  const asked = [left.signal, undefined].map((signal) =>
    ask(ONE, { scope: { range: { fromMs: 3, toMs: 4 } }, options: { signal } }),
  );
  left.abort();
  await expect(asked[0]).rejects.toMatchObject({ code: 'engine.cancelled' });
  expect((await asked[1])?.population.people).toBe(0);
  const alsoLeft = new AbortController();
  const stopped = ask(ONE, { scope: { range: { fromMs: 5, toMs: 6 } }, options: { signal: alsoLeft.signal } });
  alsoLeft.abort();
  await expect(stopped).rejects.toMatchObject({ code: 'engine.cancelled' });
});

test('what is asked while runs are written is answered, and not kept', async () => {
  const scope = { range: { fromMs: 7, toMs: Date.UTC(2030, 0) } };
  const during = await inBuildLane(services.warehouse, ONE, () => ask(ONE, { scope }));
  expect(during.population.people).toBe(3);
  const after = await ask(ONE, { scope });
  expect(after).not.toBe(during);
  expect(await ask(ONE, { scope })).toBe(after);
});

test('a draft that is changed and judged anew is answered anew, also when only a touchpoint changed', async () => {
  const { state } = services;
  const journey = await state.journeys.create(state.db, ONE, shopMap(), 1);
  const judge = () =>
    buildJudging(services, journey, 'draft', { signal: new AbortController().signal, onProgress: () => {} });
  const lived = () =>
    askQuestion(services, ONE, {
      question: 'journey-map',
      scope: { unit: 'journey', journey: { key: 'order', judgedBy: 'draft' } },
    });
  const by = { actor: 'Ana', client: 'a', atMs: 1 };
  await judge();
  const first = await lived();
  expect(first.result.steps.map(({ step, people }) => [step, people])).toContainEqual(['pay', 1]);
  expect(await lived()).toBe(first);
  await state.journeys.edit(
    state.db,
    journey,
    [{ kind: 'set-step', id: 'pay', field: 'touchpoint', value: 'till' }],
    by,
  );
  await state.touchpoints.put(state.db, ONE, touchpoint('Bought'));
  await judge();
  const second = await lived();
  expect(second).not.toBe(first);
  await state.touchpoints.put(state.db, ONE, touchpoint('Looked'));
  await judge();
  const third = await lived();
  expect(third).not.toBe(second);
  await judge();
  expect(await lived()).toBe(third);
});

const touchpoint = (event: string) => ({
  ...{ key: 'till', title: 'Till', kind: 'owned' as const, channels: [], owner: null },
  matchers: [{ events: [event], where: [], channels: [] }],
});
