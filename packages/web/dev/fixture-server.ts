/* Serves dist/ and hand-made answers, to look at pages without a server: `npx tsx --conditions=@continuo/source packages/web/dev/fixture-server.ts`. Not shipped. */
import { createReadStream, existsSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { extname, join } from 'node:path';
import { dryRun, imports, overview, stories, story } from './pages.ts';
import { session } from './session.ts';
import { activities, answer, pathGraph, people, summary, timeline, variants } from './world.ts';

const DIST = join(import.meta.dirname, '../dist');
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const POLICY = "default-src 'self'; style-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'";

async function bodyOf(request: IncomingMessage): Promise<{ scope?: object; input?: Record<string, number | null> }> {
  let text = '';
  for await (const part of request) text += part;
  return text.startsWith('{') ? JSON.parse(text) : {};
}

async function reply(path: string, request: IncomingMessage): Promise<unknown> {
  if (path === '/session') return session;
  if (path === '/overview' || path === '/demo') return overview;
  if (path.startsWith('/seen/')) return { seen: true };
  if (path === '/stories') return stories;
  if (path.startsWith('/stories/')) return story;
  if (path === '/imports') return request.method === 'POST' ? imports[0] : imports;
  if (path.endsWith('/dry-run')) return dryRun;
  const id = /^\/imports\/(\d+)/.exec(path)?.[1];
  if (id) return imports.find((one) => one.id === Number(id));
  const question = /^\/ask\/(.+)$/.exec(path)?.[1];
  const { scope = {}, input = {} } = await bodyOf(request);
  const results: Readonly<Record<string, () => unknown>> = {
    summary: () => summary,
    activities: () => activities,
    variants: () => variants,
    people: () => people,
    timeline: () => timeline,
    'path-graph': () => pathGraph(input.activityShare ?? null, input.pathShare ?? null),
  };
  const make = question ? results[question] : undefined;
  return make ? answer(question ?? '', make(), scope) : undefined;
}

createServer(async (request, response) => {
  const path = new URL(request.url ?? '/', 'http://x').pathname;
  if (path.startsWith('/api/v1')) {
    const found = await reply(path.slice(7), request);
    const problem = {
      type: 'about:blank',
      title: 'Not here',
      status: 404,
      detail: 'The fixture has no answer to this.',
      code: 'fixture',
    };
    response.writeHead(found === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(found ?? problem));
    return;
  }
  const file = join(DIST, path);
  const served = path !== '/' && existsSync(file) ? file : join(DIST, 'index.html');
  response.writeHead(200, {
    'content-type': TYPES[extname(served)] ?? 'application/octet-stream',
    'content-security-policy': POLICY,
  });
  createReadStream(served).pipe(response);
}).listen(4417, '127.0.0.1');
