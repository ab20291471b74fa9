import { name, sql, uint } from '../sql.ts';
import type { Warehouse } from '../warehouse.ts';

const WORKSPACE = { workspace: 'to which workspace it belongs' } as const;
const WORK = 'Needed to count.';
const WITH_SOURCE = 'until its source is removed';

/** Every table of the warehouse, in words for the privacy sheet. A test holds this to the columns that really are there. */
export const HELD_IN_WAREHOUSE = {
  events: {
    what: 'What happened to customers, as it was sent, with what they wrote',
    why: 'Journeys are made of it.',
    until: WITH_SOURCE,
    seenBy:
      'everybody sees counts, and stories under made-up names with contact details masked; operators also as they were sent',
    about: 'both',
    fields: {
      ...WORKSPACE,
      identity: 'a number made of the id',
      time: 'when',
      ord: 'order in the file',
      message: 'fingerprint, so that it counts once',
      name: 'what happened',
      channel: 'in which channel',
      case_key: 'number of the case',
      score: 'score a customer gave',
      scale: 'on which scale',
      text: 'what the customer wrote',
      props: 'further properties as they were sent; those that name staff are shown to nobody',
      received: 'when it arrived',
      seq: 'order of arrival',
      source: 'from which source',
    },
  },
  runs: {
    what: 'Journeys made of the events',
    why: WORK,
    until: WITH_SOURCE,
    seenBy: 'everybody sees counts, and stories under made-up names',
    about: 'customers',
    fields: {
      ...WORKSPACE,
      definition: 'of which map or unit',
      person: 'which customer, as a number',
      no: 'which journey of theirs',
      key: 'number of the case',
      start: 'when it began',
      last: 'when it ended',
      codes: 'what happened, as numbers',
      gaps_ms: 'time between',
      channels: 'in which channels, as numbers',
      felt: 'how it felt',
      steps: 'at which steps of the map',
      path: 'fingerprint of the way',
      attributes: 'properties for comparisons',
      version: 'which build',
      is_deleted: 'whether it is gone',
    },
  },
  identities: {
    what: 'The ids by which customers are known: user ids, e-mails, phone numbers',
    why: 'To find a customer again, and to answer them.',
    until: WITH_SOURCE,
    seenBy: 'operators, for a purpose they state; every look is in the audit log',
    about: 'customers',
    fields: { ...WORKSPACE, identity: 'a number made of the id', kind: 'what kind of id', value: 'the id' },
  },
  links: {
    what: 'Which ids belong to the same customer',
    why: 'One person, one story.',
    until: WITH_SOURCE,
    seenBy: 'nobody; the system itself',
    about: 'customers',
    fields: {
      ...WORKSPACE,
      identity: 'the id, as a number',
      person: 'whose it is, as a number',
      version: 'since when',
    },
  },
  arrivals: {
    what: 'How many events arrive in a minute',
    why: 'Shows that a source is alive.',
    until: 'as long as the workspace exists',
    seenBy: 'all members',
    about: 'nobody',
    fields: {
      ...WORKSPACE,
      source: 'from which source',
      minute: 'when',
      name: 'what happened',
      channel: 'in which channel',
      events: 'how many',
    },
  },
  judged: {
    what: 'Ways through a map, held against it; no customer is in them',
    why: WORK,
    until: 'until the map goes',
    seenBy: 'all members, as counts',
    about: 'nobody',
    fields: {
      ...WORKSPACE,
      definition: 'of which map',
      path: 'which way',
      is_open: 'whether it may go on',
      symbols: 'what happened, as numbers',
      cost: 'how far from the plan',
      cheapest: 'at the least',
      reached: 'whether the goal was reached',
      touches: 'how each moment fits',
      skip_steps: 'what was left out',
      skip_labels: 'and why',
      skip_before: 'and where',
      map: 'fingerprint of the map',
      version: 'which build',
    },
  },
} as const;

const COUNTED = ['events', 'runs', 'identities', 'links'] as const;

/** Rows of a workspace in the tables that hold customers; of several versions of a row each counts, so it is at most a little high. */
export async function countHeld(warehouse: Warehouse, workspace: number): Promise<ReadonlyMap<string, number>> {
  const counts = await Promise.all(
    COUNTED.map(async (table) => {
      const [row] = await warehouse.query(
        sql`select count() as n from continuo.${name(warehouse.reads[table])} where workspace = ${uint(workspace)}`,
      );
      return [table, Number(row?.n ?? 0)] as const;
    }),
  );
  return new Map(counts);
}
