import type { Migration } from '../migrate.ts';

/** Surveys, who was asked, and what came back; secrets that are made once and sign links. */
export const surveys: Migration = {
  number: 5,
  name: 'surveys',
  statements: [
    `create table surveys (
       workspace bigint not null references workspaces (id),
       key text not null,
       survey text not null,
       status text not null check (status in ('draft', 'open', 'closed')),
       created_ms bigint not null,
       updated_ms bigint not null,
       primary key (workspace, key)
     )`,
    `create table survey_invitations (
       workspace bigint not null,
       id bigint not null,
       survey text not null,
       kind text not null,
       channel text not null,
       person text not null,
       language text,
       created_ms bigint not null,
       delivered_ms bigint,
       opened_ms bigint,
       answered_ms bigint,
       primary key (workspace, id)
     )`,
    `create index survey_invitations_by_person on survey_invitations (workspace, person)`,
    `create index survey_invitations_by_survey on survey_invitations (workspace, survey)`,
    // Who asked never to be asked again: stays when surveys go.
    `create table survey_refusals (
       workspace bigint not null,
       person text not null,
       at_ms bigint not null,
       primary key (workspace, person)
     )`,
    // submission: made by us, or the submission_id of whoever sends records; what comes twice is one row.
    `create table answers (
       workspace bigint not null references workspaces (id),
       submission text not null,
       survey text,
       journey text,
       step text,
       at_ms bigint not null,
       received_ms bigint not null,
       loaded_ms bigint,
       answer text not null,
       primary key (workspace, submission)
     )`,
    `create index answers_by_time on answers (workspace, at_ms, submission)`,
    `create index answers_by_survey on answers (workspace, survey)`,
    `create index answers_waiting on answers (workspace, received_ms, submission) where loaded_ms is null`,
    `create table secrets (
       name text not null primary key,
       secret text not null
     )`,
  ],
};
