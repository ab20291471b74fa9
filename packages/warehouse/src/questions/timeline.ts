/** Question  What did one person live, across channels?
 *  Counts    events of all identities that are the person, each message once (the first arrival)
 *  Time      event time, [from, to); order (time, ord, message)
 *  Answers   exactly, straight from the events: minutes before the runs know them
 *  Limits    at most `limit` moments, the earliest; `leftOut` says how many more there are */
import { feltOf, type Moment, type PropertyValue, type Scale, type Timeline, type TimelineInput } from '@continuo/core';
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

export const timeline: Question<TimelineInput, Timeline> = {
  exactness: 'exact',
  limits: ['Moments beyond the limit are counted, not listed.'],
  async ask(input, asking) {
    // Identities as constants let the primary key (workspace, identity, time) find the few granules they lie in.
    const identities = await identitiesOf(BigInt(input.person), asking);
    const [{ rows, leftOut }, claims] = await Promise.all([
      readMoments(identities, input, asking),
      asking.warehouse.query(
        sql`select kind, value from continuo.${name(asking.warehouse.reads.identities)}
where workspace = ${uint(asking.scope.workspace)} and identity in ${uints(identities)}`,
        asking.options,
      ),
    ]);
    return {
      person: input.person,
      moments: rows.map(momentOf),
      leftOut,
      identities: claimsOf(claims),
    };
  },
};

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

async function readMoments(
  identities: readonly bigint[],
  { caseKey, limit }: TimelineInput,
  { warehouse, scope, sources, options }: Asking,
): Promise<{ readonly rows: readonly z.output<typeof momentRow>[]; readonly leftOut: number }> {
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

function momentOf(row: z.output<typeof momentRow>): Moment {
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
