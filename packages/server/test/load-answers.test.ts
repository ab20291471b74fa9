import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anonymousOf, answerEvent, type Event, identityOf, type SurveyAnswer } from '@continuo/core';
import { insertEvents, name, sql, uint } from '@continuo/warehouse';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Composed, compose } from '../src/compose.ts';
import { readConfig } from '../src/config.ts';
import { askQuestion } from '../src/features/analysis/service.ts';
import { ensureSource, loadAnswers } from '../src/features/experience/load-answers.ts';
import { buildJudging } from '../src/features/journeys/judging/build.ts';
import { rebuildRuns } from '../src/features/journeys/judging/rebuild-runs.ts';
import { inBuildLane } from '../src/platform/build-lane.ts';
import type { Services } from '../src/platform/services.ts';
import { shopMap } from './journey-shop.ts';

/** SQLite and chDB as the server opens them. */
let composed: Composed;
let services: Services;
const folder = mkdtempSync(join(tmpdir(), 'continuo-load-answers-'));
const OCTOBER = Date.UTC(2026, 9, 1);
const NOVEMBER = Date.UTC(2026, 10, 20);

beforeAll(async () => {
  composed = await compose(readConfig({ folder, port: 0 }, { CONTINUO_TIME_ZONE: 'UTC' }));
  services = composed.services;
}, 120_000);
afterAll(async () => {
  await composed?.close();
  rmSync(folder, { recursive: true, force: true });
});

let worlds = 0;
/** A workspace with the map of the shop and two orders, one of which is still on its way. */
async function world(): Promise<number> {
  const { state, warehouse } = services;
  worlds += 1;
  const slug = `world-${worlds}`;
  const fields = { slug, name: slug, timeZone: 'UTC', isDemo: false, caseName: null };
  const workspace = (await state.workspaces.create(state.db, fields)).id;
  const source = await state.sources.create(state.db, { workspace, kind: 'import', name: 'orders' });
  const told: readonly (readonly [string, string])[] = [
    ...['Looked', 'Paid', 'Arrived'].map((activity) => ['ana', activity] as const),
    ...['Looked', 'Paid'].map((activity) => ['ben', activity] as const),
  ];
  const events = told.map(([person, activity], i): Event => {
    const plain = { channel: 'web', score: null, scale: '', text: '', properties: {}, ord: i } as const;
    const when = { timeMs: OCTOBER + i * 3_600_000, receivedMs: OCTOBER, seq: BigInt(i) };
    const who = { workspace, identity: identityOf(workspace, { kind: 'user', value: person }), source: source.id };
    return { ...plain, ...when, ...who, message: BigInt(i), name: activity, caseKey: `order of ${person}` };
  });
  await insertEvents(warehouse, events);
  await inBuildLane(warehouse, workspace, async () => {
    await rebuildRuns(services, { workspace, sources: [source.id], touched: null });
    await state.sources.setStatus(state.db, { workspace, id: source.id, status: 'complete' });
  });
  const map = shopMap();
  const journey = await state.journeys.create(state.db, workspace, map, OCTOBER);
  await state.journeyVersions.publish(state.db, journey, { note: '', actor: 'test', atMs: OCTOBER });
  await buildJudging(services, journey, 'in-force', { signal: new AbortController().signal, onProgress: () => {} });
  return workspace;
}

function answer(n: number, person: string, score: number | null, step: string | null): SurveyAnswer {
  const submission = `s-${n}`;
  return {
    submission,
    survey: 'after',
    title: n % 2 === 0 ? 'Even' : 'Odd',
    journey: step === null ? null : 'order',
    step,
    channel: n % 3 === 0 ? '' : 'email',
    language: 'en',
    atMs: NOVEMBER + ((n * 7) % 11) * 60_000,
    receivedMs: NOVEMBER + n,
    person: person === '' ? anonymousOf(submission) : { kind: 'user', value: person },
    score,
    scale: score === null ? '' : '0-10',
    text: score === null ? 'no words' : `as bad as ${score}`,
    got: null,
    emotion: null,
    mayContact: null,
    others: {},
    extra: {},
  };
}

/** What questions say, as far as answers can change it; numbers of builds and hashes are not in it. */
async function numbers(workspace: number) {
  const journey = { unit: 'journey' as const, journey: { key: 'order', judgedBy: 'in-force' as const } };
  const [plain, activities, map] = await Promise.all([
    askQuestion(services, workspace, { question: 'summary' }),
    askQuestion(services, workspace, { question: 'activities' }),
    askQuestion(services, workspace, { question: 'journey-map', scope: journey }),
  ]);
  const rows = [...activities.result.activities].sort((a, b) => a.activity.localeCompare(b.activity, 'en'));
  // Runs are named after people, whose hashes differ between workspaces.
  const steps = JSON.parse(JSON.stringify(map.result).replace(/"p-\d+-/g, '"p-')) as unknown;
  return { plain: [plain.result, plain.population, plain.dataAsOfMs], rows, map: [steps, map.population] };
}

const drawn = fc.record({
  person: fc.constantFrom('ana', 'ben', 'cle', ''),
  score: fc.option(fc.integer({ min: 0, max: 10 }), { nil: null }),
  step: fc.constantFrom('pay', 'arrive', null),
});

test('the same answers in any order, in parts, and twice, make the numbers they make once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(drawn, { minLength: 1, maxLength: 8 }),
      fc.infiniteStream(fc.nat()),
      async (all, dice) => {
        const { state } = services;
        const answers = all.map(({ person, score, step }, n) => answer(n, person, score, step));
        const [once, often] = [await world(), await world()];
        await state.answers.take(state.db, once, answers);
        expect(await loadAnswers(services, once)).toBe(answers.length);
        const roll = (): number => dice.next().value ?? 0;
        const twice = [...answers, ...answers].sort(() => (roll() % 3) - 1);
        const cut = roll() % twice.length;
        for (const part of [twice.slice(0, cut), twice.slice(cut)]) {
          await state.answers.take(state.db, often, part);
          await loadAnswers(services, often);
        }
        expect(await numbers(often)).toEqual(await numbers(once));
      },
    ),
    { numRuns: 3, endOnFailure: true },
  );
}, 120_000);

