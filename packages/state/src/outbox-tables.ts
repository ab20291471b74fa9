import type { ColumnType } from 'kysely';

export interface OutboxTable {
  readonly workspace: number;
  readonly id: string;
  readonly kind: string;
  readonly endpoint: number | null;
  readonly type: string;
  readonly message: string;
  readonly addressHash: string | null;
  readonly status: string;
  readonly attempts: number;
  readonly dueMs: number;
  readonly createdMs: number;
  readonly triedMs: number | null;
  readonly endedMs: number | null;
  readonly answer: number | null;
  readonly error: string | null;
  readonly fence: number;
  readonly leaseOwner: string | null;
  readonly leaseUntilMs: number | null;
}

interface TimersTable {
  readonly workspace: number;
  readonly kind: string;
  readonly key: string;
  readonly dueMs: number;
  readonly payload: string;
  readonly attempts: number;
  /** When it is tried next: `dueMs`, later once it has failed. */
  readonly retryMs: number;
}

export interface WebhookEndpointsTable {
  readonly workspace: number;
  readonly id: number;
  readonly url: string;
  readonly note: string;
  readonly types: string;
  readonly status: string;
  readonly secret: string;
  readonly olderSecret: string | null;
  readonly olderUntilMs: number | null;
  readonly createdMs: number;
}

interface SwitchesTable {
  readonly workspace: number;
  readonly name: string;
  readonly isOn: ColumnType<number, boolean, boolean>;
}

/** Tables of sending, timers, webhooks and switches. */
export interface OutboxTables {
  readonly outbox: OutboxTable;
  readonly timers: TimersTable;
  readonly webhookEndpoints: WebhookEndpointsTable;
  readonly switches: SwitchesTable;
}
