import { describe, expect, test } from 'vitest';
import { ApiProblem, createClient, fillPath } from './client.ts';
import { ADDRESSES } from './routes/addresses.ts';
import { FILE_ROUTES, ROUTES } from './routes/table.ts';

/** A server in a function: answers with what `reply` says and remembers what it was asked. */
function server(reply: () => Response) {
  const seen: { url: string; init: RequestInit | undefined }[] = [];
  return {
    seen,
    fetch: async (url: string, init?: RequestInit) => {
      seen.push({ url, init });
      return reply();
    },
  };
}

describe('client', () => {
  test('asks a question with scope and input as the body', async () => {
    const { seen, fetch } = server(() => Response.json({ question: 'variants' }));
    await createClient(fetch).ask('variants', { scope: { unit: 'case' }, input: { limit: 5 } });
    expect(seen[0]?.url).toBe('/api/v1/ask/variants');
    expect(seen[0]?.init?.method).toBe('POST');
    expect(JSON.parse(String(seen[0]?.init?.body))).toEqual({ scope: { unit: 'case' }, input: { limit: 5 } });
  });

  test('a refusal becomes the problem the server described', async () => {
    const problem = {
      type: 'about:blank',
      title: 'Unknown',
      status: 404,
      detail: 'No such import.',
      code: 'import.unknown',
    };
    const { fetch } = server(() => Response.json(problem, { status: 404 }));
    const refused = createClient(fetch).call('import', { params: { id: 7 } });
    await expect(refused).rejects.toMatchObject({ status: 404, details: problem });
  });

  test.each(['<html>', ''])('a refusal without a problem (%j) still says its status', async (body) => {
    const { fetch } = server(() => new Response(body, { status: 502 }));
    await expect(createClient(fetch).call('overview')).rejects.toMatchObject({ status: 502 });
  });

  test('an unreachable server is a problem with status 0', async () => {
    const client = createClient(() => Promise.reject(new TypeError('failed to fetch')));
    await expect(client.call('overview')).rejects.toBeInstanceOf(ApiProblem);
    await expect(client.call('overview')).rejects.toMatchObject({ status: 0 });
  });

  test('addresses of files carry scope and input', () => {
    const client = createClient(fetch, 'http://host/api/v1');
    const url = new URL(client.drawUrl('path-graph', 'svg', { scope: { unit: 'case' }, theme: 'dark' }));
    expect(url.pathname).toBe('/api/v1/draw/path-graph');
    expect(JSON.parse(url.searchParams.get('scope') ?? '')).toEqual({ unit: 'case' });
    expect(client.fileUrl('rejects', { id: 3 })).toBe('http://host/api/v1/imports/3/rejects');
  });

  test('every route is called where the server listens', () => {
    const listens = Object.entries({ ...ROUTES, ...FILE_ROUTES }).map(([name, { method, path }]) => [
      name,
      { method, path },
    ]);
    expect(Object.fromEntries(listens)).toEqual(ADDRESSES);
  });

  test('a path without its value is refused', () => {
    expect(fillPath('/a/:b/c', { b: 'x/y' })).toBe('/a/x%2Fy/c');
    expect(() => fillPath('/a/:b')).toThrow(':b');
  });
});
