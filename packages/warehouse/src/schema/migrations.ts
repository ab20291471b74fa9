import type { Capabilities } from '../warehouse.ts';
import { DATABASE, renderTable } from './render.ts';
import { JUDGED, TABLES } from './tables.ts';

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
  {
    number: 2,
    name: 'steps of journey runs, judged',
    statements: (capabilities) => [
      // The Distributed twin first would name a column that the shards do not have yet.
      ...(capabilities.distributed ? ['runs', 'runs_all'] : ['runs']).map((table) => {
        const codec = table === 'runs' ? ' codec(ZSTD(1))' : '';
        return `alter table ${DATABASE}.${table} add column if not exists steps Array(UInt16)${codec} after felt`;
      }),
      ...renderTable(JUDGED, capabilities),
    ],
  },
];
