/** Question  What did one person live, across channels?
 *  Counts    events of all identities that are the person, each message once (the first arrival)
 *  Time      event time, [from, to); order (time, ord, message)
 *  Answers   exactly, straight from the events: minutes before the runs know them
 *  Limits    at most `limit` moments, the earliest; `leftOut` says how many more there are */
import {
  feltOf,
  isWithin,
  type Moment,
  type PropertyValue,
  type Scale,
  type Timeline,
  type TimelineInput,
} from '@continuo/core';
import { z } from 'zod';
import { int, name, sql, text, texts, uint, uints } from '../sql.ts';
import { byName } from './by-name.ts';
import type { Asking, Question } from './question.ts';

const count = z.coerce.number();
const momentRow = z.object({
  time_ms: count,
  name: z.string(),
  channel: z.string(),
  case_key: z.string(),
  score: z.number().nullable(),
  scale: z.string(),
  text: z.string(),
  props: z.string(),
  source: count,
});
type MomentRow = z.output<typeof momentRow>;
const whole = z.string().transform((text) => BigInt(text));
const arrivalRow = momentRow.extend({ ord: count, message: whole, identity: whole, received_ms: count, seq: whole });
type ArrivalRow = z.output<typeof arrivalRow>;

export const timeline: Question<TimelineInput, Timeline> = {
  exactness: 'exact',
  limits: ['Moments beyond the limit are counted, not listed.'],
  async ask(input, asking) {
    // Nearly everybody has no links: what the person alone lived is read while the links are looked up, which
    // saves one of two hops. Only the few who are linked are read again.
    const person = BigInt(input.person);
    const [identities, alone] = await Promise.all([identitiesOf(person, asking), read([person], input, asking)]);
    const isAlone = identities.length === 1 && identities[0] === person;
    return isAlone ? alone : read(identities, input, asking);
  },
};

/** Moments and claims of identities that are one person. */
async function read(identities: readonly bigint[], input: TimelineInput, asking: Asking): Promise<Timeline> {
  const { warehouse, scope, options } = asking;
  const [{ rows, leftOut }, claims] = await Promise.all([
    readMoments(identities, input, asking),
    warehouse.query(
      sql`select kind, value from continuo.${name(warehouse.reads.identities)}
where workspace = ${uint(scope.workspace)} and identity in ${uints(identities)}`,
      options,
    ),
  ]);
  return { person: input.person, moments: rows.map(momentOf), leftOut, identities: claimsOf(claims) };
}

/** Identities whose person this is: those linked to it, and itself unless it is linked elsewhere. */
async function identitiesOf(person: bigint, { warehouse, scope, options }: Asking): Promise<readonly bigint[]> {
  const rows = await warehouse.query(
    sql`select toString(identity) as id, toString(person) as whose from continuo.links final
where workspace = ${uint(scope.workspace)} and (person = ${uint(person)} or identity = ${uint(person)})`,
    options,
  );
  const mine = rows.filter(({ whose }) => whose === String(person)).map(({ id }) => BigInt(String(id)));
  const isElsewhere = rows.some(({ id, whose }) => id === String(person) && whose !== String(person));
  return [...new Set(isElsewhere ? mine : [person, ...mine])];
}

/** Each claim once, in a fixed order; sorted here, because two steps more in the engine cost 3 ms of a 10 ms answer. */
function claimsOf(rows: readonly Record<string, unknown>[]): Timeline['identities'] {
  const claims = new Map(
    rows.map(({ kind, value }) => [`${kind}\0${value}`, { kind: String(kind), value: String(value) }]),
  );
  return [...claims.values()].sort((a, b) => byName(a.kind, b.kind) || byName(a.value, b.value));
}

// Up to here arrivals are sorted out in this process; more of them are the engine's work.
const FEW_ARRIVALS = 5000;

