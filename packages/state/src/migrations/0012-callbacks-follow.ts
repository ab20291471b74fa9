import type { Migration } from '../migrate.ts';

/** Call-backs follow people who turn out to be one, and events that are removed. */
export const callbacksFollow: Migration = {
  number: 12,
  name: 'callbacks-follow',
  statements: [
    `alter table callbacks add column withdrawn text check (withdrawn in ('merged', 'removed'))`,
    // The call-back in which it goes on.
    `alter table callbacks add column into_id bigint`,
    // When its event was found removed; null: it is there, or it was no event.
    `alter table callback_moments add column removed_ms bigint`,
  ],
};
