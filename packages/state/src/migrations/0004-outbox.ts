import type { Migration } from '../migrate.ts';

/** What is to be sent, timers, and who is told by webhook. */
export const outbox: Migration = {
  number: 4,
  name: 'outbox',
  statements: [
    // message: '' once it is sent; address_hash stays, so that a question about one address can still be answered.
    `create table outbox (
       workspace bigint not null references workspaces (id),
       id text not null,
       kind text not null check (kind in ('mail', 'webhook')),
       endpoint bigint,
       type text not null,
       message text not null,
       address_hash text,
       status text not null check (status in ('waiting', 'sent', 'gave_up')),
       attempts bigint not null,
       due_ms bigint not null,
       created_ms bigint not null,
       tried_ms bigint,
       ended_ms bigint,
       answer bigint,
       error text,
       fence bigint not null,
       lease_owner text,
       lease_until_ms bigint,
       primary key (workspace, id)
     )`,
    `create index outbox_due on outbox (status, due_ms)`,
    `create index outbox_by_endpoint on outbox (workspace, endpoint, created_ms)`,
    `create table timers (
       workspace bigint not null references workspaces (id),
       kind text not null,
       key text not null,
       due_ms bigint not null,
       payload text not null,
       attempts bigint not null,
       retry_ms bigint not null,
       primary key (workspace, kind, key)
     )`,
    `create index timers_due on timers (retry_ms)`,
    `create table webhook_endpoints (
       workspace bigint not null references workspaces (id),
       id bigint not null,
       url text not null,
       note text not null,
       types text not null,
       status text not null check (status in ('on', 'off', 'gone')),
       secret text not null,
       older_secret text,
       older_until_ms bigint,
       created_ms bigint not null,
       primary key (workspace, id)
     )`,
  ],
};
