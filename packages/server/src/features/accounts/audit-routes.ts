import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { access } from '../../platform/http/access.ts';
import type { Services } from '../../platform/services.ts';

const PAGE = 100;
const filter = z.object({
  before: z.coerce.number().int().min(1).optional(),
  action: z.string().min(1).max(100).optional(),
  actor: z.string().min(1).max(100).optional(),
});

/** The audit log, and whether it is whole. */
export function auditRoutes(app: FastifyInstance, { state }: Services): void {
  app.get('/audit', async (request) => {
    const { workspace } = access(request);
    const { before, action, actor } = filter.parse(request.query);
    const [entries, actions, names] = await Promise.all([
      state.audit.list(state.db, workspace.id, {
        most: PAGE,
        ...(before === undefined ? {} : { beforeId: before }),
        ...(action === undefined ? {} : { action }),
        ...(actor === undefined ? {} : { actor }),
      }),
      state.audit.actions(state.db, workspace.id),
      state.users.names(state.db),
    ]);
    return {
      entries: entries.map((entry) => ({ ...entry, name: nameOf(entry.actor, names) })),
      actions,
      next: entries.length < PAGE ? null : (entries.at(-1)?.id ?? null),
    };
  });

  app.get('/audit/check', async (request) => state.audit.check(state.db, access(request).workspace.id));
}

function nameOf(actor: string, names: ReadonlyMap<number, string>): string | null {
  const id = /^user (\d+)/.exec(actor)?.[1];
  return id === undefined ? null : (names.get(Number(id)) ?? null);
}
