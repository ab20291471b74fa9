import type { Migration } from '../migrate.ts';

/** Maps: drafts as logs of edits, published versions, what judges runs, decisions about gaps, the catalogue of touchpoints. */
export const journeys: Migration = {
  number: 3,
  name: 'journeys',
  statements: [
    `create table journeys (
       workspace bigint not null references workspaces (id),
       id bigint not null,
       key text not null,
       created_ms bigint not null,
       updated_ms bigint not null,
       draft text not null,
       draft_seq bigint not null,
       version bigint not null,
       primary key (workspace, id)
     )`,
    `create unique index journeys_by_key on journeys (workspace, key)`,
    `create table journey_edits (
       workspace bigint not null,
       journey bigint not null,
       seq bigint not null,
       at_ms bigint not null,
       actor text not null,
       client text not null,
       edit text not null,
       primary key (workspace, journey, seq)
     )`,
    // touchpoints: those the steps named, as they were: a later change of the catalogue must not change the past.
    `create table journey_versions (
       workspace bigint not null,
       journey bigint not null,
       version bigint not null,
       contract text not null,
       touchpoints text not null,
       note text not null,
       actor text not null,
       published_ms bigint not null,
       from_ms bigint,
       primary key (workspace, journey, version)
     )`,
    `create table journey_steps (
       workspace bigint not null,
       journey bigint not null,
       step text not null,
       number bigint not null check (number between 1 and 16383),
       primary key (workspace, journey, step)
     )`,
    `create unique index journey_steps_by_number on journey_steps (workspace, journey, number)`,
    // A definition outlives its journey until its runs have left the warehouse.
    `create table journey_definitions (
       workspace bigint not null,
       definition bigint not null,
       journey bigint not null,
       kind text not null check (kind in ('version', 'again', 'draft')),
       version bigint not null,
       from_ms bigint,
       to_ms bigint,
       digest text not null,
       contract text not null,
       status text not null check (status in ('waiting', 'live', 'dropping')),
       sources text,
       built_version bigint,
       error text,
       primary key (workspace, definition)
     )`,
    `create index journey_definitions_by_journey on journey_definitions (workspace, journey)`,
    `create table journey_gap_marks (
       workspace bigint not null,
       journey bigint not null,
       gap text not null,
       action text not null check (action in ('watch', 'dismiss', 'accept')),
       reason text not null,
       actor text not null,
       at_ms bigint not null,
       primary key (workspace, journey, gap)
     )`,
    `create table touchpoints (
       workspace bigint not null references workspaces (id),
       key text not null,
       touchpoint text not null,
       primary key (workspace, key)
     )`,
  ],
};
