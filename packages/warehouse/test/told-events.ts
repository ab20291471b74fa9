import { type Event, identityOf, type Scope } from '@continuo/core';
import { buildRuns as oracleRuns } from '@continuo/core/oracle';
import { insertEvents } from '../src/events/insert.ts';
import type { Asking } from '../src/questions/question.ts';
import { buildRuns } from '../src/runs/builder.ts';
import { link } from '../src/runs/links.ts';
import type { Warehouse } from '../src/warehouse.ts';
import { scopeOf } from './build-worlds.ts';
import { freshWorkspace } from './each-engine.ts';

/** One event as a table of a test tells it. */
export interface Told {
  readonly who: string;
  readonly name: string;
  readonly timeMs: number;
  readonly properties?: Event['properties'];
}

/** A workspace that holds what was told, and the same runs as the oracle builds them. */
export interface ToldWorkspace {
  asking(changes?: Partial<Scope>): Asking;
  readonly stored: ReturnType<typeof oracleRuns>;
  /** Name of the person behind a number of `people`. */
  nameOf(person: string): string | undefined;
}

/** @param aliases other names of a person, by name. */
export async function tell(
  warehouse: Warehouse,
  told: readonly Told[],
  {
    aliases = {},
    attributes = [],
    dataAsOfMs,
  }: {
    readonly aliases?: Readonly<Record<string, string>>;
    readonly attributes?: readonly string[];
    readonly dataAsOfMs: number;
  },
): Promise<ToldWorkspace> {
  const workspace = freshWorkspace();
  const id = (value: string): bigint => identityOf(workspace, { kind: 'user', value });
  const events = told.map(
    (one, i): Event => ({
      workspace,
      identity: id(one.who),
      message: BigInt(i + 1),
      timeMs: one.timeMs,
      ord: i,
      name: one.name,
      channel: '',
      caseKey: '',
      score: null,
      scale: '',
      text: '',
      properties: one.properties ?? {},
      receivedMs: one.timeMs,
      seq: BigInt(i + 1),
      source: 1,
    }),
  );
  const links = new Map(Object.entries(aliases).map(([alias, person]) => [id(alias), id(person)]));
  await insertEvents(warehouse, events);
  for (const [identity, person] of links)
    await link(warehouse, { workspace, identities: [identity], person, version: 1 });
  const book = { activities: ['', ...new Set(told.map(({ name }) => name))], channels: [''] };
  await buildRuns(warehouse, {
    workspace,
    definitions: [0],
    book,
    attributes,
    sources: [1],
    version: 1,
    touched: null,
    ranges: 1,
  });
  const names = new Map(told.map(({ who }) => [String(id(who)), who]));
  return {
    asking: (changes) => ({
      warehouse,
      book,
      scope: scopeOf(workspace, changes),
      dataAsOfMs,
      sources: [1],
      options: {},
    }),
    stored: oracleRuns(events, { links, attributes, sources: [1], unit: 'person' }),
    nameOf: (person) => names.get(person),
  };
}