async function readMoments(
  identities: readonly bigint[],
  input: TimelineInput,
  asking: Asking,
): Promise<{ readonly rows: readonly MomentRow[]; readonly leftOut: number }> {
  const { warehouse, scope, sources, options } = asking;
  // Identities as constants let the primary key (workspace, identity, time) find the few granules they lie in.
  const arrivals = await warehouse.query(
    sql`select toUnixTimestamp64Milli(time) as time_ms, ord, message, identity, toUnixTimestamp64Milli(received) as received_ms, seq,
  name, channel, case_key, score, scale, text, props, source
from continuo.${name(warehouse.reads.events)}
where workspace = ${uint(scope.workspace)} and identity in ${uints(identities)} and source in ${uints(sources)}
limit ${uint(FEW_ARRIVALS + 1)}`,
    options,
  );
  if (arrivals.length > FEW_ARRIVALS) return readManyMoments(identities, input, asking);
  const { caseKey, limit } = input;
  const { range, activities } = scope;
  // The range is looked at after duplicates are gone: the arrival that counts says when it was.
  const moments = firstArrivals(arrivals.map((row) => arrivalRow.parse(row))).filter(
    (row) =>
      isWithin(range, row.time_ms) &&
      (caseKey === null || row.case_key === caseKey) &&
      (activities === null || activities.includes(row.name)),
  );
  moments.sort(
    (x, y) =>
      x.time_ms - y.time_ms || x.ord - y.ord || byNumber(x.message, y.message) || byNumber(x.identity, y.identity),
  );
  return { rows: moments.slice(0, limit), leftOut: Math.max(0, moments.length - limit) };
}

/** Of each message of an identity the arrival that counts: the smallest (received, seq). */
function firstArrivals(arrivals: readonly ArrivalRow[]): ArrivalRow[] {
  const first = new Map<string, ArrivalRow>();
  for (const row of arrivals) {
    const key = `${row.identity} ${row.message}`;
    const known = first.get(key);
    const isEarlier =
      !known || row.received_ms < known.received_ms || (row.received_ms === known.received_ms && row.seq < known.seq);
    if (isEarlier) first.set(key, row);
  }
  return [...first.values()];
}

function byNumber(a: bigint, b: bigint): number {
  return a < b ? -1 : Number(a > b);
}

async function readManyMoments(
  identities: readonly bigint[],
  { caseKey, limit }: TimelineInput,
  { warehouse, scope, sources, options }: Asking,
): Promise<{ readonly rows: readonly MomentRow[]; readonly leftOut: number }> {
  const { workspace, range, activities } = scope;
  // The range is looked at after duplicates are gone: the arrival that counts says when it was.
  const inRange = sql`time_ms >= ${int(range.fromMs)} and time_ms < ${int(range.toMs)}`;
  const inCase = caseKey === null ? sql`` : sql` and case_key = ${text(caseKey)}`;
  const wanted = activities === null ? sql`` : sql` and name in ${texts(activities)}`;
  const moments = sql`from (
  select toUnixTimestamp64Milli(time) as time_ms, ord, message, identity, name, channel, case_key, score, scale, text, props, source
  from continuo.${name(warehouse.reads.events)}
  where workspace = ${uint(workspace)} and identity in ${uints(identities)} and source in ${uints(sources)}
  order by received, seq limit 1 by identity, message)
where ${inRange}${inCase}${wanted}`;
  // One more than asked for tells whether any are left out; only then it is worth 4 ms to count them.
  const found = await warehouse.query(
    sql`select time_ms, name, channel, case_key, score, scale, text, props, source ${moments}
order by time_ms, ord, message, identity limit ${uint(limit + 1)}`,
    options,
  );
  const rows = found.slice(0, limit).map((row) => momentRow.parse(row));
  if (found.length <= limit) return { rows, leftOut: 0 };
  const [all] = await warehouse.query(sql`select count() as moments ${moments}`, options);
  return { rows, leftOut: Number(all?.moments) - rows.length };
}

function momentOf(row: MomentRow): Moment {
  const scale = row.scale as Scale;
  return {
    timeMs: row.time_ms,
    activity: row.name,
    channel: row.channel,
    caseKey: row.case_key,
    score: row.score,
    scale,
    felt: feltOf(row.score, scale),
    text: row.text,
    properties: row.props === '' ? {} : (JSON.parse(row.props) as Record<string, PropertyValue>),
    source: row.source,
  };
}
