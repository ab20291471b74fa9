import type { Migration } from '../migrate.ts';

/** Who is who: accounts, their sessions, roles and tokens; links that work once; and the chain of the audit log. */
export const accounts: Migration = {
  number: 2,
  name: 'accounts',
  statements: [
    `create table users (
       id bigint not null primary key,
       login text not null unique,
       name text not null,
       password_hash text not null,
       created_ms bigint not null
     )`,
    `create table members (
       workspace bigint not null references workspaces (id),
       user_id bigint not null references users (id),
       role text not null check (role in ('viewer', 'editor', 'operator', 'admin')),
       since_ms bigint not null,
       primary key (workspace, user_id)
     )`,
    `create index members_by_user on members (user_id)`,
    `create table sessions (
       id bigint not null primary key,
       user_id bigint not null references users (id),
       hash text not null unique,
       agent text not null,
       created_ms bigint not null,
       seen_ms bigint not null
     )`,
    `create index sessions_by_user on sessions (user_id)`,
    `create table invitations (
       workspace bigint not null references workspaces (id),
       id bigint not null,
       hash text not null unique,
       role text not null check (role in ('viewer', 'editor', 'operator', 'admin')),
       label text not null,
       created_ms bigint not null,
       expires_ms bigint not null,
       ended_ms bigint,
       primary key (workspace, id)
     )`,
    `create table first_admin_links (
       hash text not null primary key,
       expires_ms bigint not null
     )`,
    `create table tokens (
       workspace bigint not null references workspaces (id),
       id bigint not null,
       user_id bigint not null references users (id),
       hash text not null unique,
       name text not null,
       role text not null check (role in ('viewer', 'editor', 'operator', 'admin')),
       created_ms bigint not null,
       used_ms bigint,
       revoked_ms bigint,
       primary key (workspace, id)
     )`,
    `create table throttles (
       key text not null primary key,
       failures bigint not null,
       until_ms bigint not null,
       last_ms bigint not null
     )`,
    // Empty: written before there was a chain; sealed by the next entry.
    `alter table audit add column hash text not null default ''`,
  ],
};
