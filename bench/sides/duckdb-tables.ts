import { ACTIVITIES, CHANNELS } from '../world/names.ts';

const list = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

/** DuckDB's own events table: names as enums, stored in the order of the journeys, as one would for these questions. */
export function createEvents(parquet: string): readonly string[] {
  return [
    `create type activity as enum (${list(ACTIVITIES)})`,
    `create type channel as enum (${list(CHANNELS)})`,
    `create table events as select identity, time_ms, ord, message, name::activity as name, channel::channel as channel,
  score, scale, text, props, received_ms, seq, source from read_parquet('${parquet}') order by identity, time_ms, ord, message`,
    'checkpoint',
  ];
}

/** Each message once inside its identity: the first arrival. Of three exact forms the one that costs least (see README). */
export function firstArrivals(columns: string, where: string): string {
  return `select ${columns} from events where ${where} qualify row_number() over (partition by identity, message order by received_ms, seq) = 1`;
}

/** Lists an identity, as the product's runs hold them, with the instants beside the gaps: DuckDB has no running sum over a list. */
export const CREATE_LISTS = `create table lists
  (identity ubigint, codes usmallint[], times bigint[], gaps bigint[], channels utinyint[], felt utinyint[], path ubigint)`;

const FELT = 'case when score is null then 0 when score <= 6 then 1 when score <= 8 then 2 else 3 end';

/** Builds the lists of the identities that `where` names. */
export function insertLists(where: string): string {
  const events = firstArrivals('identity, time_ms, ord, message, name, channel, score', where);
  return `insert into lists
select identity, [x.code for x in a] as codes, [x.time_ms for x in a] as times,
  [case when i = 1 then 0 else a[i].time_ms - a[i - 1].time_ms end for i in range(1, len(a) + 1)] as gaps,
  [x.channel for x in a] as channels, [x.felt for x in a] as felt, hash([x.code for x in a]) as path
from (select identity, list_sort(list({time_ms: time_ms, ord: ord, message: message,
    code: (enum_code(name) + 1)::usmallint, channel: (enum_code(channel) + 1)::utinyint, felt: (${FELT})::utinyint})) as a
  from (${events}) group by identity)`;
}

export const RANGES = 16;

/** Condition of one of 16 equal ranges of identities, by which memory stays bounded. */
export function rangeOf(index: number): string {
  const lo = ((1n << 64n) * BigInt(index)) / BigInt(RANGES);
  const hi = ((1n << 64n) * BigInt(index + 1)) / BigInt(RANGES) - 1n;
  return `identity between ${lo}::ubigint and ${hi}::ubigint`;
}
