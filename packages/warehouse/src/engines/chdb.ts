import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { Problem } from '@continuo/core';
import type { Session } from 'chdb';
import { DATABASE } from '../schema/render.ts';
import { type CompiledSql, compile } from '../sql.ts';
import type { AskOptions, Shard, Warehouse } from '../warehouse.ts';
import { busyProblem, chdbLimits, openProblem, prepareFolder } from './chdb-folder.ts';
import { type ChdbLane, createChdbLane } from './chdb-lane.ts';
import { engineProblem } from './engine-problem.ts';
import { createInsertFiles } from './insert-files.ts';
import { createLanes, type Lanes } from './lanes.ts';
import { quote } from './literal.ts';
import { decodeRows } from './rows.ts';
import { createRunning, runStoppable } from './running.ts';
import { createDatabase, insertStatement, READ_SECONDS, WRITE_SECONDS } from './statements.ts';

const READER_LANES = 4;

/** The engine itself would let one process open a folder twice; the two would clear away each other's insert files. */
const openFolders = new Set<string>();

export interface ChdbOptions {
  /** Memory of the whole engine; one statement may use half of it. Half of what the process may use when left out. */
  readonly memoryBytes?: number | undefined;
}

/**
 * Opens the embedded engine on a folder, made when absent. One folder a process, one process a folder.
 *
 * Each statement that runs occupies a libuv thread: up to 6 at once (1 writer, 4 readers, 1 that kills). With Node's
 * default of 4 threads four heavy questions kept a file read waiting for 29 s, so the program that opens this must have
 * been started with UV_THREADPOOL_SIZE=16. Main thread only: in a worker thread the process dies.
 * @throws Problem `folder.busy` naming the folder and the process that has it; `engine.failed` when it cannot be opened.
 */
export async function openChdb(folder: string, { memoryBytes }: ChdbOptions = {}): Promise<Warehouse> {
  const connect = await loadSession();
  const key = resolve(folder);
  if (openFolders.has(key)) throw busyProblem(folder, process.pid);
  const limits = chdbLimits(memoryBytes);
  const connectionArgs = prepareFolder(folder, limits);
  const openSession = (): Session => connect(folder, connectionArgs);
  const lane = (comment: string, readOnly: boolean): ChdbLane =>
    createChdbLane({ comment, readOnly, statementBytes: limits.statementBytes, connect: openSession });

  const writer = lane('continuo-writer', false);
  const readers = Array.from({ length: READER_LANES }, (_, i) => lane(`continuo-reader-${i + 1}`, true));
  const control = lane('continuo-control', false);
  try {
    await writer.run(compile(createDatabase), WRITE_SECONDS);
  } catch (error) {
    writer.close();
    throw openProblem(folder, error);
  }
  openFolders.add(key);
  const insertFiles = createInsertFiles(folder);
  const writing = createLanes([writer]);
  const reading = createLanes(readers);
  const controlling = createLanes([control]);
  const running = createRunning();

  // Without SYNC: from another lane of the same process KILL … SYNC never returned (2 of 2). A lane runs one statement
  // at a time and is held until the kill is over, so its comment means exactly the statement to end.
  const kill = (comment: string): Promise<void> =>
    controlling.use(async (killer) => {
      const text = `kill query where Settings['log_comment'] = ${quote(comment)} async`;
      await killer.run({ text, params: {} }, READ_SECONDS);
    });

  const run = (lanes: Lanes<ChdbLane>, statement: CompiledSql, limitSeconds: number, options: AskOptions) =>
    running.track(options.id ?? randomUUID(), options.signal, (signal) =>
      lanes.use(async (taken) => {
        const start = () => taken.run(statement, options.maxSeconds ?? limitSeconds);
        try {
          return await runStoppable(start, () => kill(taken.comment), signal);
        } catch (error) {
          throw engineProblem(error, statement.text);
        }
      }, signal),
    );

  const shard: Shard = {
    command: async (statement, options = {}) => {
      await run(writing, compile(statement), WRITE_SECONDS, options);
    },
    insert: async (table, columns, rows) => {
      if (rows.length === 0) return;
      await insertFiles.with(rows, (path) =>
        run(
          writing,
          { text: insertStatement(table, columns, `from infile ${quote(path)}`), params: {} },
          WRITE_SECONDS,
          {},
        ),
      );
    },
    query: async (statement, options = {}) => decodeRows(await run(reading, compile(statement), READ_SECONDS, options)),
  };

  const close = async (): Promise<void> => {
    // A session closed under a running statement ends the engine for the whole process.
    await Promise.all([writing.close(), reading.close()]);
    await controlling.close();
    for (const each of [...readers, control, writer]) each.close();
    openFolders.delete(key);
  };
  return {
    capabilities: { engine: 'chdb', shards: 1, distributed: false, insertsThroughFile: true },
    database: DATABASE,
    reads: { events: 'events', runs: 'runs', identities: 'identities', links: 'links' },
    shards: [shard],
    query: shard.query,
    cancel: running.cancel,
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** The only place that loads chDB: 566 MB that a program on a ClickHouse server never touches. */
async function loadSession(): Promise<(folder: string, connectionArgs: readonly string[]) => Session> {
  if (!isMainThread)
    throw new Problem('engine.failed', 'The embedded warehouse can only be opened on the main thread of a process.');
  try {
    const { Session } = await import('chdb');
    return (folder, connectionArgs) => new Session(folder, { connectionArgs });
  } catch (cause) {
    const message =
      'The embedded warehouse (chDB) is not installed on this machine, or not made for it. ' +
      'Install it with npm, or point CONTINUO_WAREHOUSE_URL to a ClickHouse server.';
    throw new Problem('engine.failed', message, { cause });
  }
}
