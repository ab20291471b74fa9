import type { Migration } from '../migrate.ts';

/** Letters and who gets them. */
export const letters: Migration = { number: 10, name: 'letters', statements: [] };
