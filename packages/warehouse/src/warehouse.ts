import type { Sql } from './sql.ts';

/** What an engine can do, as data: code asks for a capability, never for an engine's name. */
export interface Capabilities {
  readonly engine: 'chdb' | 'clickhouse' | 'cluster';
  /** Number of shards; fixed when the database is made, checked at start. */
  readonly shards: number;
  /** Reads go through Distributed tables; semi-joins on events need `global in`. */
  readonly distributed: boolean;
  /** Rows travel as RowBinary through a file of the data folder (chDB) instead of the request body. */
  readonly insertsThroughFile: boolean;
}

export interface AskOptions {
  /** Names the statement in `log_comment`, so that it can be cancelled. Generated when left out. */
  readonly id?: string;
  /** Engine-side limit, seconds. Default 60 for reads, 3600 for writes. */
  readonly maxSeconds?: number;
  /** Aborting it really stops the statement in the engine (KILL QUERY), then rejects with `engine.cancelled`. */
  readonly signal?: AbortSignal | undefined;
}

/** One process that holds one shard. Statements on it name its own (local) tables. */
export interface Shard {
  /** Write lane: DDL, INSERT … SELECT, DELETE, SYSTEM. */
  command(statement: Sql, options?: AskOptions): Promise<void>;
  /** Inserts rows in RowBinary into a local table; resolves when they are durable. An empty buffer is nothing. */
  insert(table: string, columns: readonly string[], rows: Uint8Array): Promise<void>;
  /** Read lane with `readonly`: cannot write, cannot read files or URLs. One object a row; 64-bit integers are strings. */
  query(statement: Sql, options?: AskOptions): Promise<readonly Record<string, unknown>[]>;
}

/** Tables as reads must name them: Distributed on a cluster, plain otherwise. All are in database `database`. */
export interface TableNames {
  readonly events: string;
  readonly runs: string;
  readonly identities: string;
  readonly links: string;
}

/**
 * The analytics store. `query` answers over all shards.
 * Errors are `Problem`s with `engine.timeout | cancelled | memory | disk_full | overloaded | failed | unreachable`.
 */
export interface Warehouse extends AsyncDisposable {
  readonly capabilities: Capabilities;
  readonly database: string;
  readonly reads: TableNames;
  readonly shards: readonly Shard[];
  query(statement: Sql, options?: AskOptions): Promise<readonly Record<string, unknown>[]>;
  /** Stops a running statement by its id, on every shard; unknown ids are ignored. */
  cancel(id: string): Promise<void>;
  close(): Promise<void>;
}
