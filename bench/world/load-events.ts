import { loadProperties } from '@continuo/synth';
import { type Sql, sql, text, texts, uint, type Warehouse } from '@continuo/warehouse';
import { ACTIVITIES, CHANNELS, SOURCE, START_MS, WORKSPACE } from './names.ts';
import { WORLD_COLUMNS } from './write-world.ts';

const PROPERTIES = Array.from({ length: 49 }, (_, code) => (code === 0 ? '' : JSON.stringify(loadProperties(code))));
/** Half a year of journeys and their tails, ms: over it the bodies of the collector are spread. */
const SPAN_MS = 200 * 86_400_000;
/** One event in this many arrives twice: 40 ms off, because a resend's clock was repaired otherwise, and an hour later. */
const RESENT_ONE_IN = 200;

/**
 * The world as live collection would have stored it: message ids hashed, arrival up to 2 s after the event, bodies of
 * about 20 events numbered by arrival, identities hashed with the engine, and every 200th event sent twice.
 */
export async function loadEvents(warehouse: Warehouse, world: string, events: number): Promise<void> {
  const [shard] = warehouse.shards;
  if (!shard) throw new Error('no shard');
  await shard.command(insert(world, events, false));
  await shard.command(insert(world, events, true));
  await shard.command(sql`insert into continuo.identities (workspace, identity, kind, value)
select distinct ${uint(WORKSPACE)}, ${IDENTITY}, 'user', ${VALUE} from file(${text(world)}, 'RowBinary', ${text(WORLD_COLUMNS)})`);
  for (const table of [sql`events`, sql`identities`]) await shard.command(sql`optimize table continuo.${table} final`);
}

const VALUE = sql`concat('c', toString(customer))`;
const IDENTITY = sql`sipHash64(concat(toString(${uint(WORKSPACE)}), '\\0user\\0', ${VALUE}))`;

function insert(world: string, events: number, resent: boolean): Sql {
  const bodyMs = Math.max(1, Math.floor((SPAN_MS * 20) / events));
  const lateMs = resent ? 3_600_000 : 0;
  return sql`insert into continuo.events
  (workspace, identity, time, ord, message, name, channel, case_key, score, scale, text, props, received, seq, source)
with cityHash64(customer, ord) as hash, time_ms + hash % 2000 + ${uint(lateMs)} as arrived
select ${uint(WORKSPACE)}, ${IDENTITY}, fromUnixTimestamp64Milli(time_ms + ${uint(resent ? 40 : 0)}, 'UTC'), hash % 4, hash,
  ${texts(ACTIVITIES)}[activity + 1], ${texts(CHANNELS)}[channel + 1], '', if(score < 0, null, score), if(score < 0, '', '0-10'), '',
  ${texts(PROPERTIES)}[properties + 1], fromUnixTimestamp64Milli(toInt64(arrived), 'UTC'),
  bitShiftLeft(toUInt64(1), 48) + bitShiftLeft(intDiv(toUInt64(arrived - ${uint(START_MS)}), ${uint(bodyMs)}), 12) + hash % 20,
  ${uint(SOURCE)}
from file(${text(world)}, 'RowBinary', ${text(WORLD_COLUMNS)})
where ${resent ? sql`hash % ${uint(RESENT_ONE_IN)} = 0` : sql`1`}`;
}
