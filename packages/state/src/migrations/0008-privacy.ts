import type { Migration } from '../migrate.ts';

/** What a workspace has switched off. */
export const privacy: Migration = {
  number: 8,
  name: 'privacy',
  statements: [
    // No row: everything is on.
    `create table switches (
       workspace bigint not null references workspaces (id),
       name text not null check (name in ('freeText', 'personLevel')),
       is_on bigint not null check (is_on in (0, 1)),
       primary key (workspace, name)
     )`,
  ],
};
