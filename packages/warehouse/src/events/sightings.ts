import type { IdentityKind, PropertyValue, Scale, Sighting } from '@continuo/core';
import { z } from 'zod';
import { float, int, join, name, type Sql, sql, text, texts, uint, uints } from '../sql.ts';
import type { AskOptions, Warehouse } from '../warehouse.ts';

/** Where and when to look; [from, to) in event time. */
export interface SightingScope {
  readonly workspace: number;
  readonly sources: readonly number[];
  readonly fromMs: number;
  readonly toMs: number;
  readonly options?: AskOptions;
}

/** Needles one `multiSearchAny` takes are 255. */
const NEEDLES = 200;

const count = z.coerce.number();
const whole = z.string().transform((digits) => BigInt(digits));
const sightingRow = z.object({
  person: whole,
  identity: whole,
  message: whole,
  t: count,
  ord: count,
  name: z.string(),
  channel: z.string(),
  case_key: z.string(),
  score: z.number().nullable(),
  scale: z.string(),
  text: z.string(),
  props: z.string(),
});

/** What answers are looked for. */
export interface AnswersWanted {
  readonly lowScores: readonly { readonly scale: Scale; readonly atMost: number }[];
  /** Parts of comments, any case; empty: none. */
  readonly phrases: readonly string[];
  /** Those who said that they may be contacted, too. */
  readonly contact: boolean;
}

/** Place of a sighting in the order in which they are read. */
export type SightingPlace = Pick<Sighting, 'timeMs' | 'message' | 'identity'>;

/**
 * Answers that any rule may be about, in the order `(time, message, identity)`, after a place, at most so many: each message
 * once, as its first arrival says. They are a first choice: what is counted, core decides.
 */
export async function answerSightings(
  warehouse: Warehouse,
  scope: SightingScope,
  wanted: AnswersWanted,
  { after, most }: { readonly after: SightingPlace | null; readonly most: number },
): Promise<readonly Sighting[]> {
  const conditions = conditionsOf(wanted);
  if (conditions.length === 0 || scope.sources.length === 0) return [];
  const candidates = sql`select identity, message from ${eventsOf(warehouse)} where ${within(scope)} and (${join(conditions, sql` or `)})`;
  const behind = after
    ? sql` and (t, message, identity) > (${int(after.timeMs)}, ${uint(after.message)}, ${uint(after.identity)})`
    : sql``;
  const rows = await warehouse.query(
    sql`${columns(counted(warehouse, scope, sql`(identity, message) global in (${candidates})`), scope)}
where t >= ${int(scope.fromMs)} and t < ${int(scope.toMs)}${behind} order by t, message, identity limit ${uint(most)}`,
    scope.options,
  );
  return withKinds(warehouse, scope, rows);
}

function conditionsOf({ lowScores, phrases, contact }: AnswersWanted): readonly Sql[] {
  const found = lowScores.map(
    ({ scale, atMost }) => sql`(score is not null and scale = ${text(scale)} and score <= ${float(atMost)})`,
  );
  for (let i = 0; i < phrases.length; i += NEEDLES)
    found.push(sql`(text != '' and multiSearchAnyCaseInsensitiveUTF8(text, ${texts(phrases.slice(i, i + NEEDLES))}))`);
  // Few events have it: the cheap look comes first.
  if (contact) found.push(sql`(position(props, '"contact"') > 0 and JSONExtractString(props, 'contact') = 'yes')`);
  return found;
}

/** Events by name and channel; empty lists: any. */
export interface EventsWanted {
  readonly events: readonly string[];
  readonly channels: readonly string[];
  /** Only of people who have so many of them. */
  readonly times: number;
  /** Of whom the last is not before this, ms. */
  readonly lastFromMs: number;
}

/**
 * Events of people who have at least so many of a kind, people in ascending order after `after`, at most `people` of them and
 * each whole. A first choice too: conditions on properties are not looked at.
 */
export async function repeatSightings(
  warehouse: Warehouse,
  scope: SightingScope,
  { events, channels, times, lastFromMs }: EventsWanted,
  { after, people }: { readonly after: bigint | null; readonly people: number },
): Promise<{ readonly sightings: readonly Sighting[]; readonly last: bigint | null }> {
  if (scope.sources.length === 0) return { sightings: [], last: null };
  const named = events.length === 0 ? sql`` : sql` and name in ${texts(events)}`;
  const byWay = channels.length === 0 ? sql`` : sql` and channel in ${texts(channels)}`;
  const candidates = sql`select identity, message from ${eventsOf(warehouse)} where ${within(scope)}${named}${byWay}`;
  const one = sql`${columns(counted(warehouse, scope, sql`(identity, message) global in (${candidates})`), scope)}
where t >= ${int(scope.fromMs)} and t < ${int(scope.toMs)}${named}${byWay}`;
  const found = await warehouse.query(
    sql`select toString(who) as person from (select toUInt64(person) as who, count() as n, max(t) as last from (${one}) group by who)
where n >= ${uint(times)} and last >= ${int(lastFromMs)}${after === null ? sql`` : sql` and who > ${uint(after)}`}
order by who limit ${uint(people)}`,
    scope.options,
  );
  const persons = found.map((row) => BigInt(String(row.person)));
  if (persons.length === 0) return { sightings: [], last: null };
  const rows = await warehouse.query(
    sql`select * from (${one}) where toUInt64(person) in ${uints(persons)} order by toUInt64(person), t, ord, message`,
    scope.options,
  );
  return { sightings: await withKinds(warehouse, scope, rows), last: persons.at(-1) ?? null };
}

