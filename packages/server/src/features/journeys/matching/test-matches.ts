import type { TestedMatches } from '@continuo/contract';
import { type Matcher, matches, type PropertyValue } from '@continuo/core';
import { type AskOptions, name, sql, uint, uints } from '@continuo/warehouse';
import type { Services } from '../../../platform/services.ts';

/** People on whom matchers are tried: the last that something happened to. */
export const TRIED_PEOPLE = 100;
/** Events of theirs at most, the newest: a person with a million events must not hold everybody up. */
const MOST_EVENTS = 50_000;
const MOST_OTHERS = 20;

/** A step with the matchers to try. */
export interface TriedStep {
  readonly step: string;
  readonly matchers: readonly Matcher[];
  readonly failures: readonly Matcher[];
}

interface Tried {
  readonly person: string;
  readonly name: string;
  readonly channel: string;
  readonly properties: Readonly<Record<string, PropertyValue>>;
}

/** Tries matchers on the last 100 people, before they are kept. The first step that matches an event gets it, as in a map. */
export async function testMatches(
  services: Services,
  workspace: number,
  steps: readonly TriedStep[],
  options: AskOptions = {},
): Promise<TestedMatches> {
  const { people, events } = await lastEvents(services, workspace, options);
  const found = new Map(steps.map(({ step }) => [step, { people: new Set<string>(), events: 0, failed: 0 }]));
  const others = new Map<string, { people: Set<string>; events: number }>();
  const matched = new Set<string>();
  let matchedEvents = 0;
  for (const event of events) {
    const hit = hitOf(steps, event);
    if (hit === null) {
      const other = others.get(event.name) ?? { people: new Set<string>(), events: 0 };
      other.people.add(event.person);
      other.events += 1;
      others.set(event.name, other);
      continue;
    }
    matched.add(event.person);
    matchedEvents += 1;
    const counts = found.get(hit.step);
    counts?.people.add(event.person);
    if (counts !== undefined) counts.events += 1;
    if (counts !== undefined && hit.isFailed) counts.failed += 1;
  }
  return {
    people,
    matched: matched.size,
    events: events.length,
    matchedEvents,
    steps: [...found].map(([step, counts]) => ({ ...counts, step, people: counts.people.size })),
    others: [...others]
      .map(([name, counts]) => ({ name, people: counts.people.size, events: counts.events }))
      .sort((a, b) => b.people - a.people || b.events - a.events || (a.name < b.name ? -1 : 1))
      .slice(0, MOST_OTHERS),
  };
}

function hitOf(
  steps: readonly TriedStep[],
  event: Tried,
): { readonly step: string; readonly isFailed: boolean } | null {
  for (const { step, matchers, failures } of steps) {
    if (failures.some((matcher) => matches(matcher, event))) return { step, isFailed: true };
    if (matchers.some((matcher) => matches(matcher, event))) return { step, isFailed: false };
  }
  return null;
}

/** Events of the last people, each message once; identities that are one person count as one. */
async function lastEvents(
  { warehouse, state }: Services,
  workspace: number,
  options: AskOptions,
): Promise<{ readonly people: number; readonly events: readonly Tried[] }> {
  const sources = await state.sources.listComplete(state.db, workspace);
  const last = await warehouse.query(
    sql`select toString(person) as who from continuo.${name(warehouse.reads.runs)} final
where workspace = ${uint(workspace)} and definition = 0 order by last desc, person limit ${uint(TRIED_PEOPLE)}`,
    options,
  );
  const people = last.map((row) => BigInt(String(row.who)));
  if (people.length === 0) return { people: 0, events: [] };
  const links = await warehouse.query(
    sql`select toString(identity) as identity, toString(person) as who from continuo.${name(warehouse.reads.links)} final
where workspace = ${uint(workspace)} and person in ${uints(people)}`,
    options,
  );
  const personOf = new Map(links.map((row) => [String(row.identity), String(row.who)]));
  const identities = [...new Set([...people, ...links.map((row) => BigInt(String(row.identity)))])];
  const rows = await warehouse.query(
    sql`select toString(identity) as identity, name, channel, props from (
  select * from continuo.${name(warehouse.reads.events)}
  where workspace = ${uint(workspace)} and source in ${uints(sources)} and identity in ${uints(identities)}
  order by received, seq limit 1 by identity, message)
order by time desc, ord desc, message desc limit ${uint(MOST_EVENTS)}`,
    options,
  );
  const events = rows.map((row): Tried => {
    const identity = String(row.identity);
    return {
      person: personOf.get(identity) ?? identity,
      name: String(row.name),
      channel: String(row.channel),
      properties: row.props === '' ? {} : (JSON.parse(String(row.props)) as Record<string, PropertyValue>),
    };
  });
  return { people: people.length, events };
}
