import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { type ClickHouseClient, type ClickHouseSettings, createClient } from '@clickhouse/client';
import { type CompiledSql, compile } from '../sql.ts';
import type { AskOptions, Shard } from '../warehouse.ts';
import { engineProblem } from './engine-problem.ts';
import { createLanes } from './lanes.ts';
import { inlineLongParameters } from './long-parameters.ts';
import { ANSWER_SETTINGS, decodeRows } from './rows.ts';
import { type Running, runStoppable } from './running.ts';
import { insertStatement, MAX_QUERY_BYTES, READ_SECONDS, WRITE_SECONDS } from './statements.ts';

/** Statements of each kind at once on one node; a server takes 100 in all and several app processes share it. */
const READS_AT_ONCE = 16;
const WRITES_AT_ONCE = 8;
/** Below the server's own keep-alive (10 s by default): a socket it closed first shows as "socket hang up". */
const IDLE_SOCKET_MS = 2500;

/** One ClickHouse server over HTTP. */
export interface HttpNode {
  readonly shard: Shard;
  /** Reads here; `stop` ends the statement of that id wherever it runs. */
  query(statement: CompiledSql, options: AskOptions, stop: (id: string) => Promise<void>): Promise<Rows>;
  /** Ends the statements of that id on this node and returns when they have ended. */
  kill(id: string): Promise<void>;
  /** Waits for what is under way, then lets the connections go. */
  close(): Promise<void>;
}

type Rows = readonly Record<string, unknown>[];

/** @param url may hold user and password; no request is sent until the first statement. */
export function createHttpNode(url: string, running: Running): HttpNode {
  const client = connect(url, READS_AT_ONCE + WRITES_AT_ONCE);
  // A kill must not wait behind the statements that it is meant to end.
  const control = connect(url, 2);
  const reading = createLanes(slots(READS_AT_ONCE));
  const writing = createLanes(slots(WRITES_AT_ONCE));

  const kill = async (id: string): Promise<void> => {
    const query = "kill query where Settings['log_comment'] = {id:String} sync";
    const clickhouse_settings = settings({ seconds: READ_SECONDS });
    try {
      await control.command({ query, query_params: { id }, clickhouse_settings });
    } catch (error) {
      throw engineProblem(error, query);
    }
  };

  const run = <T>(
    lanes: typeof reading,
    { options, text, stop }: { readonly options: AskOptions; readonly text: string; readonly stop: typeof kill },
    send: (id: string) => Promise<T>,
  ): Promise<T> => {
    const name = options.id ?? randomUUID();
    return running.track(name, options.signal, (signal) =>
      lanes.use(async () => {
        try {
          return await runStoppable(
            () => send(name),
            () => stop(name),
            signal,
          );
        } catch (error) {
          throw engineProblem(error, text);
        }
      }, signal),
    );
  };

  const query: HttpNode['query'] = ({ text, params }, options, stop) =>
    run(reading, { options, text, stop }, async (id) => {
      const answer = await client.query({
        ...request({ text, params }),
        format: 'JSONEachRow',
        // All settings of a request are checked before any is applied: `readonly` comes along with the limits and from
        // then on, in the statement itself, nothing can be written, read from a file or URL, or set.
        clickhouse_settings: { ...settings({ id, seconds: options.maxSeconds ?? READ_SECONDS }), readonly: '1' },
      });
      const rows = await answer.text();
      refuseHiddenException(answer.response_headers);
      return decodeRows(rows);
    });

  const write = (text: string, params: CompiledSql['params'], options: AskOptions, rows?: Uint8Array): Promise<void> =>
    run(writing, { options, text, stop: kill }, async (id) => {
      const sent = {
        ...request({ text, params }),
        clickhouse_settings: settings({ id, seconds: options.maxSeconds ?? WRITE_SECONDS }),
      };
      const answer = rows ? await client.exec({ ...sent, values: Readable.from([rows]) }) : await client.exec(sent);
      for await (const _ of answer.stream) {
        // An answer that is not read to its end keeps its socket.
      }
      refuseHiddenException(answer.response_headers);
    });

  return {
    kill,
    query,
    shard: {
      command: async (statement, options = {}) => {
        const { text, params } = compile(statement);
        await write(text, params, options);
      },
      insert: async (table, columns, rows) => {
        if (rows.length > 0) await write(insertStatement(table, columns), {}, {}, rows);
      },
      query: (statement, options = {}) => query(compile(statement), options, kill),
    },
    close: async () => {
      await Promise.all([reading.close(), writing.close()]);
      await Promise.all([client.close(), control.close()]);
    },
  };
}

function connect(url: string, connections: number): ClickHouseClient {
  return createClient({
    url,
    application: 'continuo',
    max_open_connections: connections,
    // Longer than any statement may take: the engine's limit speaks first, with a reason.
    request_timeout: (WRITE_SECONDS + 60) * 1000,
    keep_alive: { enabled: true, idle_socket_ttl: IDLE_SOCKET_MS },
    // Lists of ids leave the URL, which servers limit, for the body.
    use_multipart_params_auto: true,
    log: { level: 127 },
  });
}

function settings({ id, seconds }: { readonly id?: string; readonly seconds: number }): ClickHouseSettings {
  return {
    ...ANSWER_SETTINGS,
    ...(id === undefined ? {} : { log_comment: id }),
    max_execution_time: seconds,
    // The status line is written when the answer is complete, so an error in the middle is an error, not half an answer.
    wait_end_of_query: 1,
    async_insert: 0,
    max_query_size: String(MAX_QUERY_BYTES),
    // Should one of our tables be written through Distributed all the same: answered when the shards have it.
    distributed_foreground_insert: 1,
  };
}

/** A read of the body that timed out was seen to answer 200 with only this header set: rows silently lost. */
function refuseHiddenException(headers: Readonly<Record<string, unknown>>): void {
  const code = headers['x-clickhouse-exception-code'];
  if (code !== undefined)
    throw new Error(`Code: ${String(code)}. DB::Exception: reported in a header after status 200`);
}

function request(statement: CompiledSql): { readonly query: string; readonly query_params: Record<string, unknown> } {
  const { text, params } = inlineLongParameters(statement);
  return { query: text, query_params: values(params) };
}

/** Plain values for the client; text is made well-formed, because it percent-encodes and a lone surrogate throws there. */
function values(params: CompiledSql['params']): Record<string, unknown> {
  return Object.fromEntries(Object.entries(params).map(([id, { value }]) => [id, wellFormed(value)]));
}

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(LONE_SURROGATE, '\uFFFD');
  return Array.isArray(value) ? value.map((item) => wellFormed(item)) : value;
}

function slots(count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => i);
}
