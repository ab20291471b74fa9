import { type Client, createClient } from '@continuo/contract';
import { readConfig, readServerFile, serve } from '@continuo/server';
import { say } from './print.ts';

export interface Connection {
  readonly client: Client;
  /** Base address of the API's server. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** The running server of the folder when there is one; else the folder itself, opened for this command. Says which. */
export async function connect(folder: string | undefined): Promise<Connection> {
  const config = readConfig(folder === undefined ? {} : { folder });
  const running = readServerFile(config.folder);
  if (running) {
    say(`Using the server at ${running.url}.`);
    return { client: clientAt(running.url), url: running.url, close: async () => {} };
  }
  say(`No server is running; opening ${config.folder}.`);
  const serving = await serve({ folder: config.folder, host: '127.0.0.1', port: 0, announce: false });
  return { client: clientAt(serving.url), url: serving.url, close: serving.close };
}

/** The typed client of a server at this address. */
export function clientAt(url: string): Client {
  return createClient((path, init) => fetch(path, init), `${url}/api/v1`);
}
