import { Problem } from '@continuo/core';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  type SelectModifierNode,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type TransactionSettings,
} from 'kysely';
import { openSqliteFile, type SqliteFile } from './libsql.ts';

/** Longest wait for the one connection. A longer one is a query outside the transaction that awaits it: a deadlock. */
const LONGEST_WAIT_MS = 30_000;

class Compiler extends SqliteQueryCompiler {
  /** `for update` is nothing here: a transaction begins `immediate`, so it holds the only write lock already. */
  protected override visitSelectModifier(node: SelectModifierNode): void {
    if (node.rawModifier !== undefined) super.visitSelectModifier(node);
  }
}

class Connection implements DatabaseConnection {
  readonly #file: SqliteFile;

  constructor(file: SqliteFile) {
    this.#file = file;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const statement = this.#file.prepare(sql);
    if (statement.isReader) return { rows: [...statement.all(parameters)] as R[] };
    return { rows: [], numAffectedRows: BigInt(statement.run(parameters)) };
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    // One piece: an open cursor would keep the only connection from everybody else.
    yield await this.executeQuery<R>(query);
  }

  execute(text: string): void {
    this.#file.execute(text);
  }
}

/** Hands out the one connection to one caller at a time, in the order of asking. */
class Turnstile {
  readonly #waiting: (() => void)[] = [];
  #isTaken = false;

  async enter(): Promise<void> {
    if (!this.#isTaken) {
      this.#isTaken = true;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const go = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(go), 1);
        reject(
          new Problem('state.failed', 'The state store was busy with one transaction for 30 s.', {
            details: { reason: 'busy' },
          }),
        );
      }, LONGEST_WAIT_MS);
      this.#waiting.push(go);
    });
  }

  leave(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#isTaken = false;
    else next();
  }
}

class SqliteDriver implements Driver {
  readonly #file: SqliteFile;
  readonly #connection: Connection;
  readonly #turnstile = new Turnstile();

  constructor(file: SqliteFile) {
    this.#file = file;
    this.#connection = new Connection(file);
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<Connection> {
    await this.#turnstile.enter();
    return this.#connection;
  }

  async beginTransaction(connection: Connection, settings: TransactionSettings): Promise<void> {
    connection.execute(settings.accessMode === 'read only' ? 'begin' : 'begin immediate');
  }

  async commitTransaction(connection: Connection): Promise<void> {
    connection.execute('commit');
  }

  async rollbackTransaction(connection: Connection): Promise<void> {
    connection.execute('rollback');
  }

  async releaseConnection(): Promise<void> {
    this.#turnstile.leave();
  }

  async destroy(): Promise<void> {
    this.#file.close();
  }
}

/** Kysely on one SQLite file through one connection; transactions follow one another. Opens the file at once. */
export function sqliteDialect(path: string): Dialect {
  const file = openSqliteFile(path);
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new SqliteDriver(file),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new Compiler(),
  };
}
