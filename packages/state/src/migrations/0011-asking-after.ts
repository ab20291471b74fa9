import type { Migration } from '../migrate.ts';

/** Surveys that ask by themselves after a step. */
export const askingAfter: Migration = {
  number: 11,
  name: 'asking-after',
  statements: [
    // Null: it asks nobody by itself.
    'alter table surveys add column asks_since_ms bigint',
    // Moments after which somebody is asked, each decided about once. identity, message: unsigned 64-bit numbers as text.
    // person: the user id as it is written, or the identity where there is none. outcome null: their time has not come.
    `create table survey_moments (
       workspace bigint not null references workspaces (id),
       survey text not null,
       identity text not null,
       message text not null,
       person text not null,
       time_ms bigint not null,
       due_ms bigint not null,
       outcome text,
       primary key (workspace, survey, identity, message)
     )`,
    `create index survey_moments_waiting on survey_moments (workspace, survey, due_ms) where outcome is null`,
    `create index survey_moments_by_time on survey_moments (workspace, time_ms)`,
  ],
};
