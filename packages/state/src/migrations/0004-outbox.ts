import type { Migration } from '../migrate.ts';

/** What is to be sent, timers, and who is told by webhook. */
export const outbox: Migration = { number: 4, name: 'outbox', statements: [] };
