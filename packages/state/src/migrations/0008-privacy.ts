import type { Migration } from '../migrate.ts';

/** What a workspace has switched off. */
export const privacy: Migration = { number: 8, name: 'privacy', statements: [] };
