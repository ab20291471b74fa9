import type { Migration } from '../migrate.ts';

/** People to be answered. */
export const callbacks: Migration = { number: 7, name: 'callbacks', statements: [] };
