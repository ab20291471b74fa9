import type { Selectable } from 'kysely';
import type { Db } from './database.ts';
import type { Message } from './outbox-message.ts';
import type { OutboxTable } from './outbox-tables.ts';

export type OutboxStatus = 'waiting' | 'sent' | 'gave_up';

/** How one sending stands, without what is sent. */
export interface Delivery {
  readonly workspace: number;
  readonly id: string;
  readonly kind: Message['kind'];
  readonly endpoint: number | null;
  /** Of a webhook; empty for an e-mail. */
  readonly type: string;
  readonly status: OutboxStatus;
  readonly attempts: number;
  readonly dueMs: number;
  readonly createdMs: number;
  readonly triedMs: number | null;
  readonly endedMs: number | null;
  /** Last status of HTTP or code of SMTP; null when there was no answer. */
  readonly answer: number | null;
  /** Why the last attempt failed, in plain words; null when none did. */
  readonly error: string | null;
}

const DELIVERY = [
  'workspace',
  'id',
  'kind',
  'endpoint',
  'type',
  'status',
  'attempts',
  'dueMs',
  'createdMs',
  'triedMs',
  'endedMs',
  'answer',
  'error',
] as const satisfies readonly (keyof OutboxTable)[];

const toDelivery = (row: Pick<Selectable<OutboxTable>, (typeof DELIVERY)[number]>): Delivery => ({
  ...row,
  kind: row.kind as Message['kind'],
  status: row.status as OutboxStatus,
});

/** One sending; null when this id was never put. */
export async function find(db: Db, workspace: number, id: string): Promise<Delivery | null> {
  const row = await db
    .selectFrom('outbox')
    .select(DELIVERY)
    .where('workspace', '=', workspace)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : toDelivery(row);
}

export interface Listing {
  readonly workspace: number;
  readonly kind: Message['kind'];
  /** Left out: every endpoint. */
  readonly endpoint?: number | undefined;
  readonly most: number;
}

/** The newest sendings of one kind, newest first. */
export async function list(db: Db, { workspace, kind, endpoint, most }: Listing): Promise<readonly Delivery[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(DELIVERY)
    .where('workspace', '=', workspace)
    .where('kind', '=', kind)
    .$if(endpoint !== undefined, (query) => query.where('endpoint', '=', endpoint as number))
    .orderBy('createdMs', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows.map(toDelivery);
}

/** How many of one kind wait, were sent and were given up. */
export async function count(
  db: Db,
  workspace: number,
  kind: Message['kind'],
): Promise<Readonly<Record<OutboxStatus, number>>> {
  const rows = await db
    .selectFrom('outbox')
    .select(['status', ({ fn }) => fn.countAll<number>().as('n')])
    .where('workspace', '=', workspace)
    .where('kind', '=', kind)
    .groupBy('status')
    .execute();
  return { waiting: 0, sent: 0, gave_up: 0, ...Object.fromEntries(rows.map(({ status, n }) => [status, Number(n)])) };
}

/** Days after which nothing is left of what ended: long enough that no decision is taken twice under one id. */
export const OUTBOX_KEEPS_DAYS = 90;
/** Days for which what was given up can still be sent again. */
export const GIVEN_UP_KEEPS_DAYS = 30;
const DAY_MS = 86_400_000;

/** Erases what is over: texts given up long ago, then whole rows. */
export async function tidy(db: Db, nowMs: number): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ message: '' })
    .where('status', '=', 'gave_up')
    .where('endedMs', '<=', nowMs - GIVEN_UP_KEEPS_DAYS * DAY_MS)
    .where('message', '!=', '')
    .execute();
  await db
    .deleteFrom('outbox')
    .where('endedMs', '<=', nowMs - OUTBOX_KEEPS_DAYS * DAY_MS)
    .execute();
}
