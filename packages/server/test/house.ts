import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROLES, type Role, type Session } from '@continuo/contract';
import { openState, type State } from '@continuo/state';
import { type Serving, serve } from '../src/serve.ts';

export const PASSWORD = 'correct horse battery';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body, when it is JSON. */
  readonly body: Record<string, unknown>;
}

export interface Ask {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Whoever asks, as a browser: keeps its cookie, sends the token that must come with changes. */
export interface Browser {
  readonly call: (path: string, ask?: Ask) => Promise<Reply>;
  readonly cookie: () => string | null;
  readonly csrf: () => string | null;
}

/** A server with accounts, one a role, and a workspace beside theirs with an admin of its own. */
export interface House {
  readonly serving: Serving;
  /** The same store, opened beside the server: to look behind it. */
  readonly state: State;
  readonly own: number;
  readonly other: number;
  readonly as: Readonly<Record<Role | 'nobody' | 'stranger', Browser>>;
  readonly browser: (cookie?: string | null) => Browser;
  readonly signIn: (login: string, password?: string) => Promise<Browser>;
  /** Makes a member of our workspace. */
  readonly join: (login: string, role: Role) => Promise<{ readonly id: number; readonly browser: Browser }>;
  readonly later: (ms: number) => void;
  readonly close: () => Promise<void>;
}

/** The bare server with a clock that tests move, and a way to ask it. */
export async function startBare(
  environment: NodeJS.ProcessEnv = {},
): Promise<Pick<House, 'serving' | 'state' | 'browser' | 'later' | 'close'>> {
  const folder = mkdtempSync(join(tmpdir(), 'continuo-house-'));
  let shift = 0;
  const clock = { now: () => Date.now() + shift };
  // Before the server: opening begins a transaction, and one of the server's own would wait in this same thread for it to end.
  const state = await openState(`sqlite:${join(folder, 'state.sqlite')}`);
  const serving = await serve({ folder, port: 0, clock }, { CONTINUO_TIME_ZONE: 'UTC', ...environment });
  return {
    serving,
    state,
    browser: (cookie = null) => browserAt(serving.url, cookie),
    later: (ms) => {
      shift += ms;
    },
    close: async () => {
      await state.close();
      await serving.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function browserAt(url: string, given: string | null): Browser {
  let [cookie, csrf]: [string | null, string | null] = [given, null];
  return {
    cookie: () => cookie,
    csrf: () => csrf,
    call: async (path, { method = 'GET', body, headers = {} } = {}) => {
      const isForm = body instanceof FormData;
      const reply = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: {
          ...(cookie === null ? {} : { cookie }),
          ...(csrf === null ? {} : { 'continuo-csrf': csrf }),
          ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      });
      const text = await reply.text();
      const set = reply.headers.get('set-cookie')?.split(';')[0];
      if (set !== undefined) cookie = set.endsWith('=') ? null : set;
      const isJson = reply.headers.get('content-type')?.includes('json') ?? false;
      const parsed = isJson && !text.includes('\n{') ? (JSON.parse(text) as Record<string, unknown>) : {};
      if ('csrf' in parsed) csrf = (parsed as Session).csrf;
      return { status: reply.status, headers: reply.headers, text, body: parsed };
    },
  };
}

/** `environment`: by default webhooks may go to this machine, as in a house whose receivers are beside the server. */
export async function startHouse(
  environment: NodeJS.ProcessEnv = { CONTINUO_WEBHOOK_ALLOW: '127.0.0.0/8' },
): Promise<House> {
  const bare = await startBare(environment);
  const { state, browser } = bare;
  const admin = browser();
  const post = (by: Browser, path: string, body: unknown): Promise<Reply> => by.call(path, { method: 'POST', body });
  await post(admin, '/first-admin', { login: 'admin', name: 'Ada Admin', password: PASSWORD });
  const own = (await state.workspaces.list(state.db))[0]?.id ?? 0;

  const join: House['join'] = async (login, role) => {
    const { token } = (await post(admin, '/invitations', { role })).body;
    const made = browser();
    const { body } = await post(made, '/invitations/accept', {
      token,
      account: { login, name: `Member ${login}`, password: PASSWORD },
    });
    return { id: (body.user as { id: number }).id, browser: made };
  };
  const signIn: House['signIn'] = async (login, password = PASSWORD) => {
    const made = browser();
    await post(made, '/login', { login, password });
    return made;
  };

  const as: Record<string, Browser> = { nobody: browser(), admin };
  for (const role of ROLES) if (role !== 'admin') as[role] = (await join(role, role)).browser;
  const fields = { slug: 'other', name: 'Other', timeZone: 'UTC', isDemo: false, caseName: null };
  const other = (await state.workspaces.create(state.db, fields)).id;
  const stranger = await join('stranger', 'viewer');
  await state.members.add(state.db, { workspace: other, userId: stranger.id, role: 'admin', sinceMs: 1 });
  await state.members.remove(state.db, { workspace: own, userId: stranger.id });
  as.stranger = stranger.browser;
  return { ...bare, own, other, as: as as House['as'], join, signIn };
}
