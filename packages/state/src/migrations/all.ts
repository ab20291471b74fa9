import type { Migration } from '../migrate.ts';
import { firstTables } from './0001-first-tables.ts';
import { accounts } from './0002-accounts.ts';
import { journeys } from './0003-journeys.ts';
import { outbox } from './0004-outbox.ts';
import { surveys } from './0005-surveys.ts';
import { themes } from './0006-themes.ts';
import { callbacks } from './0007-callbacks.ts';
import { privacy } from './0008-privacy.ts';
import { watches } from './0009-watches.ts';
import { letters } from './0010-letters.ts';
import { askingAfter } from './0011-asking-after.ts';
import { callbacksFollow } from './0012-callbacks-follow.ts';

/** Every migration in its order. Add at the end; never change one that has left this machine. */
export const MIGRATIONS: readonly Migration[] = [
  firstTables,
  accounts,
  journeys,
  outbox,
  surveys,
  themes,
  callbacks,
  privacy,
  watches,
  letters,
  askingAfter,
  callbacksFollow,
];
