import { Problem } from '@continuo/core';
import type { FastifyInstance } from 'fastify';

/** Where pages of other sites find the script that asks for feedback. */
export const SHARED_SCRIPT = '/s/ask.js';

/**
 * A foreign page must not reach the server through the browser (DNS rebinding, cross-site requests). Host must be ours,
 * Origin ours or absent. Links from elsewhere may open pages, nothing else.
 */
export function guardHosts(app: FastifyInstance, hosts: () => ReadonlySet<string>): void {
  app.addHook('onRequest', async (request) => {
    const { headers, method, url } = request;
    const isLink = method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && !url.startsWith('/api/');
    // The one file that pages of other sites load: a script which does nothing until it is called.
    const isShared = method === 'GET' && url.split('?')[0] === SHARED_SCRIPT;
    const refusal = refusalOf(isLink || isShared ? { host: headers.host } : headers, hosts());
    if (refusal) throw new Problem('request.refused', refusal);
  });
}

/** Why a request is refused; null when it may pass. `hosts` are `name:port` in lower case. */
export function refusalOf(
  headers: {
    readonly host?: string | undefined;
    readonly origin?: string | undefined;
    readonly 'sec-fetch-site'?: string | string[] | undefined;
  },
  hosts: ReadonlySet<string>,
): string | null {
  const host = headers.host?.toLowerCase();
  if (host === undefined || !hosts.has(host)) return `This server answers on ${[...hosts][0]} only.`;
  const { origin } = headers;
  if (origin !== undefined && !hosts.has(origin.toLowerCase().replace(/^https?:\/\//, '')))
    return 'Pages of other sites may not call this server.';
  if (headers['sec-fetch-site'] === 'cross-site') return 'Pages of other sites may not call this server.';
  return null;
}

/** The names under which a server is reached at a port: those of this machine, and its public address when it has one. */
export function ownHosts(host: string, port: number, url: string | null = null): ReadonlySet<string> {
  const own = [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`, `${host}:${port}`.toLowerCase()];
  return new Set(url === null ? own : [...own, new URL(url).host.toLowerCase()]);
}
