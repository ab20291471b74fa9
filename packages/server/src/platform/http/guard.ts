import { Problem } from '@continuo/core';
import type { FastifyInstance } from 'fastify';

/**
 * Until there are accounts, the address is the only lock: a foreign page must not reach the server through the
 * browser (DNS rebinding, cross-site requests). Host must be ours, Origin ours or absent.
 */
export function guardLoopback(app: FastifyInstance, hosts: () => ReadonlySet<string>): void {
  app.addHook('onRequest', async (request) => {
    const refusal = refusalOf(request.headers, hosts());
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

/** The names under which a loopback server is reached at a port. */
export function loopbackHosts(host: string, port: number): ReadonlySet<string> {
  return new Set([`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`, `${host}:${port}`]);
}
