import { type Client, createClient, type Fetch } from '@continuo/contract';
import { Problem } from '@continuo/core';
import { readConfig, readServerFile } from '@continuo/server/local';
import { say } from './print.ts';

export interface Connection {
  readonly client: Client;
  /** Base address of the API's server. */
  readonly url: string;
  /** `fetch` that says who asks; for addresses of this server only. */
  readonly fetch: Fetch;
  readonly close: () => Promise<void>;
}

/** Where to go: a data folder of this machine, or a server by its address. */
export interface Target {
  readonly folder?: string | undefined;
  readonly url?: string | undefined;
}

/**
 * The server at `url`, with the token of `CONTINUO_TOKEN`; else the running server of the folder when there is one; else
 * the folder itself, opened for this command. Says which. Throws `input.invalid` for an address that is none.
 */
export async function connect(target: Target | string | undefined): Promise<Connection> {
  const { folder, url }: Target = typeof target === 'object' ? target : { folder: target };
  const config = readConfig(folder === undefined ? {} : { folder });
  if (url !== undefined) {
    say(`Using the server at ${url}.`);
    return connectionTo(addressOf(url), config.token);
  }
  const running = readServerFile(config.folder);
  if (running) {
    say(`Using the server at ${running.url}.`);
    return connectionTo(running.url, running.token);
  }
  say(`No server is running; opening ${config.folder}.`);
  const { serve } = await import('@continuo/server');
  const serving = await serve({ folder: config.folder, host: '127.0.0.1', port: 0, announce: false });
  return { ...connectionTo(serving.url, serving.token), close: serving.close };
}

function addressOf(url: string): string {
  if (!URL.canParse(url) || !/^https?:/.test(url))
    throw new Problem(
      'input.invalid',
      `--url is not an address: “${url}”. Write for instance https://journeys.example.org.`,
    );
  return url.replace(/\/+$/, '');
}

/** A connection that shows a token with each request; null: none is shown. */
export function connectionTo(url: string, token: string | null): Connection {
  const asked: Fetch = (path, init = {}) => {
    const headers = new Headers(init.headers);
    if (token !== null) headers.set('authorization', `Bearer ${token}`);
    return fetch(path, { ...init, headers });
  };
  return { client: createClient(asked, `${url}/api/v1`), url, fetch: asked, close: async () => {} };
}
