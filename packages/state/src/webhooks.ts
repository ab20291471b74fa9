import { Problem } from '@continuo/core';
import type { Selectable } from 'kysely';
import { z } from 'zod';
import { INSTALLATION, nextCount } from './counters.ts';
import { type Db, inTransaction } from './database.ts';
import { decodeJson } from './json.ts';
import { outbox } from './outbox.ts';
import type { WebhookEndpointsTable } from './outbox-tables.ts';

/** `gone`: the endpoint itself said that it is no more (410); only an admin turns it on again. */
export type EndpointStatus = 'on' | 'off' | 'gone';

/** Who is told by webhook, and of what. The secrets are kept, sealed by the server, because every message is signed with them. */
export interface StoredEndpoint {
  readonly workspace: number;
  readonly id: number;
  readonly url: string;
  /** What it is for, in the words of the admin. */
  readonly note: string;
  readonly types: readonly string[];
  readonly status: EndpointStatus;
  readonly createdMs: number;
  /** Until when the secret before the last rotation still signs beside the new one; null: it does not. */
  readonly olderUntilMs: number | null;
}

const typesSchema = z.array(z.string());

function toEndpoint(row: Selectable<WebhookEndpointsTable>): StoredEndpoint {
  const { secret: _secret, olderSecret: _older, ...kept } = row;
  return {
    ...kept,
    types: decodeJson(typesSchema, row.types, 'webhook_endpoints.types'),
    status: row.status as EndpointStatus,
  };
}

const unknown = (id: number): Problem =>
  new Problem('webhook.unknown', `There is no webhook ${id}.`, { details: { id } });

/** All endpoints of a workspace, oldest first. */
async function list(db: Db, workspace: number): Promise<readonly StoredEndpoint[]> {
  const rows = await db
    .selectFrom('webhookEndpoints')
    .selectAll()
    .where('workspace', '=', workspace)
    .orderBy('id')
    .execute();
  return rows.map(toEndpoint);
}

async function rowOf(db: Db, workspace: number, id: number): Promise<Selectable<WebhookEndpointsTable>> {
  const row = await db
    .selectFrom('webhookEndpoints')
    .selectAll()
    .where('workspace', '=', workspace)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw unknown(id);
  return row;
}

/** One endpoint. Throws `webhook.unknown`, also for one of another workspace. */
async function get(db: Db, workspace: number, id: number): Promise<StoredEndpoint> {
  return toEndpoint(await rowOf(db, workspace, id));
}

/** The secrets that sign at `nowMs` as they are kept, the newest first: one, or two while a rotation goes on. Throws `webhook.unknown`. */
async function secretsOf(db: Db, workspace: number, id: number, nowMs: number): Promise<readonly string[]> {
  const { secret, olderSecret, olderUntilMs } = await rowOf(db, workspace, id);
  return olderSecret !== null && (olderUntilMs ?? 0) > nowMs ? [secret, olderSecret] : [secret];
}

export interface Making {
  readonly workspace: number;
  readonly url: string;
  readonly note: string;
  readonly types: readonly string[];
  /** As it is to be kept. */
  readonly secret: string;
  readonly createdMs: number;
}

/** Makes an endpoint; its secret is in no answer. */
function create(db: Db, fields: Making): Promise<StoredEndpoint> {
  return inTransaction(db, async (trx) => {
    const id = await nextCount(trx, INSTALLATION, 'webhook');
    const types = JSON.stringify(fields.types);
    const row = { ...fields, id, types, status: 'on', olderSecret: null, olderUntilMs: null } as const;
    await trx.insertInto('webhookEndpoints').values(row).execute();
    return toEndpoint(row);
  });
}

type Changing = Partial<Pick<StoredEndpoint, 'url' | 'note' | 'types' | 'status'>>;

/** Changes an endpoint; what is left out stays. Throws `webhook.unknown`. */
async function update(db: Db, workspace: number, id: number, { types, ...plain }: Changing): Promise<StoredEndpoint> {
  const patch = { ...plain, ...(types === undefined ? {} : { types: JSON.stringify(types) }) };
  if (Object.keys(patch).length > 0)
    await db
      .updateTable('webhookEndpoints')
      .set(patch)
      .where('workspace', '=', workspace)
      .where('id', '=', id)
      .execute();
  return get(db, workspace, id);
}

/** Gives an endpoint another secret; the one before signs beside it until `olderUntilMs`. Throws `webhook.unknown`. */
function rotate(
  db: Db,
  { workspace, id }: Pick<StoredEndpoint, 'workspace' | 'id'>,
  secret: string,
  olderUntilMs: number,
): Promise<void> {
  return inTransaction(db, async (trx) => {
    const { secret: olderSecret } = await rowOf(trx, workspace, id);
    await trx
      .updateTable('webhookEndpoints')
      .set({ secret, olderSecret, olderUntilMs })
      .where('workspace', '=', workspace)
      .where('id', '=', id)
      .execute();
  });
}

/** Keeps every secret of every workspace as `renew` gives it back; what it does not change is not written. */
async function renewSecrets(db: Db, renew: (kept: string) => string): Promise<void> {
  const rows = await db.selectFrom('webhookEndpoints').select(['workspace', 'id', 'secret', 'olderSecret']).execute();
  for (const { workspace, id, ...kept } of rows) {
    const secret = renew(kept.secret);
    const olderSecret = kept.olderSecret === null ? null : renew(kept.olderSecret);
    if (secret === kept.secret && olderSecret === kept.olderSecret) continue;
    await db
      .updateTable('webhookEndpoints')
      .set({ secret, olderSecret })
      .where('workspace', '=', workspace)
      .where('id', '=', id)
      .execute();
  }
}

/** Removes an endpoint with everything that waits for it. Throws `webhook.unknown`. */
function remove(db: Db, workspace: number, id: number): Promise<void> {
  return inTransaction(db, async (trx) => {
    const { numDeletedRows } = await trx
      .deleteFrom('webhookEndpoints')
      .where('workspace', '=', workspace)
      .where('id', '=', id)
      .executeTakeFirst();
    if (numDeletedRows === 0n) throw unknown(id);
    await trx.deleteFrom('outbox').where('workspace', '=', workspace).where('endpoint', '=', id).execute();
  });
}

export interface Announcing {
  readonly workspace: number;
  /** Of what happened, for instance `callback-17-opened`: the same happening is announced once. */
  readonly id: string;
  readonly type: string;
  readonly payload: unknown;
  readonly nowMs: number;
}

/**
 * Puts one message into the outbox for each endpoint that is on and wants this type; call it in the transaction of what
 * happened. Gives how many were put: 0 when nobody wants it, or it was announced before.
 */
async function announce(db: Db, { workspace, id, type, payload, nowMs }: Announcing): Promise<number> {
  let put = 0;
  for (const endpoint of await list(db, workspace)) {
    if (endpoint.status !== 'on' || !endpoint.types.includes(type)) continue;
    const message = { kind: 'webhook', endpoint: endpoint.id, type, payload } as const;
    if (await outbox.put(db, { workspace, id: `${id}-to-${endpoint.id}`, message, nowMs })) put += 1;
  }
  return put;
}

export const webhooks = { list, get, secretsOf, create, update, rotate, renewSecrets, remove, announce } as const;
