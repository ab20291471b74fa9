import {
  assignCallbacksSchema,
  closeCallbackSchema,
  noteCallbackSchema,
  openCallbackSchema,
  reopenCallbackSchema,
  waitCallbackSchema,
} from '@continuo/contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { access, wrote } from '../../platform/http/access.ts';
import type { Services } from '../../platform/services.ts';
import { mustShowPeople } from '../../platform/switched.ts';
import { reach } from '../people/index.ts';
import { ask } from './ask.ts';
import { recoveryClock } from './recovery-clock.ts';
import { shownCallback } from './show-one.ts';
import { meOf, mustWork } from './who-works.ts';
import { close, type Doing, give, mustBeCause, note, openByHand, reopen, resume, take, usersOf, wait } from './work.ts';

const params = z.object({ id: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) });

/** What people do to call-backs. Each answers with the call-back as it stands then, but for giving many. */
export function callbackWorkRoutes(app: FastifyInstance, services: Services): void {
  const { state } = services;

  /** Does it in one transaction with its row in the audit log, then shows the call-back. */
  async function doing(request: FastifyRequest, act: (doing: Doing, id: number) => Promise<unknown>) {
    const { workspace } = access(request);
    const { id } = params.parse(request.params);
    const clock = await recoveryClock(services, workspace.id);
    await state.transaction(async (db) => {
      await act({ workspace: workspace.id, me: meOf(request), clock, db }, id);
      await wrote(request, { thing: `call-back ${id}`, db });
    });
    services.outbox.wake();
    services.timers.wake();
    return shownCallback(services, workspace, id);
  }

  app.post('/callbacks', async (request) => {
    const { workspace } = access(request);
    await mustShowPeople(services, workspace.id);
    const body = openCallbackSchema.parse(request.body);
    const id = await openByHand(services, { workspace: workspace.id, me: meOf(request) }, body, (db, made) =>
      wrote(request, { thing: `call-back ${made}`, db }),
    );
    services.outbox.wake();
    return shownCallback(services, workspace, id);
  });

  app.post('/callbacks/assign', async (request) => {
    const { workspace } = access(request);
    const { ids, member, team } = assignCallbacksSchema.parse(request.body);
    if (typeof member === 'number') await mustWork(services, workspace.id, member);
    const clock = await recoveryClock(services, workspace.id);
    const to = { ...(member === undefined ? {} : { owner: member }), ...(team === undefined ? {} : { team }) };
    const given = await state.transaction(async (db) => {
      const n = await give(services, { workspace: workspace.id, me: meOf(request), clock, db }, ids, to);
      await wrote(request, { thing: `call-backs ${ids.join(', ')}`.slice(0, 500), details: { given: n }, db });
      return n;
    });
    return { given };
  });

  app.post('/callbacks/:id/take', async (request) => doing(request, (one, id) => take(services, one, id)));

  app.post('/callbacks/:id/notes', async (request) => {
    const body = noteCallbackSchema.parse(request.body);
    return doing(request, (one, id) => note(services, one, id, body));
  });

  app.post('/callbacks/:id/wait', async (request) => {
    const body = waitCallbackSchema.parse(request.body);
    return doing(request, (one, id) => wait(services, one, id, body));
  });

  app.post('/callbacks/:id/resume', async (request) =>
    doing(request, (one, id) => resume(services, one, id, { userId: one.me, why: 'hand' })),
  );

  app.post('/callbacks/:id/close', async (request) => {
    const body = closeCallbackSchema.parse(request.body);
    const workspace = access(request).workspace.id;
    const { id } = params.parse(request.params);
    await mustBeCause(services, workspace, body.cause);
    const users = await usersOf(services, workspace, id);
    const { isFrozen } = await recoveryClock(services, workspace);
    const { person } = await state.callbacks.get(state.db, workspace, id);
    const reached = body.ask && isFrozen ? await reach(services, workspace, person) : null;
    return doing(request, async (one) => {
      await close(services, one, id, body, users);
      const closed = await state.callbacks.get(one.db, workspace, id);
      // Where time stands still nobody would ever be asked.
      if (reached !== null && closed.askMs !== null && closed.askedMs === null)
        await ask(services, { workspace, id, db: one.db, clock: one.clock, userId: null }, reached);
    });
  });

  app.post('/callbacks/:id/reopen', async (request) => {
    const { why } = reopenCallbackSchema.parse(request.body);
    const users = await usersOf(services, access(request).workspace.id, params.parse(request.params).id);
    return doing(request, (one, id) => reopen(services, one, id, why, users));
  });

  app.post('/callbacks/:id/ask', async (request) => {
    const workspace = access(request).workspace.id;
    await mustShowPeople(services, workspace);
    const { person } = await state.callbacks.get(state.db, workspace, params.parse(request.params).id);
    const reached = await reach(services, workspace, person);
    return doing(request, ({ db, clock, me }, id) => ask(services, { workspace, id, db, clock, userId: me }, reached));
  });
}
