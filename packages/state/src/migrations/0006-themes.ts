import type { Migration } from '../migrate.ts';

/** The codebook: themes of what customers say. */
export const themes: Migration = {
  number: 6,
  name: 'themes',
  statements: [
    `create table themes (
       workspace bigint not null references workspaces (id),
       key text not null,
       theme text not null,
       primary key (workspace, key)
     )`,
  ],
};