test('what was stored before a crash and not noted is stored again and counts once', async () => {
  const { state, warehouse } = services;
  const answers = [answer(1, 'ana', 3, 'arrive'), answer(2, 'ben', 9, 'pay'), answer(3, '', 5, null)];
  const [whole, broken] = [await world(), await world()];
  for (const workspace of [whole, broken]) await state.answers.take(state.db, workspace, answers);
  await loadAnswers(services, whole);

  // First crash: the source is there, the events are half in, no run knows of them.
  await expect(loadAnswers({ ...services, warehouse: failing(/insert into continuo\.runs/) }, broken)).rejects.toThrow(
    'out of power',
  );
  expect(await state.answers.waiting(state.db, broken, 9)).toHaveLength(3);
  // Second crash: everything is in, only the note is missing.
  const late = {
    ...services,
    state: { ...state, answers: { ...state.answers, loaded: () => Promise.reject(new Error('out of power')) } },
  };
  await expect(loadAnswers(late, broken)).rejects.toThrow('out of power');
  expect(await loadAnswers(services, broken)).toBe(3);
  expect(await loadAnswers(services, broken)).toBe(0);
  expect(await numbers(broken)).toEqual(await numbers(whole));
  const [row] = await warehouse.query(
    sql`select uniqExact(identity, message) as events from continuo.${name(warehouse.reads.events)} where workspace = ${uint(broken)} and startsWith(name, 'Answer')`,
  );
  expect(Number(row?.events)).toBe(3);
});

test('an answer about a map leaves the passages of the map as they are, and is in the run of who gave it', async () => {
  const { state, warehouse } = services;
  const workspace = await world();
  const newest = async (journeys: boolean): Promise<number> => {
    const [row] = await warehouse.query(
      sql`select max(version) as newest from continuo.${name(warehouse.reads.runs)}
where workspace = ${uint(workspace)} and (definition >= 2) = ${uint(journeys ? 1 : 0)}`,
    );
    return Number(row?.newest);
  };
  const before = await newest(true);
  const load = async (n: number, step: string | null) => {
    await state.answers.take(state.db, workspace, [answer(n, 'ben', 3, step)]);
    await loadAnswers(services, workspace);
  };
  await load(1, 'pay');
  expect(await newest(true)).toBe(before);
  expect(await newest(false)).toBeGreaterThan(before);
  // About no map it lies in whatever is open: by case, of none.
  await load(2, null);
  expect((await numbers(workspace)).rows.map(({ activity }) => activity)).toEqual(
    expect.arrayContaining(['Answer: Odd', 'Answer: Even']),
  );
});

/** The text of a statement, as far as it is fixed. */
const textOf = (statement: unknown): string =>
  JSON.stringify(statement, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));

/** The warehouse, on which the first command of this kind fails as a crash would. */
function failing(command: RegExp): Services['warehouse'] {
  const { warehouse } = services;
  const shards = warehouse.shards.map((shard) =>
    Object.assign(Object.create(shard), {
      command: (...asked: Parameters<typeof shard.command>) =>
        command.test(textOf(asked[0])) ? Promise.reject(new Error('out of power')) : shard.command(...asked),
    }),
  );
  return Object.assign(Object.create(warehouse), { shards });
}

test('an answer of today ends no journey that a file of last month left open; alone it says how far the data go', async () => {
  const { state } = services;
  const workspace = await world();
  const before = await numbers(workspace);
  await state.answers.take(state.db, workspace, [answer(1, 'ben', 3, 'pay')]);
  await loadAnswers(services, workspace);
  const after = await numbers(workspace);
  expect(after.plain[2]).toBe(before.plain[2]);
  const sources = await state.sources.listComplete(state.db, workspace);
  await inBuildLane(services.warehouse, workspace, () => rebuildRuns(services, { workspace, sources, touched: null }));
  expect(await numbers(workspace)).toEqual(after);

  const fields = { slug: 'alone', name: 'alone', timeZone: 'UTC', isDemo: false, caseName: null };
  const { id } = await state.workspaces.create(state.db, fields);
  await state.answers.take(state.db, id, [answer(1, 'ben', 3, null), answer(4, '', 3, null)]);
  await loadAnswers(services, id);
  expect((await state.builds.last(state.db, id))?.dataAsOfMs).toBe(NOVEMBER + 7 * 60_000);
  expect(answerEvent(answer(1, 'ben', 3, null), id, 1).properties).toEqual({
    survey: 'after',
    submission: 's-1',
    language: 'en',
  });
});

test('two processes that meet the first answer at once make one source of answers', async () => {
  const workspace = await world();
  const made = await Promise.all([1, 2, 3].map(() => ensureSource(services, workspace)));
  expect(new Set(made).size).toBe(1);
});
