import { randomUUID } from 'node:crypto';
import { mkdirSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '@continuo/core';
import { type CompiledSql, compile, type Sql } from '../sql.ts';
import type { AskOptions, Shard, Warehouse } from '../warehouse.ts';
import { parameterText, quote } from './literal.ts';

// First, plain form; lanes, limits, cancel and typed errors come with the engine work.
export async function openChdb(folder: string): Promise<Warehouse> {
  const { Session } = await import('chdb');
  mkdirSync(folder, { recursive: true });
  const session = new Session(folder);
  const run = async (compiled: CompiledSql, format?: string): Promise<string> => {
    for (const [id, param] of Object.entries(compiled.params))
      session.query(`SET param_${id} = ${quote(parameterText(param))}`);
    try {
      const result = await session.queryAsync(compiled.text, format ? { format } : {});
      return result.text();
    } catch (error) {
      throw new Problem(
        'engine.failed',
        `The engine refused a statement: ${(error as Error).message}\n${compiled.text}`,
        { cause: error },
      );
    }
  };
  const shard: Shard = {
    command: async (statement: Sql) => {
      await run(compile(statement));
    },
    insert: async (table, columns, rows) => {
      if (rows.length === 0) return;
      const file = join(folder, `insert-${randomUUID()}.bin`);
      writeFileSync(file, rows);
      try {
        await session.queryAsync(
          `insert into ${table} (${columns.join(',')}) select * from file(${quote(file)}, RowBinary, (select arrayStringConcat(groupArray(concat(name,' ',type)), ', ') from (select name, type from system.columns where concat(database,'.',table) = ${quote(table)} and name in (${columns.map(quote).join(',')}) order by indexOf([${columns.map(quote).join(',')}], name))))`,
        );
      } finally {
        unlinkSync(file);
      }
    },
    query: async (statement: Sql, _options?: AskOptions) => {
      const answer = await run(compile(statement), 'JSONEachRow');
      return answer
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    },
  };
  session.query('SET output_format_json_quote_64bit_integers = 1');
  return {
    capabilities: { engine: 'chdb', shards: 1, distributed: false, insertsThroughFile: true },
    database: 'continuo',
    reads: { events: 'events', runs: 'runs', identities: 'identities', links: 'links' },
    shards: [shard],
    query: shard.query,
    cancel: async () => {},
    close: async () => {
      session.close();
    },
    [Symbol.asyncDispose]: async () => {
      session.close();
    },
  };
}
