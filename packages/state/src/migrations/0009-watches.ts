import type { Migration } from '../migrate.ts';

/** Watches and what they noticed. */
export const watches: Migration = {
  number: 9,
  name: 'watches',
  statements: [
    // judged: the last day, week or hour that was judged; what came before it is never judged again.
    `create table watches (
       workspace bigint not null references workspaces (id),
       id bigint not null,
       name text not null,
       measured text not null,
       filters text not null,
       how text not null check (how in ('unusual', 'missing')),
       period text not null check (period in ('day', 'week', 'hour')),
       speaks_of text not null check (speaks_of in ('more', 'fewer', 'both')),
       owner text not null,
       mails text not null,
       has_webhook bigint not null check (has_webhook in (0, 1)),
       muted_until_ms bigint,
       learn_from bigint,
       baseline text,
       memory text not null,
       learnt text not null,
       judged bigint,
       judged_ms bigint,
       made_by text not null,
       made_ms bigint not null,
       primary key (workspace, id)
     )`,
    `create table watch_verdicts (
       workspace bigint not null,
       watch bigint not null,
       slot bigint not null,
       verdict text not null,
       at_ms bigint not null,
       primary key (workspace, watch, slot)
     )`,
    `create table alerts (
       workspace bigint not null,
       id bigint not null,
       watch bigint not null,
       side text not null check (side in ('more', 'fewer')),
       since_slot bigint not null,
       spoken_slot bigint not null,
       last_slot bigint not null,
       closed_slot bigint,
       first text not null,
       last text not null,
       opened_ms bigint not null,
       closed_ms bigint,
       acknowledged_by text,
       acknowledged_ms bigint,
       primary key (workspace, id)
     )`,
    `create index alerts_by_watch on alerts (workspace, watch, id)`,
    `create table alert_log (
       workspace bigint not null,
       alert bigint not null,
       seq bigint not null,
       at_ms bigint not null,
       actor text not null,
       kind text not null check (kind in ('opened', 'closed', 'acknowledged', 'comment', 'muted', 'unmuted')),
       note text not null,
       primary key (workspace, alert, seq)
     )`,
  ],
};
