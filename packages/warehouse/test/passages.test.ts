import type { Event, JourneyDefinition } from '@continuo/core';
import { beforeAll, expect, test } from 'vitest';
import {
  BY_KEY,
  BY_SILENCE,
  CUT_NAMES,
  CUT_NUMBERS,
  cutContract,
  readEvents,
} from '../../core/src/journey/cut-cases.ts';
import { insertEvents } from '../src/events/insert.ts';
import { buildRuns } from '../src/runs/builder.ts';
import { migrate } from '../src/schema/migrate.ts';
import { name, sql, uint } from '../src/sql.ts';
import type { Warehouse } from '../src/warehouse.ts';
import { describeEachEngine, freshWorkspace } from './each-engine.ts';
import { EPOCH, idOf } from './worlds.ts';

const BOOK = { activities: ['', ...CUT_NAMES], channels: [''] };

const CASES = [
  ...BY_SILENCE,
  ...BY_KEY.flatMap(([what, events, passage, expected]) => [
    [`by case: ${what}`, events, { by: 'case' as const, ...passage }, expected] as const,
    [`by property: ${what}`, events, { by: 'property' as const, property: 'trip', ...passage }, expected] as const,
  ]),
];

const WAYS = [...new Set(CASES.map(([, , passage]) => JSON.stringify(passage)))];

describeEachEngine('passages are cut by the rules, one by one', ({ open }) => {
  let warehouse: Warehouse;
  let workspace: number;

  // Each case is a person, each way to cut a definition by which all of them are cut: the own one is looked at.
  beforeAll(async () => {
    warehouse = await open();
    await migrate(warehouse);
    workspace = freshWorkspace();
    await insertEvents(
      warehouse,
      CASES.flatMap(([, events], person) => eventsOf(events, workspace, person)),
    );
    const journeys = WAYS.map((passage, i): JourneyDefinition => {
      const contract = cutContract(JSON.parse(passage));
      return { definition: 2 + i, fromMs: null, toMs: null, contract, numbers: CUT_NUMBERS };
    });
    const input = { workspace, definitions: [], journeys, book: BOOK, attributes: [], sources: [1], version: 1 };
    await buildRuns(warehouse, { ...input, touched: null });
  }, 120_000);

  test.each(CASES.map(([what, events, passage, expected], i) => ({ what, events, passage, expected, i })))(
    '$what',
    async (one) => {
      const rows = await warehouse.query(
        sql`select no, codes, steps, arrayMap(after -> toUnixTimestamp64Milli(start) + toInt64(after), arrayCumSum(gaps_ms)) as at
from continuo.${name(warehouse.reads.runs)} final
where workspace = ${uint(workspace)} and definition = ${uint(2 + WAYS.indexOf(JSON.stringify(one.passage)))} and person = ${uint(idOf(workspace, one.i))} order by no`,
      );
      const events = readEvents(one.events);
      expect(rows.map(({ codes, at }) => places(codes as number[], (at as string[]).map(Number), events))).toEqual(
        one.expected,
      );
      expect(rows.map(({ no }) => no)).toEqual(one.expected.map((_, i) => i + 1));
    },
  );
});

/** Places of the events of a run among those that were sent. */
function places(codes: readonly number[], at: readonly number[], events: ReturnType<typeof readEvents>): string {
  return codes
    .map((code, i) =>
      events.findIndex(({ timeMs, name }) => EPOCH + timeMs === at[i] && name === BOOK.activities[code]),
    )
    .join(' ');
}

function eventsOf(events: string, workspace: number, person: number): Event[] {
  return readEvents(events).map((event, i) => ({
    workspace,
    identity: idOf(workspace, person),
    message: BigInt(i),
    timeMs: EPOCH + event.timeMs,
    ord: 0,
    name: event.name,
    channel: '',
    caseKey: event.key,
    score: null,
    scale: '',
    text: '',
    properties: event.key === '' ? {} : { trip: event.key },
    receivedMs: EPOCH + event.timeMs,
    seq: BigInt(i),
    source: 1,
  }));
}
