import { Problem } from '@continuo/core';
import { type Db, inTransaction } from './database.ts';
import { decodeJson } from './json.ts';
import { count, type Delivery, find, list, tidy } from './outbox-deliveries.ts';
import { addressHash, type Message, messageSchema } from './outbox-message.ts';

/** The right to send one message. A later claim has a larger fence, and what the earlier one reports is refused. */
export interface OutboxLease {
  readonly workspace: number;
  readonly id: string;
  readonly fence: number;
  readonly attempts: number;
  readonly createdMs: number;
  readonly message: Message;
}

export interface Putting {
  readonly workspace: number;
  /** Stable: the same decision always gives the same id, and is sent under it however often it is tried. */
  readonly id: string;
  readonly message: Message;
  readonly nowMs: number;
  /** Not sent before this; left out: at once. */
  readonly notBeforeMs?: number | undefined;
}

/**
 * Puts a message into the outbox; call it inside the transaction of the decision, so that both are kept or neither.
 * False when this id is there already: nothing changes. Throws `input.invalid` for an empty id.
 */
async function put(db: Db, { workspace, id, message, nowMs, notBeforeMs = nowMs }: Putting): Promise<boolean> {
  if (id === '') throw new Problem('input.invalid', 'A message needs an id.');
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('outbox')
    .values({
      workspace,
      id,
      kind: message.kind,
      endpoint: message.kind === 'webhook' ? message.endpoint : null,
      type: message.kind === 'webhook' ? message.type : '',
      message: JSON.stringify(message),
      addressHash: message.kind === 'mail' ? addressHash(message.to) : null,
      status: 'waiting',
      attempts: 0,
      dueMs: notBeforeMs,
      createdMs: nowMs,
      triedMs: null,
      endedMs: null,
      answer: null,
      error: null,
      fence: 0,
      leaseOwner: null,
      leaseUntilMs: null,
    })
    .onConflict((conflict) => conflict.columns(['workspace', 'id']).doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export interface Claiming {
  readonly nowMs: number;
  readonly leaseMs: number;
  readonly owner: string;
  readonly kinds: readonly Message['kind'][];
  /** Endpoints that are busy: nothing for them is taken. */
  readonly without?: readonly number[] | undefined;
  /** At most so many for one endpoint, so that a slow one holds up nobody else. */
  readonly mostEach?: number | undefined;
  /** One message, and nothing else. */
  readonly only?: { readonly workspace: number; readonly id: string } | undefined;
  readonly most: number;
}

/** Takes due messages that nobody else is sending, oldest first; on PostgreSQL past the rows others are claiming. */
function claim(
  db: Db,
  { nowMs, leaseMs, owner, kinds, without = [], mostEach = Number.POSITIVE_INFINITY, only, most }: Claiming,
): Promise<readonly OutboxLease[]> {
  if (kinds.length === 0 || most < 1) return Promise.resolve([]);
  return inTransaction(db, async (trx) => {
    const rows = await trx
      .selectFrom('outbox')
      .select(['workspace', 'id', 'endpoint', 'fence', 'attempts', 'createdMs', 'message'])
      .where('status', '=', 'waiting')
      .where('dueMs', '<=', nowMs)
      .where('kind', 'in', kinds)
      .where(({ eb, or }) => or([eb('leaseUntilMs', 'is', null), eb('leaseUntilMs', '<=', nowMs)]))
      .$if(without.length > 0, (query) =>
        query.where(({ eb, or }) => or([eb('endpoint', 'is', null), eb('endpoint', 'not in', without)])),
      )
      .$if(only !== undefined, (query) =>
        query.where('workspace', '=', only?.workspace ?? 0).where('id', '=', only?.id ?? ''),
      )
      .orderBy('dueMs')
      .orderBy('createdMs')
      .orderBy('id')
      .limit(most)
      .forUpdate()
      .skipLocked()
      .execute();
    const leases: OutboxLease[] = [];
    const taken = new Map<string, number>();
    for (const { message, endpoint, ...row } of rows) {
      const target = `${row.workspace}/${endpoint}`;
      const before = taken.get(target) ?? 0;
      if (endpoint !== null && before >= mostEach) continue;
      taken.set(target, before + 1);
      const fence = row.fence + 1;
      await trx
        .updateTable('outbox')
        .set({ fence, leaseOwner: owner, leaseUntilMs: nowMs + leaseMs })
        .where('workspace', '=', row.workspace)
        .where('id', '=', row.id)
        .execute();
      leases.push({ ...row, fence, message: decodeJson(messageSchema, message, 'outbox.message') });
    }
    return leases;
  });
}

type Ref = Pick<OutboxLease, 'workspace' | 'id' | 'fence'>;

/** A message has arrived: its text and address leave the row. False when somebody else took it over meanwhile. */
async function sent(db: Db, lease: Ref, { nowMs, answer }: { nowMs: number; answer: number | null }): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set(({ eb }) => ({
      status: 'sent',
      attempts: eb('attempts', '+', 1),
      triedMs: nowMs,
      endedMs: nowMs,
      answer,
      error: null,
      message: '',
      leaseOwner: null,
      leaseUntilMs: null,
    }))
    .where('workspace', '=', lease.workspace)
    .where('id', '=', lease.id)
    .where('fence', '=', lease.fence)
    .where('status', '=', 'waiting')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export interface Failing {
  readonly nowMs: number;
  readonly answer: number | null;
  readonly error: string;
  /** When to try again; null: give up, and say so. */
  readonly retryMs: number | null;
}

/** An attempt failed. The message stays, also when given up: somebody may send it again. False when it is not ours any more. */
async function failed(db: Db, lease: Ref, { nowMs, answer, error, retryMs }: Failing): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set(({ eb }) => ({
      status: retryMs === null ? 'gave_up' : 'waiting',
      attempts: eb('attempts', '+', 1),
      triedMs: nowMs,
      answer,
      error,
      leaseOwner: null,
      leaseUntilMs: null,
      ...(retryMs === null ? { endedMs: nowMs } : { dueMs: retryMs }),
    }))
    .where('workspace', '=', lease.workspace)
    .where('id', '=', lease.id)
    .where('fence', '=', lease.fence)
    .where('status', '=', 'waiting')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Gives back what an owner held when its process ended; call it before it claims anything. Gives how many there were. */
async function release(db: Db, owner: string): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set({ leaseOwner: null, leaseUntilMs: null })
    .where('leaseOwner', '=', owner)
    .where('status', '=', 'waiting')
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Puts a message that was given up back at the front, under its id. False when there is none to send again. */
async function again(db: Db, { workspace, id }: Pick<Delivery, 'workspace' | 'id'>, nowMs: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set({ status: 'waiting', attempts: 0, dueMs: nowMs, endedMs: null, leaseOwner: null, leaseUntilMs: null })
    .where('workspace', '=', workspace)
    .where('id', '=', id)
    .where('status', '=', 'gave_up')
    .where('message', '!=', '')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export const outbox = { put, claim, sent, failed, release, again, find, list, count, tidy } as const;