/** Events of these identities under these messages: what a call-back is about, read again when it is shown. */
export async function sightingsOf(
  warehouse: Warehouse,
  { workspace, sources }: Pick<SightingScope, 'workspace' | 'sources'>,
  events: readonly { readonly identity: bigint; readonly message: bigint }[],
): Promise<readonly Sighting[]> {
  if (events.length === 0 || sources.length === 0) return [];
  const scope = { workspace, sources, fromMs: 0, toMs: Number.MAX_SAFE_INTEGER };
  const which = sql`workspace = ${uint(workspace)} and source in ${uints(sources)}
    and identity in ${uints(events.map(({ identity }) => identity))} and message in ${uints(events.map(({ message }) => message))}`;
  const rows = await warehouse.query(sql`${columns(counted(warehouse, scope, which), scope)} order by t, ord, message`);
  return withKinds(warehouse, scope, rows);
}

/** Kind and text of the claims behind identities; those nobody named are missing. */
export async function claimsOf(
  warehouse: Warehouse,
  workspace: number,
  identities: readonly bigint[],
): Promise<ReadonlyMap<bigint, { readonly kind: IdentityKind; readonly value: string }>> {
  const claims = new Map<bigint, { kind: IdentityKind; value: string }>();
  if (identities.length === 0) return claims;
  const rows = await warehouse.query(
    sql`select toString(identity) as id, kind, value from continuo.${name(warehouse.reads.identities)}
where workspace = ${uint(workspace)} and identity in ${uints([...new Set(identities)])}`,
  );
  for (const { id, kind, value } of rows)
    claims.set(BigInt(String(id)), { kind: kind as IdentityKind, value: String(value) });
  return claims;
}

/** The person of an identity: itself, unless it is linked to another. */
export async function personOf(warehouse: Warehouse, workspace: number, identity: bigint): Promise<bigint> {
  const [row] = await warehouse.query(
    sql`select toString(person) as person from continuo.links final where workspace = ${uint(workspace)} and identity = ${uint(identity)}`,
  );
  return row ? BigInt(String(row.person)) : identity;
}

/** The events table that questions read. */
export const eventsOf = (warehouse: Warehouse): Sql => sql`continuo.${name(warehouse.reads.events)}`;

/** Of a workspace and its sources, in [from, to) by the column `time`. */
export function within({ workspace, sources, fromMs, toMs }: SightingScope): Sql {
  return sql`workspace = ${uint(workspace)} and source in ${uints(sources)}
    and time >= fromUnixTimestamp64Milli(${int(fromMs)}, 'UTC') and time < fromUnixTimestamp64Milli(${int(toMs)}, 'UTC')`;
}

/** Of each message of an identity the arrival that counts. */
export function counted(warehouse: Warehouse, { workspace, sources }: SightingScope, which: Sql): Sql {
  return sql`select identity, message, toUnixTimestamp64Milli(time) as t, ord, name, channel, case_key, score, scale, text, props
    from ${eventsOf(warehouse)} where workspace = ${uint(workspace)} and source in ${uints(sources)} and ${which}
    order by received, seq limit 1 by identity, message`;
}

/** These events with the person each happened to. */
export function columns(events: Sql, { workspace }: SightingScope): Sql {
  return sql`select * from (select toString(if(linked = 0, identity, linked)) as person, identity, message, t, ord, name, channel, case_key, score, scale, text, props
    from (${events}) as e left any join (
      select identity, person as linked from continuo.links final where workspace = ${uint(workspace)} and identity != person) as l using identity)`;
}

async function withKinds(
  warehouse: Warehouse,
  { workspace }: SightingScope,
  rows: readonly Record<string, unknown>[],
): Promise<readonly Sighting[]> {
  const parsed = rows.map((row) =>
    sightingRow.parse({ ...row, identity: String(row.identity), message: String(row.message) }),
  );
  const claims = await claimsOf(
    warehouse,
    workspace,
    parsed.flatMap(({ identity, person }) => [identity, person]),
  );
  return parsed.map(({ case_key, props, t, scale, ...row }) => {
    const known = [claims.get(row.identity), claims.get(row.person)].filter((claim) => claim !== undefined);
    return {
      ...row,
      timeMs: t,
      caseKey: case_key,
      scale: scale as Scale,
      properties: props === '' ? {} : (JSON.parse(props) as Record<string, PropertyValue>),
      kinds: [...new Set(known.map(({ kind }) => kind))],
      user: known.find(({ kind }) => kind === 'user')?.value ?? null,
    };
  });
}
