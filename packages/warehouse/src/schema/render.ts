import type { Capabilities } from '../warehouse.ts';
import { TABLE_SETTINGS, type Table } from './tables.ts';

export const DATABASE = 'continuo';
/** Name of the cluster in `remote_servers`. */
export const CLUSTER = 'continuo';

/** CREATE statements of one table for one node: the table itself, and on a cluster the Distributed `<name>_all`. */
export function renderTable(table: Table, capabilities: Pick<Capabilities, 'distributed'>): readonly string[] {
  const local = `create table if not exists ${DATABASE}.${table.name} (${table.columns}
) engine = ${table.engine} order by ${table.orderBy} settings ${TABLE_SETTINGS}`;
  if (!capabilities.distributed || table.shardBy === null) return [local];
  return [
    local,
    `create table if not exists ${DATABASE}.${table.name}_all as ${DATABASE}.${table.name}
  engine = Distributed('${CLUSTER}', '${DATABASE}', '${table.name}', ${table.shardBy})`,
  ];
}
