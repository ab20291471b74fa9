import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { includesRole, ROLES, ROUTE_ACCESS, type Role, type RouteAccess } from '@continuo/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ask, type Browser, type House, PASSWORD, type Reply, startHouse } from './house.ts';

/** Every route × everybody × what is ours, what is another workspace's, what does not exist. */

const LOG =
  'case,person,activity,time\n1,ana@example.org,Order,2026-01-01T10:00:00Z\n1,ana@example.org,Get,2026-01-02T10:00:00Z\n2,ben@example.org,Order,2026-01-03T10:00:00Z\n2,ben@example.org,Get,never\n';

const COLUMNS = { caseKey: 'case', person: 'person', activity: 'activity', activityName: null, time: 'time' };

/** Numbers that a call may name; made fresh, because many calls use theirs up. */
interface Ids {
  readonly draft: () => Promise<number | string>;
  readonly rejected: () => Promise<number | string>;
  readonly person: () => Promise<number | string>;
  readonly run: () => Promise<number | string>;
  readonly member: () => Promise<number | string>;
  readonly invitation: () => Promise<number | string>;
  readonly session: () => Promise<number | string>;
  readonly token: () => Promise<number | string>;
  readonly webhook: () => Promise<number | string>;
  readonly theme: () => Promise<number | string>;
}
type IdKind = keyof Ids;

interface Call extends Ask {
  readonly param?: { readonly name: string; readonly kind: IdKind } | { readonly name: string; readonly value: string };
  readonly make?: (id: string) => Promise<Ask>;
  readonly query?: string;
  /** Whoever makes the call, in place of the one the matrix is at. */
  readonly by?: () => Promise<Browser>;
  /** Why the call cannot be made here; it is made in the test named. */
  readonly elsewhere?: string;
}

let house: House;
let mapping: unknown;
let count = 0;
function next(): number {
  count += 1;
  return count;
}
const post = (by: Browser, path: string, body: unknown): Promise<Reply> => by.call(path, { method: 'POST', body });

function form(): FormData {
  const data = new FormData();
  data.append('file', new Blob([LOG.replace('1,ana', `${next()},ana`)]), 'log.csv');
  return data;
}

async function upload(by: Browser): Promise<number> {
  const { body } = await by.call('/imports', { method: 'POST', body: form() });
  mapping ??= { ...(body.preview as { mapping: object }).mapping, ...COLUMNS };
  return body.id as number;
}

/** A draft as an upload leaves it, without the worker that looks at the file: a copy of one that was uploaded. */
async function draftLike(workspace: number, template: number): Promise<number> {
  const { state, serving } = house;
  const found = await state.imports.get(state.db, { workspace, id: template });
  const { file, bytes, preview } = found;
  const made = await state.imports.create(state.db, { workspace, file, bytes, path: null, createdMs: 1 });
  const path = join(serving.folder, 'uploads', String(made.id));
  copyFileSync(join(serving.folder, 'uploads', String(template)), path);
  await state.imports.update(state.db, made, { preview, path });
  return made.id;
}

