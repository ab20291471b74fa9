import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Row } from './row-facts.ts';

/** Opens DuckDB with the two threads that a statement has on the other side, and memory enough not to spill at 20M. */
export async function openDuckdb(path: string, mode: 'read_only' | 'read_write'): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(path, {
    access_mode: mode === 'read_only' ? 'READ_ONLY' : 'READ_WRITE',
    threads: '2',
    memory_limit: '8GB',
    temp_directory: `${path}.tmp`,
  });
  return instance.connect();
}

/** All rows as plain objects. */
export async function rowsOf(connection: DuckDBConnection, statement: string): Promise<readonly Row[]> {
  const reader = await connection.runAndReadAll(statement);
  return reader.getRowObjectsJS() as readonly Row[];
}
