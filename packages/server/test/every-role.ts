import { ROUTES as ALL_ROUTES, FILE_ROUTES, includesRole, ROLES, type RouteAccess } from '@continuo/contract';
import { describe, expect, test } from 'vitest';
import type { House, Reply } from './house.ts';

type Routes = Readonly<Record<string, RouteAccess>>;

/** The routes, files too, whose path is matched. */
export function routesOf(path: RegExp): Routes {
  return Object.fromEntries(
    Object.entries({ ...ALL_ROUTES, ...FILE_ROUTES }).filter(([, route]) => path.test(route.path)),
  );
}

export interface Walk {
  /** There when tests run. */
  readonly house: () => House;
  readonly routes: Routes;
  /** What calls need beside their path, by name; left out: nothing. */
  readonly bodies: Readonly<Record<string, (id: string) => unknown>>;
  /** Where a call goes; by default its path with `id` in the place of its parameter. */
  readonly addressOf?: (name: string, path: string, id: string) => string;
  /** Makes what a call needs, ours or of the other workspace; gives its key or number. */
  readonly make: (by: 'admin' | 'stranger', name: string) => Promise<string>;
  /** Calls that name one thing, of which there may be one of another workspace. */
  readonly isOfOne: (name: string) => boolean;
  /** Of these, calls that make what is not there: what another workspace has is as free as any. */
  readonly makes?: readonly string[];
  /** What nobody has. */
  readonly nobodys: string;
  /** Expects that what is theirs is as it was. */
  readonly isAsItWas: (theirs: string, route: RouteAccess) => Promise<void>;
}

/**
 * Every route of a slice × every role × one of ours, of another workspace, of nobody: whoever may not is refused, every
 * change leaves one row, and what is another's cannot be told from what is not there.
 */
export function walkEveryRole(walk: Walk): void {
  const { house, routes, bodies, addressOf, make, isOfOne, makes = [], nobodys, isAsItWas } = walk;

  function perform(name: string, who: keyof House['as'], id: string): Promise<Reply> {
    const { method, path } = routes[name] as RouteAccess;
    const body = bodies[name]?.(id);
    const address = addressOf?.(name, path, id) ?? path.replace(/:\w+/, id);
    return house().as[who].call(address, { method, ...(body === undefined ? {} : { body }) });
  }
  const plain = ({ status, text }: Reply, id: string): string =>
    `${status} ${text.replaceAll(id, 'ID').replace(/"requestId":"[^"]*"/, '')}`;
  const rows = async (action: string): Promise<number> =>
    (await house().state.audit.list(house().state.db, house().own, { action, most: 1000 })).length;

  describe.each(Object.keys(routes))('%s', (name) => {
    const route = routes[name] as RouteAccess;

    test('nobody is asked to sign in', async () => {
      expect((await perform(name, 'nobody', nobodys)).status).toBe(401);
    });

    test.each(ROLES)('%s', async (role) => {
      const isGranted = route.role !== 'anyone' && includesRole(role, route.role);
      const ours = isGranted ? await make('admin', name) : nobodys;
      const before = route.audit === null ? 0 : await rows(route.audit);
      const reply = await perform(name, role, ours);
      if (!isGranted) {
        expect([reply.status, reply.body.code]).toEqual([403, 'access.denied']);
        return;
      }
      expect([reply.status, reply.text]).toEqual([200, expect.anything()]);
      if (route.audit !== null) expect(await rows(route.audit)).toBe(before + 1);
      if (!isOfOne(name)) return;
      const theirs = await make('stranger', name);
      const seen = await perform(name, role, theirs);
      if (!makes.includes(name)) {
        expect(seen.status).toBe(404);
        expect(plain(seen, theirs)).toBe(plain(await perform(name, role, nobodys), nobodys));
      }
      await isAsItWas(theirs, route);
    });
  });
}
