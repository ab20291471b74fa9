import { includesRole, ROUTE_ACCESS, type Role, type RouteAccess } from '@continuo/contract';
import { Problem } from '@continuo/core';
import type { AuditEntry, Db, StoredSession, User, Workspace } from '@continuo/state';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { defaultWorkspace } from '../current-workspace.ts';
import { isSameSecret } from '../secret.ts';
import type { Services } from '../services.ts';
import { type Door, identify, type Who } from './identify.ts';
import { csrfOf } from './session-cookie.ts';

/** What a caller may do, and where. The workspace comes from the credential; a header only chooses among its own. */
export interface Access {
  readonly workspace: Workspace;
  readonly role: Role;
  /** Null: nobody in particular (no accounts yet), or the command line of this machine. */
  readonly user: User | null;
  /** Null unless a page asks, with its cookie. */
  readonly session: StoredSession | null;
}

interface Visit {
  readonly services: Services;
  readonly route: RouteAccess;
  readonly who: Who;
  readonly access: Access | null;
  hasWritten: boolean;
}

const visits = new WeakMap<FastifyRequest, Visit>();

function visitOf(request: FastifyRequest): Visit {
  const visit = visits.get(request);
  if (visit === undefined) throw new Problem('internal', 'This request did not come through the door.');
  return visit;
}

/** What the caller of this request may do. Only for routes that need a role: for others there may be nobody. */
export function access(request: FastifyRequest): Access {
  const found = visitOf(request).access;
  if (found === null) throw new Problem('login.required', 'Please sign in first.');
  return found;
}

/** Who asks, also when it is nobody. */
export function whoAsks(request: FastifyRequest): Who {
  return visitOf(request).who;
}

/** What can be told about the row a call leaves; what is left out follows from the route and the caller. */
export interface Written {
  readonly thing: string;
  /** Never personal values: numbers, kinds and counts only. */
  readonly details?: AuditEntry['details'];
  /** The transaction of the change. */
  readonly db?: Db;
  readonly actor?: string;
  readonly workspace?: number;
}

/**
 * Writes the one row that a call of this route leaves in the audit log; without it, a plain row is written when the
 * reply goes out. Call it once. Throws `internal` on a route that is said to change nothing.
 */
export async function wrote(request: FastifyRequest, written: Written): Promise<void> {
  const visit = visitOf(request);
  const { services, route, who } = visit;
  if (route.audit === null || visit.hasWritten)
    throw new Problem('internal', `${route.method} ${route.path} writes ${visit.hasWritten ? 'one row' : 'no row'}.`);
  const { state, clock } = services;
  const { thing, details = {}, db = state.db, actor = actorOf(who), workspace = visit.access?.workspace.id } = written;
  // Signing in by somebody who belongs nowhere stands where everything began.
  await state.audit.append(db, workspace ?? (await defaultWorkspace(services)).id, {
    atMs: clock.now(),
    actor,
    action: route.audit,
    thing,
    details,
  });
  visit.hasWritten = true;
}

/** How the audit log names a caller: by number, never by name. */
export function actorOf(who: Who): string {
  switch (who.kind) {
    case 'nobody':
      return 'nobody';
    case 'open':
      return 'this machine';
    case 'terminal':
      return 'terminal';
    case 'token':
      return `user ${who.user.id} token ${who.token.id}`;
    case 'account':
      return `user ${who.user.id}`;
  }
}

const CHANGES_NOTHING = new Set(['GET', 'HEAD']);

