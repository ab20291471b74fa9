import type { Migration } from '../migrate.ts';

/** The codebook: themes of what customers say. */
export const themes: Migration = { number: 6, name: 'themes', statements: [] };
