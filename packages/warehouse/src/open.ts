import { Problem } from '@continuo/core';
import { type ChdbOptions, openChdb } from './engines/chdb.ts';
import type { Warehouse } from './warehouse.ts';

/**
 * Opens the warehouse at a location: `chdb:<folder>` (embedded), an http(s) address (one ClickHouse server), or several
 * with commas between (the shards of a cluster, in their order). Options concern the embedded engine; servers have their own.
 * @throws Problem `input.invalid` for any other form; else what the engine says.
 */
export async function openWarehouse(location: string, options: ChdbOptions = {}): Promise<Warehouse> {
  if (location.startsWith('chdb:') && location.length > 'chdb:'.length)
    return openChdb(location.slice('chdb:'.length), options);
  const urls = location.split(',').map((url) => url.trim());
  if (!urls.every((url) => /^https?:\/\/./.test(url))) {
    throw new Problem(
      'input.invalid',
      'A warehouse is named by chdb:<folder>, by the http address of a ClickHouse server, or by several such addresses with commas between.',
    );
  }
  const [first] = urls;
  // Only who has a server loads its client.
  if (urls.length === 1 && first !== undefined)
    return import('./engines/clickhouse.ts').then(({ openClickhouse }) => openClickhouse(first));
  return import('./engines/cluster.ts').then(({ openCluster }) => openCluster(urls));
}