/** Guards every route of the API by what the route table says of it: whatever is not granted there is denied. */
export function guardRoutes(api: FastifyInstance, services: Services, door: Door): void {
  const known = new Map(ROUTE_ACCESS.map((route) => [`${route.method} ${route.path}`, route]));
  const prefix = api.prefix;
  const routeOf = (method: string, url: string): RouteAccess | undefined =>
    known.get(`${method === 'HEAD' ? 'GET' : method} ${url.slice(prefix.length)}`);

  api.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat())
      if (routeOf(one, url) === undefined)
        throw new Problem('internal', `${one} ${url} is not in the route table: nobody says who may call it.`);
  });

  api.addHook('onRequest', async (request) => {
    const route = routeOf(request.method, request.routeOptions.url ?? '');
    if (route === undefined) throw new Problem('access.denied', 'Nobody may call this.');
    const who = await identify(services, door, request);
    mustCarryToken(request, route, who);
    const granted = route.role === 'anyone' ? null : await accessOf(services, request, who);
    if (granted !== null && route.role !== 'anyone' && !includesRole(granted.role, route.role))
      throw new Problem(
        'access.denied',
        `This needs the role ${route.role}; yours is ${granted.role}. An admin of the workspace can give it to you.`,
      );
    visits.set(request, { services, route, who, access: granted, hasWritten: false });
  });

  api.addHook('onSend', async (request: FastifyRequest, reply: FastifyReply) => {
    const visit = visits.get(request);
    if (visit === undefined || visit.route.audit === null || visit.hasWritten || reply.statusCode >= 400) return;
    const path = request.url.slice(prefix.length + 1).split('?')[0] ?? '';
    await wrote(request, { thing: decodeURIComponent(path) });
  });
}

/** A page of another site can make a browser send the cookie, but cannot read what must come with a change. */
function mustCarryToken({ method, headers }: FastifyRequest, route: RouteAccess, who: Who): void {
  if (who.kind !== 'account' || route.audit === null || CHANGES_NOTHING.has(method)) return;
  const given = headers['continuo-csrf'];
  if (typeof given !== 'string' || !isSameSecret(given, csrfOf(who.secret)))
    throw new Problem(
      'request.refused',
      'This change did not come from a page of ours. Reload the page and try again.',
    );
}

/** Where a caller is and what they may do there. Throws `login.required`, `workspace.unknown`, `access.denied`. */
export async function accessOf(services: Services, request: FastifyRequest, who: Who): Promise<Access> {
  const { state } = services;
  const wanted = wantedWorkspace(request);
  const unknown = (): Problem => new Problem('workspace.unknown', `There is no workspace ${wanted}.`);
  switch (who.kind) {
    case 'nobody':
      throw new Problem(
        'login.required',
        who.hasAccounts
          ? 'Please sign in first.'
          : 'There are no accounts yet. Open the link that was printed when the server started.',
      );
    case 'open':
    case 'terminal': {
      const here = await defaultWorkspace(services);
      const workspace = wanted === null ? here : await state.workspaces.findBySlug(state.db, wanted);
      if (workspace === null) throw unknown();
      return { workspace, role: 'admin', user: null, session: null };
    }
    case 'token': {
      const workspace = await state.workspaces.get(state.db, who.token.workspace);
      if (wanted !== null && wanted !== workspace.slug) throw unknown();
      return { workspace, role: who.role, user: who.user, session: null };
    }
    case 'account': {
      const own = await state.members.ofUser(state.db, who.user.id);
      const found = wanted === null ? own[0] : own.find(({ workspace }) => workspace.slug === wanted);
      if (found === undefined && wanted !== null) throw unknown();
      if (found === undefined)
        throw new Problem('access.denied', 'Your account belongs to no workspace. An admin can invite you.');
      return { ...found, user: who.user, session: who.session };
    }
  }
}

/** The workspace a caller names: by header, or in the address of a file, which a link cannot give a header. */
function wantedWorkspace({ method, headers, query }: FastifyRequest): string | null {
  const header = headers['continuo-workspace'];
  if (typeof header === 'string' && header !== '') return header;
  const named = (query as { workspace?: unknown } | undefined)?.workspace;
  return CHANGES_NOTHING.has(method) && typeof named === 'string' && named !== '' ? named : null;
}
