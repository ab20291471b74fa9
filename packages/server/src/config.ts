import { resolve } from 'node:path';
import { Problem } from '@continuo/core';
import { z } from 'zod';
import { type Networks, parseNetworks } from './platform/guard-address.ts';

const schema = z.object({
  CONTINUO_PORT: z.coerce.number().int().min(0).max(65_535).default(4400),
  CONTINUO_HOST: z.string().default('127.0.0.1'),
  CONTINUO_FOLDER: z.string().default('.continuo'),
  CONTINUO_WAREHOUSE_URL: z.string().optional(),
  CONTINUO_STATE_URL: z.string().optional(),
  /** Keys that seal secrets of the state, one a line, the newest first. */
  CONTINUO_KEY_FILE: z.string().min(1).optional(),
  CONTINUO_LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
  CONTINUO_TIME_ZONE: z.string().optional(),
  /** The address under which people reach the server, for instance `https://journeys.example.org`. */
  CONTINUO_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Of a user, for the command line. */
  CONTINUO_TOKEN: z.string().min(1).optional(),
  /** `1`: passwords and data may cross a network without TLS, at the operator's own risk. */
  CONTINUO_ALLOW_INSECURE: z.enum(['0', '1']).default('0'),
  /** Mail server, `smtp://user:password@host:587` or `smtps://…`; without it e-mails are kept and not sent. */
  CONTINUO_MAIL: z
    .string()
    .regex(/^smtps?:\/\/[^\s/]+\/?$/, 'write it like smtps://user:password@mail.example.org')
    .optional(),
  /** Who writes, for instance `Continuo <journeys@example.org>`. */
  CONTINUO_MAIL_FROM: z
    .string()
    .regex(/^[^\s<>@]+@[^\s<>@]+$|^[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>$/, 'write it like Continuo <journeys@example.org>')
    .optional(),
  /** Private networks that webhooks may reach, comma separated, for instance `10.0.0.0/8`. */
  CONTINUO_WEBHOOK_ALLOW: z.string().default(''),
});

export interface Config {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Public address without a slash at the end; null: this machine only. */
  readonly url: string | null;
  /** Personal token for the command line; null without one. A secret: never logged. */
  readonly token: string | null;
  /** Without an account everybody may do everything, as long as there is none: loopback only, no public address. */
  readonly mayBeOpen: boolean;
  /** Absolute path of the data folder. */
  readonly folder: string;
  /** Absolute path of the file with the keys that seal secrets of the state. */
  readonly keyFile: string;
  /** `chdb:<folder>` or ClickHouse URLs, comma separated. May hold a password: never logged. */
  readonly warehouse: string;
  /** `sqlite:<file>` or `postgres://…`. May hold a password: never logged. */
  readonly state: string;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** IANA zone of a new workspace. */
  readonly timeZone: string;
  /** Null: e-mails are kept, not sent. The server's address holds a password: never logged. */
  readonly mail: { readonly server: string; readonly from: string } | null;
  /** Private networks that webhooks may reach. */
  readonly webhookAllow: Networks;
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
  const url = values.CONTINUO_URL?.replace(/\/+$/, '') ?? null;
  mustBeGuarded(host, url, values.CONTINUO_ALLOW_INSECURE === '1');
  const folder = resolve(wishes.folder ?? values.CONTINUO_FOLDER);
  return Object.freeze({
    host,
    port: wishes.port ?? values.CONTINUO_PORT,
    url,
    token: values.CONTINUO_TOKEN ?? null,
    mayBeOpen: LOOPBACK.has(host) && (url === null || isOfThisMachine(url)),
    folder,
    keyFile: resolve(values.CONTINUO_KEY_FILE ?? `${folder}/secrets.key`),
    warehouse: values.CONTINUO_WAREHOUSE_URL ?? `chdb:${folder}/warehouse`,
    state: values.CONTINUO_STATE_URL ?? `sqlite:${folder}/state.sqlite`,
    logLevel: values.CONTINUO_LOG_LEVEL,
    timeZone: values.CONTINUO_TIME_ZONE ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    mail: mailOf(values.CONTINUO_MAIL, values.CONTINUO_MAIL_FROM),
    webhookAllow: parseNetworks(values.CONTINUO_WEBHOOK_ALLOW),
  });
}

function mailOf(server: string | undefined, from: string | undefined): Config['mail'] {
  if (server === undefined) return null;
  if (!URL.canParse(server))
    throw new Problem(
      'input.invalid',
      'CONTINUO_MAIL cannot be read. Letters like @ or / in a password are written %40 or %2F.',
    );
  if (from === undefined)
    throw new Problem('input.invalid', 'CONTINUO_MAIL is set, but not who writes. Set CONTINUO_MAIL_FROM too.');
  return { server, from };
}

/** Beyond this machine passwords need TLS: a proxy that has it, and whose address is known. */
function mustBeGuarded(host: string, url: string | null, isInsecureAllowed: boolean): void {
  if (isInsecureAllowed) return;
  const isSecure = url?.startsWith('https:') ?? false;
  if (!LOOPBACK.has(host) && !isSecure)
    throw new Problem(
      'input.invalid',
      `Continuo will not listen on ${host} without TLS: passwords would cross the network in the open. Put a proxy with TLS before it and set CONTINUO_URL=https://…, or set CONTINUO_ALLOW_INSECURE=1 if the network itself is guarded.`,
    );
  if (url !== null && !isSecure && !isOfThisMachine(url))
    throw new Problem(
      'input.invalid',
      `CONTINUO_URL is ${url}: without https passwords would cross the network in the open. Use an https address, or set CONTINUO_ALLOW_INSECURE=1 if the network itself is guarded.`,
    );
}

function isOfThisMachine(url: string): boolean {
  return LOOPBACK.has(new URL(url).hostname.replace(/^\[|\]$/g, ''));
}

// Read by the test suite, not by the server.
const ELSEWHERE = new Set(['CONTINUO_SHARED', 'CONTINUO_BENCH']);
