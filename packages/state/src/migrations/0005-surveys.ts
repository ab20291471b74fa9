import type { Migration } from '../migrate.ts';

/** Surveys, who was asked, and what came back. */
export const surveys: Migration = { number: 5, name: 'surveys', statements: [] };
