import type { PropertyValue, Scale } from '@continuo/core';
import { name, sql, uint, uints } from '../sql.ts';
import type { Warehouse } from '../warehouse.ts';

/** One event as it is given out again: with the text of its identity, each message once. */
export interface StoredEvent {
  readonly person: string;
  readonly kind: string;
  readonly caseKey: string;
  readonly activity: string;
  readonly timeMs: number;
  readonly channel: string;
  readonly score: number | null;
  readonly scale: Scale;
  readonly text: string;
  readonly properties: Readonly<Record<string, PropertyValue>>;
}

// Identities a page: about 40,000 events at 20 an identity, a few megabytes in memory.
const IDENTITIES_A_PAGE = 2000;

/** All events of the given sources, identity by identity, in the order (time, ord, message). Memory is that of one page. */
export async function* readAllEvents(
  warehouse: Warehouse,
  workspace: number,
  sources: readonly number[],
): AsyncGenerator<StoredEvent> {
  const events = sql`continuo.${name(warehouse.reads.events)}`;
  const mine = sql`workspace = ${uint(workspace)} and source in ${uints(sources)}`;
  let after = -1n;
  for (;;) {
    const page = await warehouse.query(
      sql`select distinct identity from ${events} where ${mine} and ${after < 0n ? sql`true` : sql`identity > ${uint(after)}`}
order by identity limit ${uint(IDENTITIES_A_PAGE)}`,
    );
    if (page.length === 0) return;
    const identities = page.map((row) => BigInt(row.identity as string));
    after = identities.at(-1) as bigint;
    const claims = await warehouse.query(
      sql`select identity, kind, value from continuo.${name(warehouse.reads.identities)} final
where workspace = ${uint(workspace)} and identity in ${uints(identities)}`,
    );
    const claimOf = new Map(claims.map((row) => [String(row.identity), row]));
    const rows = await warehouse.query(
      sql`select toString(identity) as who, name, toUnixTimestamp64Milli(time) as time_ms, channel, case_key, score, scale, text, props from (
  select * from ${events} where ${mine} and identity in ${uints(identities)} order by received, seq limit 1 by identity, message)
order by identity, time, ord, message`,
    );
    for (const row of rows) {
      const claim = claimOf.get(String(row.who));
      yield {
        person: String(claim?.value ?? row.who),
        kind: String(claim?.kind ?? ''),
        caseKey: String(row.case_key),
        activity: String(row.name),
        timeMs: Number(row.time_ms),
        channel: String(row.channel),
        score: row.score === null ? null : Number(row.score),
        scale: String(row.scale) as Scale,
        text: String(row.text),
        properties: row.props === '' ? {} : (JSON.parse(String(row.props)) as Record<string, PropertyValue>),
      };
    }
  }
}
