import { FILE_ROUTES, QUESTIONS, type QuestionName, ROUTES } from '@continuo/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importText, type Running, startRunning } from './running.ts';

let server: Running;
beforeAll(async () => {
  server = await startRunning();
});
afterAll(() => server?.close());

/** The least each question needs beside its defaults. */
const LEAST: Partial<Record<QuestionName, object>> = {
  funnel: { steps: [['a'], ['b']] },
  silent: { at: { kind: 'activity', activity: 'a' } },
  timeline: { person: '1' },
};

test('an empty workspace says that there is nothing, and invents no number', async () => {
  const overview = await server.client.call('overview');
  expect(overview).toMatchObject({
    events: 0,
    firstMs: null,
    lastMs: null,
    dataAsOfMs: null,
    attributes: [],
    suggestedGap: null,
  });
  expect(await server.client.call('stories')).toEqual({ worst: null, best: null });
});

const looksAtMap = (name: QuestionName): boolean => name.startsWith('journey-');

test.each((Object.keys(QUESTIONS) as QuestionName[]).filter(looksAtMap))('%s needs a map', async (name) => {
  const invalid = { status: 400, details: { code: 'input.invalid', detail: expect.stringContaining('journey') } };
  await expect(server.client.ask(name)).rejects.toMatchObject(invalid);
  await expect(server.client.ask(name, { scope: { unit: 'case' } })).rejects.toMatchObject(invalid);
});

test.each((Object.keys(QUESTIONS) as QuestionName[]).filter((name) => !looksAtMap(name)))(
  '%s answers on an empty workspace, for every unit',
  async (name) => {
    for (const scope of [{}, { unit: 'case' as const }, { unit: 'gap' as const, gapMs: 60_000 }]) {
      const answer = await server.client.ask(name, { scope, input: (LEAST[name] ?? {}) as never });
      expect(answer).toMatchObject({ question: name, population: { people: 0, runs: 0, events: 0 }, dataAsOfMs: null });
    }
  },
);

async function raw(
  path: string,
  init: RequestInit & { headers?: Record<string, string> } = {},
): Promise<{ status: number; body: Record<string, unknown> }> {
  const reply = await fetch(`${server.url}${path}`, init);
  return { status: reply.status, body: (await reply.json()) as Record<string, unknown> };
}

test('a file of another version is not found, and never the page in its place', async () => {
  const reply = await fetch(`${server.url}/assets/of-another-version.js`);
  expect(reply.status).toBe(404);
  expect(reply.headers.get('content-type')).toMatch(/^text\/plain/);
});

test('what cannot be understood is refused with a code, the place and the words', async () => {
  const json = { method: 'POST', headers: { 'content-type': 'application/json' } };
  expect(await raw('/api/v1/ask/nothing', { ...json, body: '{}' })).toMatchObject({
    status: 404,
    body: { code: 'question.unknown' },
  });
  expect(await raw('/api/v1/ask/funnel', { ...json, body: '{"input":{"steps":[["a"]]}}' })).toMatchObject({
    status: 400,
    body: { code: 'input.invalid', detail: expect.stringContaining('steps') },
  });
  expect(
    await raw('/api/v1/ask/summary', { ...json, body: '{"scope":{"range":{"fromMs":9,"toMs":3}}}' }),
  ).toMatchObject({ status: 400 });
  expect(await raw('/api/v1/ask/summary', { ...json, body: '{not json' })).toMatchObject({
    status: 400,
    body: { code: 'input.invalid' },
  });
  expect(await raw('/api/v1/imports/999')).toMatchObject({ status: 404, body: { code: 'import.unknown' } });
  expect(await raw('/api/v1/stories/p-1-1')).toMatchObject({ status: 404, body: { code: 'run.unknown' } });
  expect(await raw('/api/v1/nowhere')).toMatchObject({ status: 400, body: { code: 'input.invalid' } });
});

test('a body cannot choose the workspace', async () => {
  const { body } = await raw('/api/v1/ask/summary', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"scope":{"workspace":77}}',
  });
  expect(body).toMatchObject({ scope: { workspace: 1 } });
});

test('a page of another site is refused', async () => {
  expect(await raw('/api/v1/overview', { headers: { origin: 'https://evil.example' } })).toMatchObject({
    status: 403,
    body: { code: 'request.refused' },
  });
});

test('every route of the contract is described in the OpenAPI document', async () => {
  const { body } = await raw('/api/v1/openapi.json');
  const paths = Object.keys(body.paths as object);
  for (const { path } of [...Object.values(ROUTES), ...Object.values(FILE_ROUTES)])
    expect(paths).toContain(path.replace(/:(\w+)/g, '{$1}'));
  for (const name of Object.keys(QUESTIONS))
    expect(paths).toEqual(expect.arrayContaining([`/ask/${name}`, `/draw/${name}`]));
  expect(body.openapi).toBe('3.1.0');
});

test('an answer can be had as picture, page, table and data', async () => {
  await importText(
    server.client,
    'tiny.csv',
    'case,activity,time\n1,a,2026-01-01T10:00:00Z\n1,b,2026-01-01T11:00:00Z\n2,a,2026-01-02T10:00:00Z\n',
  );
  const scope = { unit: 'case' as const };
  const begins: Record<string, string> = { svg: '<svg', png: '\u0089PNG', pdf: '%PDF', csv: 'From', json: '{' };
  for (const [format, begin] of Object.entries(begins)) {
    const reply = await fetch(server.client.drawUrl('path-graph', format as 'svg', { scope }));
    const bytes = Buffer.from(await reply.arrayBuffer());
    expect([format, reply.status]).toEqual([format, 200]);
    expect(
      bytes
        .toString('latin1')
        .replace(/^\uFEFF|^ï»¿/, '')
        .slice(0, begin.length)
        .toLowerCase(),
    ).toBe(begin.toLowerCase());
  }
});
