import {
  blankJourney,
  blankStep,
  compileMap,
  type Event,
  identityOf,
  type JourneyDefinition,
  type JourneyMap,
  judgeTouches,
} from '@continuo/core';
import { expect, test } from 'vitest';
import { insertEvents } from '../src/events/insert.ts';
import { judgeRuns } from '../src/journeys/judge-runs.ts';
import { questions } from '../src/questions/registry.ts';
import { buildRuns } from '../src/runs/builder.ts';
import { link } from '../src/runs/links.ts';
import { migrate } from '../src/schema/migrate.ts';
import { scopeOf } from './build-worlds.ts';
import { describeEachEngine, freshWorkspace } from './each-engine.ts';

const DAY = 86_400_000;
const BEGIN = Date.UTC(2026, 4, 1);
const step = (id: string, changes: Partial<ReturnType<typeof blankStep>> = {}) => ({
  ...blankStep(id, `I ${id}`),
  matchers: [{ events: [id], where: [], channels: [] }],
  ...changes,
});
const contract = {
  ...blankJourney('orders', 'I order and it arrives'),
  stages: [
    { id: 'all', title: 'All', blocks: [step('order'), step('get', { actor: 'us', isOwed: true, ends: 'goal' })] },
  ],
  promises: [{ id: 'soon', from: 'order', to: 'get', withinMs: 2 * DAY, says: null }],
} as const;
const BOOK = { activities: ['', 'order', 'get', 'ask'], channels: ['', 'web', 'phone'] };

interface Said {
  readonly who: string;
  readonly name: string;
  readonly day: number;
  readonly text?: string;
  readonly score?: number;
  readonly message?: number;
  readonly lateMs?: number;
  readonly channel?: string;
}

/** `ann`: her number. */
function expectTold(answer: JourneyMap, ann: bigint): void {
  expect(answer.steps.map(({ comments }) => comments.map(({ text, felt }) => [text, felt]))).toEqual([
    [
      ['four', null],
      ['two', null],
      ['one', null],
    ],
    [
      ['three', null],
      ['Call me on •••', 'unhappy'],
    ],
  ]);
  expect(answer.steps[1]?.comments[1]).toMatchObject({ timeMs: BEGIN + DAY, run: `j2-${ann}-1` });
  expect(answer.offMap).toMatchObject([
    { activity: 'ask', after: 'order', people: 1, comments: [{ text: 'Where is it?', felt: 'unhappy' }] },
  ]);
  expect(answer).toMatchObject({
    versions: [7],
    people: 5,
    statuses: { goal: 3, failed: 0, left: 0, open: 2 },
    triedTwiceOrAsked: { n: 1, of: 5 },
    fitness: 1,
    precision: 1,
    connected: { n: 2, of: 2 },
  });
  expect(answer.promises).toMatchObject([{ promise: 'soon', people: 5, late: 2, kept: { n: 2, of: 5 } }]);
  expect(answer.asPromised).toMatchObject({ n: 2, of: 5, method: 'Aalen-Johansen, 95 %' });
  // Of five distinct passages two ways: done (three of them) and only ordered (two).
  expect(answer.blindSpot).toEqual({ notExplained: 0, unseen: 0 });
}

describeEachEngine('a map told by hand', ({ open }) => {
  test('newest words with contact details masked, fit and versions', async () => {
    const warehouse = await open();
    await migrate(warehouse);
    const workspace = freshWorkspace();
    const id = (value: string): bigint => identityOf(workspace, { kind: 'user', value });
    const said: readonly Said[] = [
      { who: 'ann', name: 'order', day: 0, text: 'Easy.', score: 10 },
      { who: 'ann', name: 'get', day: 1, text: 'Call me on +41 79 123 45 67', score: 2 },
      { who: 'bob', name: 'order', day: 1, text: 'one' },
      { who: 'bob', name: 'ask', day: 2, text: 'Where is it?', score: 1, channel: 'phone' },
      { who: 'bob', name: 'get', day: 5 },
      { who: 'cid', name: 'order', day: 2, text: 'two' },
      // Said as another identity of cid; the message came first without words, and only its first arrival counts.
      { who: 'cid2', name: 'get', day: 3, text: 'three' },
      { who: 'dan', name: 'order', day: 3, text: 'never counted', message: 900, lateMs: 10 },
      { who: 'dan', name: 'order', day: 3, message: 900 },
      { who: 'eve', name: 'order', day: 4, text: 'four' },
    ];
    const events = said.map(
      (one, i): Event => ({
        workspace,
        identity: id(one.who),
        message: BigInt(one.message ?? i + 1),
        timeMs: BEGIN + one.day * DAY,
        ord: i,
        name: one.name,
        channel: one.channel ?? 'web',
        caseKey: '',
        score: one.score ?? null,
        scale: one.score === undefined ? '' : '0-10',
        text: one.text ?? '',
        properties: {},
        receivedMs: BEGIN + one.day * DAY + (one.lateMs ?? 0),
        seq: BigInt(i + 1),
        source: 1,
      }),
    );
    await insertEvents(warehouse, events);
    await link(warehouse, { workspace, identities: [id('cid2')], person: id('cid'), version: 1 });
    const journey: JourneyDefinition = {
      definition: 2,
      version: 7,
      fromMs: null,
      toMs: null,
      contract,
      numbers: new Map([
        ['order', 1],
        ['get', 2],
      ]),
    };
    const about = { workspace, book: BOOK, attributes: [], sources: [1], version: 1, touched: null, ranges: 1 };
    await buildRuns(warehouse, { ...about, definitions: [], journeys: [journey] });
    const map = compileMap(contract, journey.numbers);
    const dataAsOfMs = BEGIN + 6 * DAY;
    await judgeRuns(warehouse, {
      workspace,
      journey,
      judge: (sequences, isOpen) => judgeTouches(map, sequences, isOpen),
      dataAsOfMs,
      version: 1,
    });
    const ask = (few: number) =>
      questions['journey-map'].ask(
        { comments: 3 },
        {
          warehouse,
          book: BOOK,
          scope: scopeOf(workspace, { unit: 'journey' }),
          journey: { key: 'the-journey', definitions: [journey] },
          dataAsOfMs,
          sources: [1],
          options: {},
          few,
        },
      );
    // By the engine, whether nothing is few or the passages have more events; by core.
    for (const few of [0, 1, 100]) expectTold(await ask(few), id('ann'));
  }, 60_000);
});
