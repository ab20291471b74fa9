import type { SeenEvent } from '@continuo/contract';
import { isStaffProperty, maskContacts, type PropertyValue, wordless } from '@continuo/core';
import { type AskOptions, name, sql, texts, uint, uints } from '@continuo/warehouse';
import type { Services } from '../../../platform/services.ts';

export interface SeenQuery {
  /** Part of the name, in any case; empty: all. */
  readonly search: string;
  /** Newest payloads of each, 0 … 3. */
  readonly samples: number;
  readonly limit: number;
}

/** Payloads are read from the events themselves: for more kinds than this nobody would read them. */
const MOST_WITH_SAMPLES = 50;

/**
 * Every kind of event that came, the one of most customers first; each message once, customers by person. Positions are
 * those in the whole life of each customer. Empty before the first import.
 */
export async function eventsSeen(
  { warehouse, state, switches }: Services,
  workspace: number,
  { search, samples, limit }: SeenQuery,
  options: AskOptions = {},
): Promise<readonly SeenEvent[]> {
  const [activities, channels, sources] = await Promise.all([
    state.codes.names(state.db, workspace, 'activity'),
    state.codes.names(state.db, workspace, 'channel'),
    state.sources.listComplete(state.db, workspace),
  ]);
  const wanted = search.toLowerCase();
  const rows = await warehouse.query(
    sql`select code, count() as events, uniqExact(person) as people, min(at) as first, max(at) as last, avg(position) as mean_position,
  sumMap([channel], [toUInt64(1)]) as by_channel
from (
  select person, code, channel, at, position from (
    select person, codes, channels, arrayMap(t -> start_ms + t, arrayCumSum(gaps_ms)) as times,
      arrayMap(i -> if(length(codes) = 1, 0.5, (i - 1) / (length(codes) - 1)), arrayEnumerate(codes)) as positions
    from (select person, codes, channels, gaps_ms, toUnixTimestamp64Milli(start) as start_ms from continuo.${name(warehouse.reads.runs)} final
      where workspace = ${uint(workspace)} and definition = 0))
  array join codes as code, channels as channel, times as at, positions as position)
group by code order by people desc, events desc, code`,
    options,
  );
  const seen = rows
    .map((row): SeenEvent => {
      const [codes, counts] = row.by_channel as readonly [readonly number[], readonly (string | number)[]];
      return {
        name: activities[Number(row.code)] ?? '',
        events: Number(row.events),
        people: Number(row.people),
        channels: codes
          .map((code, i) => ({ channel: channels[code] ?? '', events: Number(counts[i]) }))
          .filter(({ channel }) => channel !== '')
          .sort((a, b) => b.events - a.events),
        firstMs: Number(row.first),
        lastMs: Number(row.last),
        meanPosition: Number(row.mean_position),
        samples: [],
      };
    })
    .filter((one) => one.name !== '' && one.name.toLowerCase().includes(wanted))
    .slice(0, limit);
  if (samples === 0 || seen.length === 0) return seen;
  const { freeText } = await switches(workspace);
  const named = seen.slice(0, MOST_WITH_SAMPLES);
  const payloads = await payloadsOf(warehouse, { workspace, sources, seen: named, samples, freeText }, options);
  return seen.map((one) => ({ ...one, samples: payloads.get(one.name) ?? [] }));
}

interface Sampling {
  readonly workspace: number;
  readonly sources: readonly number[];
  readonly seen: readonly SeenEvent[];
  readonly samples: number;
  readonly freeText: boolean;
}

async function payloadsOf(
  warehouse: Services['warehouse'],
  { workspace, sources, seen, samples, freeText }: Sampling,
  options: AskOptions,
): Promise<ReadonlyMap<string, SeenEvent['samples']>> {
  const rows = await warehouse.query(
    sql`select toString(identity) as who, name, channel, case_key, toString(score) as score, text, props from continuo.${name(warehouse.reads.events)}
where workspace = ${uint(workspace)} and source in ${uints(sources)} and name in ${texts(seen.map((one) => one.name))}
order by time desc, message limit ${uint(samples)} by name`,
    options,
  );
  const claims = await warehouse.query(
    sql`select toString(identity) as who, value from continuo.${name(warehouse.reads.identities)} final
where workspace = ${uint(workspace)} and identity in ${uints([...new Set(rows.map((row) => BigInt(String(row.who))))])}`,
    options,
  );
  const idOf = new Map(claims.map((row) => [String(row.who), String(row.value)]));
  const found = new Map<string, SeenEvent['samples']>();
  for (const row of rows) {
    const ids = new Set([idOf.get(String(row.who)), String(row.case_key)]);
    found.set(String(row.name), [...(found.get(String(row.name)) ?? []), payloadOf(row, ids, freeText)]);
  }
  return found;
}

/** What an event brought, without what tells whose it is: nobody needs that to connect a step. */
function payloadOf(
  row: Record<string, unknown>,
  ids: ReadonlySet<string | undefined>,
  freeText: boolean,
): SeenEvent['samples'][number] {
  const sent = row.props === '' ? {} : (JSON.parse(String(row.props)) as Record<string, PropertyValue>);
  const event = { text: String(row.text), properties: sent };
  const { text, properties } = freeText ? event : wordless(event);
  const kept = Object.entries(properties).filter(
    ([key, value]) => value !== null && !ids.has(String(value)) && !isStaffProperty(key),
  );
  return {
    ...Object.fromEntries(kept.map(([key, value]) => [key, masked(value)])),
    ...(row.channel === '' ? {} : { channel: String(row.channel) }),
    ...(row.score === null ? {} : { score: Number(row.score) }),
    ...(text === '' ? {} : { text: maskContacts(text) }),
  };
}

const masked = (value: PropertyValue): PropertyValue => (typeof value === 'string' ? maskContacts(value) : value);
