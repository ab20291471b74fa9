import type { Migration } from '../migrate.ts';

/** Watches and what they noticed. */
export const watches: Migration = { number: 9, name: 'watches', statements: [] };
