import type { Migration } from '../migrate.ts';

/** Letters, who gets them, and what staff answer on the cards of their teams. */
export const letters: Migration = {
  number: 10,
  name: 'letters',
  statements: [
    // scope_key: key of the map or name of the team; empty for the whole workspace.
    `create table letters (
       workspace bigint not null references workspaces (id),
       week text not null,
       scope_kind text not null check (scope_kind in ('workspace', 'journey', 'team')),
       scope_key text not null,
       letter text not null,
       made_ms bigint not null,
       primary key (workspace, week, scope_kind, scope_key)
     )`,
    `create table letter_subscriptions (
       workspace bigint not null references workspaces (id),
       id bigint not null,
       address text not null,
       scope_kind text not null check (scope_kind in ('workspace', 'journey', 'team')),
       scope_key text not null,
       since_ms bigint not null,
       primary key (workspace, id),
       unique (workspace, address, scope_kind, scope_key)
     )`,
    // Nobody's: no author, no time finer than the week, and ids that tell no order. batch: eleven answers of a team each.
    `create table staff_answers (
       workspace bigint not null references workspaces (id),
       id text not null,
       team text not null,
       batch bigint not null,
       week text not null,
       text text not null,
       primary key (workspace, id)
     )`,
    `create index staff_answers_by_team on staff_answers (workspace, team, batch)`,
  ],
};
