import type { Migration } from '../migrate.ts';
import { firstTables } from './0001-first-tables.ts';
import { accounts } from './0002-accounts.ts';
import { journeys } from './0003-journeys.ts';

/** Every migration in its order. Add at the end; never change one that has left this machine. */
export const MIGRATIONS: readonly Migration[] = [firstTables, accounts, journeys];
