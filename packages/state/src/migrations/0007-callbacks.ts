import type { Migration } from '../migrate.ts';

/** People to be answered. */
export const callbacks: Migration = {
  number: 7,
  name: 'callbacks',
  statements: [
    // person: an unsigned 64-bit number as text. cause_step is null for what no map has.
    `create table callbacks (
       workspace bigint not null references workspaces (id),
       id bigint not null,
       person text not null,
       state text not null check (state in ('open', 'in-hand', 'waiting', 'asked', 'closed')),
       owner bigint,
       team text,
       rule text not null,
       what text not null,
       why text not null,
       calendar text not null,
       work_ms bigint not null,
       opened_ms bigint not null,
       due_ms bigint not null,
       answer_due_ms bigint not null,
       rest_ms bigint,
       waiting_for text check (waiting_for in ('customer', 'until')),
       until_ms bigint,
       answered_ms bigint,
       again_id bigint,
       again_ms bigint,
       closed_ms bigint,
       cause_kind text check (cause_kind in ('step', 'off-map')),
       cause_journey text,
       cause_step text,
       action text,
       ask_ms bigint,
       asked_ms bigint,
       is_mailed bigint check (is_mailed in (0, 1)),
       answer text check (answer in ('yes', 'partly', 'no')),
       answer_ms bigint,
       answer_why text not null,
       is_late_told bigint not null check (is_late_told in (0, 1)),
       primary key (workspace, id)
     )`,
    `create unique index callbacks_one_open on callbacks (workspace, person)
       where state in ('open', 'in-hand', 'waiting')`,
    `create index callbacks_by_state on callbacks (workspace, state, due_ms)`,
    `create index callbacks_by_person on callbacks (workspace, person, closed_ms)`,
    `create index callbacks_by_opening on callbacks (workspace, opened_ms)`,
    `create index callbacks_by_closing on callbacks (workspace, closed_ms)`,
    // What a rule has decided about an event, once for ever. callback null: left out. message: of the event, or of a promise.
    `create table callback_moments (
       workspace bigint not null,
       rule text not null,
       message text not null,
       callback bigint,
       person text not null,
       identity text not null,
       time_ms bigint not null,
       why text not null,
       what text not null,
       channel text not null,
       journey text,
       step text,
       seen_ms bigint not null,
       primary key (workspace, rule, message)
     )`,
    `create index callback_moments_of on callback_moments (workspace, callback, time_ms)`,
    `create index callback_moments_by_identity on callback_moments (workspace, identity)`,
    `create table callback_log (
       workspace bigint not null,
       callback bigint not null,
       seq bigint not null,
       at_ms bigint not null,
       kind text not null,
       facts text not null,
       text text not null,
       user_id bigint,
       primary key (workspace, callback, seq)
     )`,
    `create table callback_rules (
       workspace bigint not null references workspaces (id),
       key text not null,
       rule text not null,
       primary key (workspace, key)
     )`,
    `create table calendars (
       workspace bigint not null references workspaces (id),
       key text not null,
       calendar text not null,
       primary key (workspace, key)
     )`,
  ],
};
