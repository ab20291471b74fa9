import { resolve } from 'node:path';
import { Problem } from '@continuo/core';
import { z } from 'zod';

const schema = z.object({
  CONTINUO_PORT: z.coerce.number().int().min(0).max(65_535).default(4400),
  CONTINUO_HOST: z.string().default('127.0.0.1'),
  CONTINUO_FOLDER: z.string().default('.continuo'),
  CONTINUO_WAREHOUSE_URL: z.string().optional(),
  CONTINUO_STATE_URL: z.string().optional(),
  CONTINUO_LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
  CONTINUO_TIME_ZONE: z.string().optional(),
  /** Until there are accounts, only loopback is served. `1` lifts that, at the operator's own risk. */
  CONTINUO_ALLOW_INSECURE: z.enum(['0', '1']).default('0'),
});

export interface Config {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Absolute path of the data folder. */
  readonly folder: string;
  /** `chdb:<folder>` or ClickHouse URLs, comma separated. May hold a password: never logged. */
  readonly warehouse: string;
  /** `sqlite:<file>` or `postgres://…`. May hold a password: never logged. */
  readonly state: string;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** IANA zone of a new workspace. */
  readonly timeZone: string;
}

/** Wishes from the command line; they win over the environment. */
export type ConfigWishes = Partial<Pick<Config, 'port' | 'host' | 'folder'>>;

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/**
 * The only reader of the environment: one frozen configuration.
 * Throws `input.invalid` for unknown `CONTINUO_` variables, bad values, and addresses beyond loopback.
 */
export function readConfig(wishes: ConfigWishes = {}, environment: NodeJS.ProcessEnv = process.env): Config {
  const known = new Set(Object.keys(schema.shape));
  const unknown = Object.keys(environment).filter(
    (key) => key.startsWith('CONTINUO_') && !known.has(key) && !ELSEWHERE.has(key),
  );
  if (unknown.length > 0)
    throw new Problem('input.invalid', `Unknown setting ${unknown.join(', ')}. Known are: ${[...known].join(', ')}.`);
  const read = schema.safeParse(environment);
  if (!read.success) throw new Problem('input.invalid', `A setting cannot be read: ${z.prettifyError(read.error)}`);
  const values = read.data;
  const host = wishes.host ?? values.CONTINUO_HOST;
  if (!LOOPBACK.has(host) && values.CONTINUO_ALLOW_INSECURE !== '1')
    throw new Problem(
      'input.invalid',
      `Continuo has no accounts yet and serves this machine only; it will not listen on ${host}. Use 127.0.0.1, or set CONTINUO_ALLOW_INSECURE=1 if a guarded network stands before it.`,
    );
  const folder = resolve(wishes.folder ?? values.CONTINUO_FOLDER);
  return Object.freeze({
    host,
    port: wishes.port ?? values.CONTINUO_PORT,
    folder,
    warehouse: values.CONTINUO_WAREHOUSE_URL ?? `chdb:${folder}/warehouse`,
    state: values.CONTINUO_STATE_URL ?? `sqlite:${folder}/state.sqlite`,
    logLevel: values.CONTINUO_LOG_LEVEL,
    timeZone: values.CONTINUO_TIME_ZONE ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
}

// Read by the test suite, not by the server.
const ELSEWHERE = new Set(['CONTINUO_SHARED', 'CONTINUO_BENCH']);
