import { createHash, createHmac } from 'node:crypto';
import { Problem } from '@continuo/core';
import type { OutboxLease, State, StoredEndpoint } from '@continuo/state';
import type { Clock } from './clock.ts';
import type { Networks } from './guard-address.ts';
import type { Attempt, Sender } from './outbox.ts';
import { type PostAnswer, postErrorText, postGuarded, type Resolve } from './post-guarded.ts';
import type { Seal } from './seal.ts';
import { OF_WEBHOOKS } from './webhook-secret.ts';

/** A delivery that an admin asks for; it goes also to an endpoint that is off, and wants no type. */
export const TEST_TYPE = 'webhook.test';

const LONGEST_WAIT_MS = 86_400_000;

/**
 * The headers of one delivery, as Standard Webhooks 1.0 asks: HMAC-SHA256 over `id.seconds.body` with what the secret's
 * base64 part stands for, one signature for each secret that is active, newest first.
 */
export function signedHeaders(
  id: string,
  seconds: number,
  body: string,
  secrets: readonly string[],
): Readonly<Record<string, string>> {
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;
  });
  return {
    'content-type': 'application/json',
    'user-agent': 'Continuo-Webhooks',
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': signatures.join(' '),
  };
}

/** The id receivers see: the same however often a message is sent, and saying nothing of our inside. */
export function webhookId(workspace: number, id: string): string {
  return `msg_${createHash('sha256').update(`${workspace}/${id}`).digest('base64url').slice(0, 27)}`;
}

export interface WebhookSettings {
  readonly state: State;
  readonly clock: Clock;
  readonly seal: Seal;
  readonly allowed: Networks;
  /** Of one attempt; default 15 s. */
  readonly deadlineMs?: number;
  readonly resolve?: Resolve;
}

/** Sends messages of the outbox to webhooks. An endpoint that answers 410 is turned off, and the audit log says so. */
export function webhookSender(settings: WebhookSettings): Sender {
  const { state, clock, seal, allowed, deadlineMs, resolve } = settings;
  return async (lease) => {
    const { message, workspace } = lease;
    if (message.kind !== 'webhook') throw new Problem('internal', 'An e-mail came to the webhooks.');
    const endpoint = await endpointOf(state, lease);
    const isTest = message.type === TEST_TYPE;
    if (endpoint === null || (endpoint.status !== 'on' && !isTest))
      return { kind: 'never', answer: null, error: 'This webhook is switched off.' };
    const nowMs = clock.now();
    const body = JSON.stringify({
      type: message.type,
      timestamp: new Date(lease.createdMs).toISOString(),
      data: message.payload,
    });
    const kept = await state.webhooks.secretsOf(state.db, workspace, endpoint.id, nowMs);
    const secrets = kept.map((secret) => seal.open(secret, OF_WEBHOOKS));
    const headers = signedHeaders(webhookId(workspace, lease.id), Math.floor(nowMs / 1000), body, secrets);
    try {
      const answer = await postGuarded({
        url: endpoint.url,
        headers,
        body,
        allowed,
        ...(deadlineMs === undefined ? {} : { deadlineMs }),
        ...(resolve === undefined ? {} : { resolve }),
      });
      if (answer.status === 410) await retire(settings, endpoint);
      return attemptOf(answer, nowMs);
    } catch (error) {
      // A name that leads inside today may have been hijacked; it is not tried for ever, but it is tried again.
      return { kind: 'later', answer: null, error: postErrorText(error) };
    }
  };
}

async function endpointOf(state: State, { workspace, message }: OutboxLease): Promise<StoredEndpoint | null> {
  const all = await state.webhooks.list(state.db, workspace);
  return all.find(({ id }) => message.kind === 'webhook' && id === message.endpoint) ?? null;
}

async function retire({ state, clock }: WebhookSettings, { workspace, id }: StoredEndpoint): Promise<void> {
  await state.transaction(async (db) => {
    await state.webhooks.update(db, workspace, id, { status: 'gone' });
    await state.audit.append(db, workspace, {
      atMs: clock.now(),
      actor: 'system',
      action: 'webhook.gone',
      thing: `webhook ${id}`,
      details: {},
    });
  });
}

/** What a status means: 2xx is delivered, 410 for ever over, everything else is tried again. */
function attemptOf({ status, retryAfter }: PostAnswer, nowMs: number): Attempt {
  if (status >= 200 && status < 300) return { kind: 'sent', answer: status };
  if (status === 410)
    return { kind: 'never', answer: status, error: 'It says that it is gone (410); the webhook was switched off.' };
  const error =
    status >= 300 && status < 400
      ? `It sent us elsewhere (${status}); redirects are not followed. Set the final address.`
      : `It answered ${status}.`;
  return { kind: 'later', answer: status, error, waitMs: waitOf(retryAfter, nowMs) };
}

/** `Retry-After` in milliseconds, at most a day; 0 when it says nothing that can be read. */
function waitOf(retryAfter: string | null, nowMs: number): number {
  if (retryAfter === null) return 0;
  const waitMs = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - nowMs;
  return Number.isFinite(waitMs) ? Math.min(Math.max(waitMs, 0), LONGEST_WAIT_MS) : 0;
}
