import type { Capabilities } from '../warehouse.ts';
import { DATABASE, renderTable } from './render.ts';
import { TABLES } from './tables.ts';

/** One step forward. Applied ones are immutable: a changed checksum is an error, a mistake is mended by a further step. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly statements: (capabilities: Pick<Capabilities, 'distributed'>) => readonly string[];
}

export const MIGRATIONS: readonly Migration[] = [
  {
    number: 1,
    name: 'events, runs, identities, links, arrivals',
    statements: (capabilities) => [
      ...Object.values(TABLES).flatMap((table) => renderTable(table, capabilities)),
      `create materialized view if not exists ${DATABASE}.arrivals_from_events to ${DATABASE}.arrivals as
select workspace, source, toStartOfMinute(toDateTime(received, 'UTC')) as minute, name, channel, count() as events
from ${DATABASE}.events group by workspace, source, minute, name, channel`,
    ],
  },
];
