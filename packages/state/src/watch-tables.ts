import type { ColumnType } from 'kysely';

type Flag = ColumnType<number, boolean, boolean>;

export interface WatchesTable {
  readonly workspace: number;
  readonly id: number;
  readonly name: string;
  readonly measured: string;
  readonly filters: string;
  readonly how: string;
  readonly period: string;
  readonly speaksOf: string;
  readonly owner: string;
  readonly mails: string;
  readonly hasWebhook: Flag;
  readonly mutedUntilMs: number | null;
  readonly learnFrom: number | null;
  readonly baseline: string | null;
  readonly memory: string;
  readonly learnt: string;
  readonly judged: number | null;
  readonly judgedMs: number | null;
  readonly madeBy: string;
  readonly madeMs: number;
}

interface WatchVerdictsTable {
  readonly workspace: number;
  readonly watch: number;
  readonly slot: number;
  readonly verdict: string;
  readonly atMs: number;
}

export interface AlertsTable {
  readonly workspace: number;
  readonly id: number;
  readonly watch: number;
  readonly side: string;
  readonly sinceSlot: number;
  readonly spokenSlot: number;
  readonly lastSlot: number;
  readonly closedSlot: number | null;
  readonly first: string;
  readonly last: string;
  readonly openedMs: number;
  readonly closedMs: number | null;
  readonly acknowledgedBy: string | null;
  readonly acknowledgedMs: number | null;
}

interface AlertLogTable {
  readonly workspace: number;
  readonly alert: number;
  readonly seq: number;
  readonly atMs: number;
  readonly actor: string;
  readonly kind: string;
  readonly note: string;
}

/** Tables of watches and alerts. */
export interface WatchTables {
  readonly watches: WatchesTable;
  readonly watchVerdicts: WatchVerdictsTable;
  readonly alerts: AlertsTable;
  readonly alertLog: AlertLogTable;
}