async function imported(by: Browser): Promise<number> {
  const id = await upload(by);
  const started = await post(by, `/imports/${id}/start`, mapping);
  if (started.status !== 200) throw new Error(started.text);
  for (;;) {
    const { body } = await by.call(`/imports/${id}`);
    if (body.status === 'done') return id;
    if (body.status === 'failed') throw new Error(String(body.error));
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function someone(by: Browser): Promise<{ person: string; run: string }> {
  const { body } = await post(by, '/ask/people', {});
  const [first] = (body.result as { rows: { person: string; run: string }[] }).rows;
  if (first === undefined) throw new Error(JSON.stringify(body));
  return first;
}

const byId = (kind: IdKind, rest: Partial<Call> = {}): Call => ({ param: { name: 'id', kind }, ...rest });

const CALLS: Readonly<Record<string, Call>> = {
  'GET /overview': {},
  'GET /home': {},
  'POST /home/seen': { body: { changes: [] } },
  'GET /letters': {},
  'GET /letters/:week': { param: { name: 'week', value: 'now' } },
  'GET /letters/:week/file': { param: { name: 'week', value: 'now' }, query: '?format=md' },
  'POST /letter-subscriptions': { body: { address: 'post@example.org', scope: { kind: 'workspace' } } },
  'DELETE /letter-subscriptions/:id': { param: { name: 'id', value: '1' } },
  'GET /team-cards': {},
  'GET /team-cards/:team': { elsewhere: 'letters.test.ts: a team is named on a map' },
  'POST /demo': { body: {}, elsewhere: 'demo.test.ts; denied here to all who may not' },
  'DELETE /demo': { elsewhere: 'demo.test.ts; denied here to all who may not' },
  'POST /seen/:fact': { param: { name: 'fact', value: 'sawGraph' }, body: {} },
  'GET /stories': {},
  'GET /stories/:run': { param: { name: 'run', kind: 'run' } },
  'GET /imports': {},
  'POST /imports': { make: async () => ({ body: form() }) },
  'GET /imports/:id': byId('draft'),
  'POST /imports/:id/dry-run': byId('draft', { make: async () => ({ body: mapping }) }),
  'POST /imports/:id/start': byId('draft', { make: async () => ({ body: mapping }) }),
  'POST /imports/:id/cancel': byId('draft', { body: {} }),
  'DELETE /imports/:id': byId('draft'),
  'GET /imports/:id/rejects': byId('rejected'),
  'GET /export': { query: '?format=ndjson' },
  'GET /openapi.json': {},
  'GET /health': {},
  'POST /ask/:question': {
    param: { name: 'question', value: 'timeline' },
    make: async (person) => ({ body: { input: { person } } }),
  },
  'GET /draw/:question': { param: { name: 'question', value: 'summary' }, query: '?format=csv' },
  'GET /session': {},
  'POST /login': { body: { login: 'viewer', password: PASSWORD }, by: async () => house.browser() },
  'POST /logout': { body: {}, by: () => house.signIn('viewer') },
  'POST /first-admin': { body: { login: 'x', name: 'x', password: PASSWORD }, elsewhere: 'accounts.test.ts' },
  'POST /invitations/look': { make: async () => ({ body: { token: await invitation() } }) },
  'POST /invitations/accept': {
    make: async () => ({
      body: {
        token: await invitation(),
        account: { login: `new-${next()}`, name: 'New', password: PASSWORD },
      },
    }),
    by: async () => house.browser(),
  },
  'GET /members': {},
  'POST /members/:id/role': byId('member', { body: { role: 'editor' } }),
  'DELETE /members/:id': byId('member'),
  'GET /invitations': {},
  'POST /invitations': { body: { role: 'viewer', label: 'for a test' } },
  'DELETE /invitations/:id': byId('invitation'),
  'POST /account/password': { body: { current: PASSWORD, next: PASSWORD } },
  'GET /account/sessions': {},
  'DELETE /account/sessions/:id': byId('session'),
  'GET /tokens': {},
  'POST /tokens': { body: { name: 'a program', role: 'viewer' } },
  'DELETE /tokens/:id': byId('token'),
  'GET /audit': {},
  'GET /audit/check': {},
  'GET /themes': {},
  'PUT /themes/:key': { param: { name: 'key', value: 'bags' }, body: theme('bags') },
  'DELETE /themes/:key': { param: { name: 'key', kind: 'theme' } },
  'GET /webhooks': {},
  'POST /webhooks': { body: webhook() },
  'PATCH /webhooks/:id': byId('webhook', { body: { isOn: false } }),
  'DELETE /webhooks/:id': byId('webhook'),
  'POST /webhooks/:id/rotate': byId('webhook', { body: {} }),
  'POST /webhooks/:id/test': byId('webhook', { body: {} }),
  'GET /webhooks/:id/deliveries': byId('webhook'),
  'POST /webhooks/:id/deliveries/:delivery/again': byId('webhook', { body: {}, elsewhere: 'webhooks.test.ts' }),
  'GET /mail': {},
  'GET /privacy': {},
  'PUT /privacy/switches': { body: { freeText: true, personLevel: true, reason: 'to see' } },
  'GET /privacy/sheet': {},
  'GET /privacy/employees': {},
  'POST /people/:person/reveal': { param: { name: 'person', kind: 'person' }, body: { purpose: 'quality' } },
};

/** Nobody listens there, so that a test of it ends at once. */
function theme(key: string): unknown {
  return { key, title: key, words: [{ language: '', any: ['bag*'], not: [] }] };
}

function webhook(): unknown {
  return { url: 'http://127.0.0.1:9/', types: ['letter.ready'] };
}

async function invitation(): Promise<string> {
  return (await post(house.as.admin, '/invitations', { role: 'viewer' })).body.token as string;
}

const idOf = async (reply: Promise<Reply>): Promise<number> => (await reply).body.id as number;

/** What belongs to a browser and its workspace. */
function idsOf(by: Browser, admin: Browser, login: string, member: () => Promise<number>): Ids {
  let template: Promise<number> | undefined;
  const workspace = admin === house.as.stranger ? house.other : house.own;
  const draft = async (): Promise<number> => {
    template ??= upload(admin);
    return draftLike(workspace, await template);
  };
  let rejected: Promise<number> | undefined;
  const withData = (): Promise<number> => {
    rejected ??= imported(admin);
    return rejected;
  };
  const told = async (): Promise<{ person: string; run: string }> => {
    await withData();
    return someone(admin);
  };
  return {
    draft,
    rejected: withData,
    person: async () => (await told()).person,
    run: async () => (await told()).run,
    member,
    invitation: () => idOf(post(admin, '/invitations', { role: 'viewer' })),
    session: async () => {
      const second = await house.signIn(login);
      const { text } = await second.call('/account/sessions');
      return (JSON.parse(text) as { id: number; isThis: boolean }[]).find(({ isThis }) => isThis)?.id ?? 0;
    },
    token: () => idOf(post(by, '/tokens', { name: 'x', role: 'viewer' })),
    webhook: () => idOf(post(admin, '/webhooks', webhook())),
    theme: async () => {
      const key = `theme-${next()}`;
      await admin.call(`/themes/${key}`, { method: 'PUT', body: theme(key) });
      return key;
    },
  };
}

const UNKNOWN: Ids = {
  draft: async () => 99_999,
  rejected: async () => 99_999,
  person: async () => '1234567890123456789',
  run: async () => 'c-1234567890123456789-1',
  member: async () => 99_999,
  invitation: async () => 99_999,
  session: async () => 99_999,
  token: async () => 99_999,
  webhook: async () => 99_999,
  theme: async () => 'no-such-theme',
};

async function perform(route: RouteAccess, by: Browser, ids: Ids): Promise<{ reply: Reply; id: string }> {
  const { param, make, query = '', by: other, elsewhere: _, ...ask } = CALLS[`${route.method} ${route.path}`] as Call;
  const isQuestion = route.path === '/ask/:question';
  const id = isQuestion ? String(await ids.person()) : param && 'kind' in param ? String(await ids[param.kind]()) : '';
  const value = param === undefined ? '' : 'kind' in param ? id : param.value;
  const path = param === undefined ? route.path : route.path.replace(`:${param.name}`, value);
  const caller = other === undefined ? by : await other();
  return { reply: await caller.call(`${path}${query}`, { method: route.method, ...ask, ...(await make?.(id)) }), id };
}

/** An answer without what differs by itself: the number asked for, and the number of the request. */
const plain = ({ reply, id }: { reply: Reply; id: string }): string => {
  const text = reply.text.replace(/"requestId":"[^"]*"/, '');
  return `${reply.status} ${id === '' ? text : text.replace(new RegExp(`(?<![\\w-])${id}(?![\\w-])`, 'g'), 'ID')}`;
};

async function rowsAfter(act: () => Promise<unknown>): Promise<readonly { action: string; details: unknown }[]> {
  const newest = async () => (await house.state.audit.list(house.state.db, house.own, { most: 20 })) as never[];
  const before = ((await newest()) as { id: number }[])[0]?.id ?? 0;
  await act();
  return ((await newest()) as { id: number; actor: string; action: string; details: unknown }[]).filter(
    ({ id, actor }) => id > before && actor !== 'system',
  );
}

let own: Record<Role, Ids>;
let other: Ids;
beforeAll(async () => {
  house = await startHouse();
  const member = async (): Promise<number> => (await house.join(`member-${next()}`, 'viewer')).id;
  const { admin } = house.as;
  const shared = idsOf(admin, admin, 'admin', member);
  const ownOf = (role: Role): Ids => {
    const { session, token } = idsOf(house.as[role], admin, role, member);
    return { ...shared, session, token };
  };
  own = { viewer: ownOf('viewer'), editor: ownOf('editor'), operator: ownOf('operator'), admin: ownOf('admin') };
  const { stranger } = house.as;
  other = idsOf(stranger, stranger, 'stranger', async () => {
    const me = (await stranger.call('/session')).body.user as { id: number };
    return me.id;
  });
  await upload(admin);
}, 60_000);
afterAll(() => house?.close());

const named = ROUTE_ACCESS.map((route) => [`${route.method} ${route.path}`, route] as const);
const walked = named.filter(([name, { role }]) => name in CALLS && (role !== 'anyone' || !CALLS[name]?.elsewhere));
const bare = named.filter(([name]) => !(name in CALLS));

// Routes of maps are walked by every role in journey-access.test.ts, those of call-backs in callbacks.test.ts, those of surveys in survey-access.test.ts, those of watches in watch-access.test.ts; any other route needs a call above.
describe.each(bare)('%s', (_, route) => {
  test('is walked with the maps', () => {
    expect(route.path).toMatch(
      /^\/(journeys|starters|events-seen|touchpoints|callbacks|callback-rules|callback-settings|calendars|surveys|survey-templates|ask-rules|answers|feedback-records|watches|alerts|people\/:id\/context)\b/,
    );
  });
  test.each(['nobody', 'viewer'] as const)('%s', async (who) => {
    const { status, text } = await house.as[who].call(route.path.replace(/:\w+/g, '1'), { method: route.method });
    const isThere = !text.includes('There is nothing at');
    const isDenied = who === 'nobody' ? route.role !== 'anyone' : !['anyone', 'viewer'].includes(route.role);
    if (isThere && isDenied) expect(status).toBe(who === 'nobody' ? 401 : 403);
    expect(status).toBeLessThan(500);
  });
});

describe.each(walked)('%s', (name, route) => {
  const call = CALLS[name] as Call;
  const needs = route.role;

  if (needs !== 'anyone')
    test('nobody is asked to sign in, whatever they name', async () => {
      const mine = await perform(route, house.as.nobody, UNKNOWN);
      expect(mine.reply).toMatchObject({ status: 401, body: { code: 'login.required' } });
    });

  for (const role of ROLES) {
    const isGranted = needs === 'anyone' || includesRole(role, needs);
    if (!isGranted)
      test(`${role} is denied, and learns nothing`, async () => {
        const rows = await rowsAfter(async () => {
          const [unknown, mine, theirs] = [
            await perform(route, house.as[role], UNKNOWN),
            await perform(route, house.as[role], call.param && 'kind' in call.param ? cached(role) : UNKNOWN),
            await perform(route, house.as[role], cachedOther()),
          ];
          expect(unknown.reply).toMatchObject({ status: 403, body: { code: 'access.denied' } });
          expect(plain(mine)).toBe(plain(unknown));
          expect(plain(theirs)).toBe(plain(unknown));
        });
        expect(rows.filter(({ action }) => action === route.audit && !isMaking(route))).toEqual([]);
      });
    else if (call.elsewhere === undefined)
      test(`${role} may, and it leaves ${route.audit === null ? 'no row' : 'exactly one row'}`, async () => {
        const ids = own[role];
        const { param } = call;
        // What the call needs is made before: making it writes rows of its own.
        const id =
          param && 'kind' in param ? await ids[param.kind]() : route.path.startsWith('/ask') ? await ids.person() : '';
        const ready = Object.fromEntries(Object.keys(ids).map((kind) => [kind, async () => id])) as unknown as Ids;
        const rows = await rowsAfter(async () => {
          const { reply } = await perform(route, house.as[role], ready);
          expect([reply.status, reply.text]).toEqual([200, expect.anything()]);
        });
        const isOfCall = ({ action }: { action: string }): boolean => action === route.audit;
        const helpers = call.make !== undefined || call.by !== undefined;
        expect(rows.filter(isOfCall)).toHaveLength(route.audit === null ? 0 : 1);
        if (!helpers) expect(rows).toHaveLength(route.audit === null ? 0 : 1);
        for (const text of ['ana@example.org', 'Ada Admin', 'log.csv', PASSWORD])
          expect(JSON.stringify(rows)).not.toContain(text);
      });

    if (isGranted && ((call.param && 'kind' in call.param) || route.path === '/ask/:question'))
      test(`${role}: what is another workspace's does not exist`, async () => {
        const theirs = await perform(route, house.as[role], other);
        const unknown = await perform(route, house.as[role], UNKNOWN);
        expect(plain(theirs)).toBe(plain(unknown));
        if (route.path !== '/ask/:question') expect(theirs.reply.status).toBe(404);
      });
  }

  if (needs !== 'anyone')
    test('another workspace cannot be chosen', async () => {
      const headers = (slug: string) => ({ 'continuo-workspace': slug });
      const ask = async (slug: string): Promise<Reply> =>
        house.as.admin.call(route.path.replace(/:\w+/, '1'), { method: route.method, headers: headers(slug) });
      const [theirs, unknown] = [await ask('other'), await ask('no-such')];
      expect(theirs).toMatchObject({ status: 404, body: { code: 'workspace.unknown' } });
      expect(plain({ reply: theirs, id: 'other' })).toBe(plain({ reply: unknown, id: 'no-such' }));
    });

  if (route.audit !== null && route.method !== 'GET' && needs !== 'anyone')
    test('without the token of a page of ours it is refused', async () => {
      const copy = house.browser(house.as.admin.cookie());
      const refused = await copy.call(route.path.replace(/:\w+/, '1'), { method: route.method });
      expect(refused).toMatchObject({ status: 403, body: { code: 'request.refused' } });
    });
});

/** Calls that make something leave rows of their own while it is made; they are told apart by their route. */
const isMaking = ({ path }: RouteAccess): boolean =>
  ['/imports', '/invitations', '/tokens', '/webhooks'].includes(path);

/** Things of ours and of theirs that nobody uses up, for those who are denied: made once. */
const kept = new Map<string, Ids>();
function keptOf(key: string, ids: Ids): Ids {
  const found = kept.get(key);
  if (found) return found;
  const made = Object.fromEntries(
    (Object.keys(ids) as IdKind[]).map((kind) => {
      let once: Promise<number | string> | undefined;
      const make = (): Promise<number | string> => {
        once ??= ids[kind]();
        return once;
      };
      return [kind, make];
    }),
  ) as unknown as Ids;
  kept.set(key, made);
  return made;
}
const cached = (role: Role): Ids => keptOf(role, own[role]);
const cachedOther = (): Ids => keptOf('other', other);
