import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '@continuo/core';
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import statics from '@fastify/static';
import fastify, { type FastifyInstance } from 'fastify';
import type { Log } from '../log.ts';
import { guardHosts } from './guard.ts';
import { problemDetails } from './problems.ts';

export interface AppOptions {
  readonly log: Log;
  readonly hosts: () => ReadonlySet<string>;
  /** The public address when there is one: a proxy on this machine may then say where requests come from. */
  readonly url: string | null;
  /** Folder of the built web app; pages are missing when it does not exist. */
  readonly webFolder: string;
}

// Style attributes are set from script only, which CSP does not count as inline style: no 'unsafe-inline' is needed.
const CSP = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  connectSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'", 'data:'],
  manifestSrc: ["'self'"],
  // The preview of a survey is a page of its own, in a frame.
  frameSrc: ["'self'"],
  workerSrc: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
};

/** The HTTP server without any feature: limits, headers, errors, the guard and the pages. */
export async function createApp({ log, hosts, url, webFolder }: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: log as never,
    bodyLimit: 1_000_000,
    genReqId: () => randomUUID(),
    requestTimeout: 0,
    // Gaps are named by activities, whose names may be 500 characters of three bytes each, percent-encoded.
    routerOptions: { maxParamLength: 5000 },
    trustProxy: url === null ? false : 'loopback',
  }) as unknown as FastifyInstance;
  guardHosts(app, hosts);
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: CSP },
    hsts: url?.startsWith('https:') ?? false,
  });
  await app.register(compress, { threshold: 2048, encodings: ['gzip', 'deflate'] });
  await app.register(multipart, { limits: { files: 1, fileSize: Number.MAX_SAFE_INTEGER, fields: 10 } });
  app.setErrorHandler((error, request, reply) => {
    const details = problemDetails(error, request.id);
    if (details.status >= 500) log.error({ err: error, request: request.id }, 'request.failed');
    const { waitMs } = error instanceof Problem ? error.details : {};
    if (typeof waitMs === 'number') reply.header('retry-after', Math.ceil(waitMs / 1000));
    return reply.status(details.status).type('application/problem+json').send(details);
  });
  await servePages(app, webFolder);
  return app;
}

async function servePages(app: FastifyInstance, webFolder: string): Promise<void> {
  const hasPages = existsSync(join(webFolder, 'index.html'));
  if (hasPages)
    await app.register(statics, {
      root: webFolder,
      wildcard: false,
      setHeaders: (reply, path) => {
        // Built files carry their hash in the name; the page itself must always be fresh.
        reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  app.setNotFoundHandler((request, reply) => {
    if (request.url.startsWith('/api/'))
      throw new Problem('input.invalid', `There is nothing at ${request.url.split('?')[0]}.`);
    // A page of the version before asks for files that an update took away: with the page in their place it would stay blank.
    if (request.url.startsWith('/assets/')) return reply.status(404).type('text/plain').send('There is no such file.');
    if (!hasPages) return reply.status(503).type('text/plain').send('The web app is not built. Run: npm run build');
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
}
