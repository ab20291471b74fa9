import type { Migration } from '../migrate.ts';

/** Everything an installation needs to take in its first file: workspaces, sources, imports, codes, builds. */
export const firstTables: Migration = {
  number: 1,
  name: 'first-tables',
  statements: [
    `create table counters (
       scope bigint not null,
       name text not null,
       value bigint not null,
       primary key (scope, name)
     )`,
    `create table workspaces (
       id bigint not null primary key,
       slug text not null unique,
       name text not null,
       time_zone text not null,
       is_demo bigint not null check (is_demo in (0, 1)),
       case_name text
     )`,
    `create table sources (
       workspace bigint not null references workspaces (id),
       id bigint not null,
       kind text not null check (kind in ('import', 'demo', 'collect')),
       name text not null,
       status text not null check (status in ('loading', 'complete', 'removing', 'removed')),
       primary key (workspace, id)
     )`,
    `create table imports (
       workspace bigint not null references workspaces (id),
       id bigint not null,
       file text not null,
       path text,
       bytes bigint not null,
       content_hash text,
       mapping_hash text,
       status text not null
         check (status in ('draft', 'waiting', 'running', 'building', 'done', 'failed', 'cancelled')),
       preview text,
       mapping text,
       rows_read bigint not null,
       progress double precision,
       rows_per_second double precision,
       seconds_left double precision,
       events_stored bigint not null,
       rows_rejected bigint not null,
       has_rejects bigint not null check (has_rejects in (0, 1)),
       notes text not null,
       error text,
       created_ms bigint not null,
       finished_ms bigint,
       unchanged bigint not null check (unchanged in (0, 1)),
       records_done bigint not null,
       bytes_done bigint not null,
       fence bigint not null,
       lease_owner text,
       lease_until_ms bigint,
       primary key (workspace, id)
     )`,
    `create index imports_by_content on imports (workspace, content_hash)`,
    `create table codes (
       workspace bigint not null references workspaces (id),
       kind text not null check (kind in ('activity', 'channel')),
       code bigint not null,
       digest text not null,
       name text not null,
       primary key (workspace, kind, code)
     )`,
    `create unique index codes_by_name on codes (workspace, kind, digest)`,
    `create table attributes (
       workspace bigint not null references workspaces (id),
       position bigint not null check (position between 1 and 20),
       name text not null,
       primary key (workspace, position)
     )`,
    `create table touched (
       workspace bigint not null references workspaces (id),
       identity bigint not null,
       stamp bigint not null,
       primary key (workspace, identity)
     )`,
    `create index touched_in_order on touched (workspace, stamp, identity)`,
    `create table builds (
       workspace bigint not null primary key references workspaces (id),
       version bigint not null,
       data_as_of_ms bigint not null,
       built_ms bigint not null
     )`,
    `create table facts (
       workspace bigint not null references workspaces (id),
       key text not null,
       value text not null,
       primary key (workspace, key)
     )`,
    `create table audit (
       workspace bigint not null references workspaces (id),
       id bigint not null,
       at_ms bigint not null,
       actor text not null,
       action text not null,
       thing text not null,
       details text not null,
       primary key (workspace, id)
     )`,
  ],
};
