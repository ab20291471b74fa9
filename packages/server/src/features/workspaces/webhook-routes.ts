import { randomUUID } from 'node:crypto';
import {
  changeWebhookSchema,
  type MailState,
  makeWebhookSchema,
  type Webhook,
  type WebhookDelivery,
} from '@continuo/contract';
import { Problem } from '@continuo/core';
import type { Delivery, StoredEndpoint } from '@continuo/state';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Networks, readWebhookUrl } from '../../platform/guard-address.ts';
import { access, wrote } from '../../platform/http/access.ts';
import type { Services } from '../../platform/services.ts';
import { TEST_TYPE } from '../../platform/webhook.ts';
import { newWebhookSecret } from '../../platform/webhook-secret.ts';

const params = z.object({ id: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) });
const againParams = params.extend({ delivery: z.string().min(1).max(300) });

/** How long two secrets sign side by side after a change. */
const OVERLAP_MS = 24 * 3_600_000;
const LISTED = 50;

/** Webhooks and their deliveries, and how e-mails stand. `allowed`: private networks the operator lets them reach. */
export function webhookRoutes(app: FastifyInstance, services: Services, allowed: Networks): void {
  const { state, clock, seal } = services;
  const here = (request: FastifyRequest): { workspace: number; id: number } => ({
    workspace: access(request).workspace.id,
    id: params.parse(request.params).id,
  });

  app.get('/webhooks', async (request) =>
    (await state.webhooks.list(state.db, access(request).workspace.id)).map(shown),
  );

  app.post('/webhooks', async (request) => {
    const { url, note, types } = makeWebhookSchema.parse(request.body);
    const { href } = readWebhookUrl(url, allowed);
    return state.transaction(async (db) => {
      const { secret, kept } = newWebhookSecret(seal);
      const endpoint = await state.webhooks.create(db, {
        ...{ workspace: access(request).workspace.id, url: href, note, types },
        ...{ secret: kept, createdMs: clock.now() },
      });
      await wrote(request, { thing: `webhook ${endpoint.id}`, details: { types }, db });
      return { ...shown(endpoint), secret };
    });
  });

  app.patch('/webhooks/:id', async (request) => {
    const { workspace, id } = here(request);
    await state.webhooks.get(state.db, workspace, id);
    const { url, isOn, note, types } = changeWebhookSchema.parse(request.body);
    const patch = {
      ...(url === undefined ? {} : { url: readWebhookUrl(url, allowed).href }),
      ...(note === undefined ? {} : { note }),
      ...(types === undefined ? {} : { types }),
      ...(isOn === undefined ? {} : { status: isOn ? ('on' as const) : ('off' as const) }),
    };
    return state.transaction(async (db) => {
      const endpoint = await state.webhooks.update(db, workspace, id, patch);
      await wrote(request, { thing: `webhook ${id}`, details: { changed: Object.keys(patch) }, db });
      return shown(endpoint);
    });
  });

  app.delete('/webhooks/:id', async (request) => {
    const { workspace, id } = here(request);
    await state.transaction(async (db) => {
      await state.webhooks.remove(db, workspace, id);
      await wrote(request, { thing: `webhook ${id}`, db });
    });
    return { removed: true };
  });

  app.post('/webhooks/:id/rotate', async (request) => {
    const { workspace, id } = here(request);
    return state.transaction(async (db) => {
      const { secret, kept } = newWebhookSecret(seal);
      await state.webhooks.rotate(db, { workspace, id }, kept, clock.now() + OVERLAP_MS);
      await wrote(request, { thing: `webhook ${id}`, db });
      return { ...shown(await state.webhooks.get(db, workspace, id)), secret };
    });
  });

  app.post('/webhooks/:id/test', async (request) => {
    const { workspace, id } = here(request);
    await state.webhooks.get(state.db, workspace, id);
    const delivery = `test-${randomUUID()}-to-${id}`;
    const message = { kind: 'webhook', endpoint: id, type: TEST_TYPE, payload: { says: 'It works.' } } as const;
    await state.transaction(async (db) => {
      await state.outbox.put(db, { workspace, id: delivery, message, nowMs: clock.now() });
      await wrote(request, { thing: `webhook ${id}`, db });
    });
    return deliveryShown(await services.outbox.sendOne(workspace, delivery));
  });

  app.get('/webhooks/:id/deliveries', async (request) => {
    const { workspace, id } = here(request);
    await state.webhooks.get(state.db, workspace, id);
    const listed = await state.outbox.list(state.db, { workspace, kind: 'webhook', endpoint: id, most: LISTED });
    return listed.map(deliveryShown);
  });

  app.post('/webhooks/:id/deliveries/:delivery/again', async (request) => {
    const { workspace } = access(request);
    const { id, delivery } = againParams.parse(request.params);
    await state.webhooks.get(state.db, workspace.id, id);
    const found = await state.outbox.find(state.db, workspace.id, delivery);
    const ref = { workspace: workspace.id, id: delivery };
    await state.transaction(async (db) => {
      if (found?.endpoint !== id || !(await state.outbox.again(db, ref, clock.now())))
        throw new Problem(
          'webhook.unknown',
          'There is no delivery of this number that was given up and is still kept.',
        );
      await wrote(request, { thing: `webhook ${id}`, db });
    });
    return deliveryShown(await services.outbox.sendOne(workspace.id, delivery));
  });

  app.get('/mail', async (request): Promise<MailState> => {
    const workspace = access(request).workspace.id;
    const [{ waiting, sent, gave_up: gaveUp }, newest] = await Promise.all([
      state.outbox.count(state.db, workspace, 'mail'),
      state.outbox.list(state.db, { workspace, kind: 'mail', most: LISTED }),
    ]);
    const lastError = newest.find(({ error }) => error !== null)?.error ?? null;
    return { isSet: services.outbox.hasMail, waiting, sent, gaveUp, lastError };
  });
}

function shown({ workspace: _, ...endpoint }: StoredEndpoint): Webhook {
  return { ...endpoint, types: [...endpoint.types] };
}

function deliveryShown(delivery: Delivery): WebhookDelivery {
  const { id, type, status, attempts, createdMs, triedMs, dueMs, answer, error } = delivery;
  const nextMs = status === 'waiting' ? dueMs : null;
  return { id, type, status, attempts, createdMs, triedMs, nextMs, answer, error };
}
