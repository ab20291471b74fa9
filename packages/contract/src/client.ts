import type { z } from 'zod';
import type { AnswerOf, QuestionAsk, QuestionName } from './questions/registry.ts';
import { type ProblemDetails, readProblem } from './read-problem.ts';
import { ADDRESSES } from './routes/addresses.ts';
import type { DRAW_FORMATS, FILE_ROUTES, ROUTES, RouteName } from './routes/table.ts';
import type { ScopeInput } from './scope.ts';

/** What the client needs of `fetch`; browsers, Node and tests each pass their own. */
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

export type DrawFormat = (typeof DRAW_FORMATS)[number];
export type ReplyOf<Name extends RouteName> = z.output<(typeof ROUTES)[Name]['reply']>;
type BodyOf<Name extends RouteName> = (typeof ROUTES)[Name]['body'] extends z.ZodType
  ? z.input<(typeof ROUTES)[Name]['body']>
  : never;

/** The same shape, all the way down read-only: what a caller passes in is never changed. */
export type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;

/** What a call may carry: values for the `:names` of the path, a body, a signal to stop waiting. */
export interface CallOptions<Name extends RouteName> {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly body?: BodyOf<Name>;
  /** What a list is narrowed by; only the routes that say so read it. */
  readonly query?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export interface AskOptions<Name extends QuestionName> {
  readonly scope?: Frozen<ScopeInput>;
  readonly input?: Frozen<QuestionAsk<Name>>;
  readonly signal?: AbortSignal;
}

export interface DrawOptions {
  readonly scope?: Frozen<ScopeInput>;
  readonly input?: object;
  readonly theme?: 'light' | 'dark';
}

/** The server refused, or did not answer as promised. `details` is its own account, `status` 0 when it was not reached. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly details: ProblemDetails;

  constructor(details: ProblemDetails, options: { readonly cause?: unknown } = {}) {
    super(details.detail, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'ApiProblem';
    this.status = details.status;
    this.details = details;
  }
}

export interface Client {
  /** Asks one question; defaults of scope and input may be left out. Throws `ApiProblem`. */
  readonly ask: <Name extends QuestionName>(name: Name, options?: AskOptions<Name>) => Promise<AnswerOf<Name>>;
  /** Calls one route of the table. Throws `ApiProblem`. */
  readonly call: <Name extends RouteName>(name: Name, options?: CallOptions<Name>) => Promise<ReplyOf<Name>>;
  /** Sends a file to `upload`, streamed by the runtime; progress is the caller's own affair. */
  readonly upload: (file: Blob, name: string, signal?: AbortSignal) => Promise<ReplyOf<'upload'>>;
  /** Address of a drawing as a file. */
  readonly drawUrl: (diagram: string, format: DrawFormat, options?: DrawOptions) => string;
  /** Address of a route that answers with a file. */
  readonly fileUrl: (
    name: keyof typeof FILE_ROUTES,
    params?: Readonly<Record<string, string | number>>,
    query?: Readonly<Record<string, string>>,
  ) => string;
}

/** Puts the values of `:names` into a path; a name without a value is a mistake of the caller and throws. */
export function fillPath(path: string, params: Readonly<Record<string, string | number>> = {}): string {
  return path.replace(/:([A-Za-z]+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new TypeError(`no value for :${name} in ${path}`);
    return encodeURIComponent(String(value));
  });
}

/** The typed client of this API. `base` is the origin and prefix, for instance `/api/v1` or `http://127.0.0.1:4400/api/v1`. */
export function createClient(fetcher: Fetch, base = '/api/v1'): Client {
  async function send(method: string, path: string, init: RequestInit): Promise<unknown> {
    let response: Response;
    try {
      response = await fetcher(`${base}${path}`, { method, ...init });
    } catch (cause) {
      if (cause instanceof Error && cause.name === 'AbortError') throw cause;
      throw new ApiProblem(unreached(), { cause });
    }
    if (response.ok) return await response.json();
    throw new ApiProblem(await problemOf(response));
  }

  return {
    ask: async (name, { scope, input, signal } = {}) =>
      (await send('POST', `/ask/${name}`, json({ scope: scope ?? {}, input: input ?? {} }, signal))) as never,
    call: async (name, { params, body, query, signal } = {}) => {
      const route = ADDRESSES[name];
      const hasBody = route.method === 'POST' || route.method === 'PUT' || route.method === 'PATCH';
      const init = hasBody ? json(body ?? {}, signal) : withSignal({}, signal);
      return (await send(route.method, `${fillPath(route.path, params)}${tailOf(query)}`, init)) as never;
    },
    upload: async (file, name, signal) => {
      const form = new FormData();
      form.append('file', file, name);
      return (await send('POST', ADDRESSES.upload.path, withSignal({ body: form }, signal))) as never;
    },
    drawUrl: (diagram, format, { scope, input, theme } = {}) => {
      const query = new URLSearchParams({ format });
      if (scope) query.set('scope', JSON.stringify(scope));
      if (input) query.set('input', JSON.stringify(input));
      if (theme) query.set('theme', theme);
      return `${base}/draw/${diagram}?${query}`;
    },
    fileUrl: (name, params, query) => `${base}${fillPath(ADDRESSES[name].path, params)}${tailOf(query)}`,
  };
}

function tailOf(query: Readonly<Record<string, string>> = {}): string {
  return Object.keys(query).length === 0 ? '' : `?${new URLSearchParams(query)}`;
}

function withSignal(init: RequestInit, signal: AbortSignal | undefined): RequestInit {
  return signal ? { ...init, signal } : init;
}

function json(body: unknown, signal: AbortSignal | undefined): RequestInit {
  return withSignal({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }, signal);
}

function unreached(): ProblemDetails {
  return {
    type: 'about:blank',
    title: 'The server cannot be reached',
    status: 0,
    detail: 'The server did not answer. Is it still started?',
    code: 'server.unreached',
  };
}

/** The problem in a refusal; when the body is not one (a proxy's page), what can be said from the status alone. */
export async function problemOf(response: Response): Promise<ProblemDetails> {
  const problem = readProblem(jsonOf(await response.text()));
  return (
    problem ?? {
      type: 'about:blank',
      title: response.statusText || 'Refused',
      status: response.status,
      detail: `The server answered ${response.status} and gave no reason.`,
      code: 'server.unexplained',
    }
  );
}

/** What the text says as JSON; null when it is none. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
