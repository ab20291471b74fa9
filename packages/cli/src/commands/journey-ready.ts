import type { Client, ScopeInput } from '@continuo/contract';
import { type JudgedBy, Problem } from '@continuo/core';

const POLL_MS = 300;

/** Waits until the numbers of a judging are made. Throws `engine.failed` when they could not be. */
export async function untilReady(client: Client, key: string, judgedBy: JudgedBy): Promise<void> {
  for (;;) {
    const { isReady, error } = await client.call('judgeJourney', { params: { key }, body: { judgedBy } });
    if (error !== null) throw new Problem('engine.failed', `The numbers could not be made: ${error}`);
    if (isReady) return;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/**
 * Waits for the journey that a scope means. Nothing to wait for: a scope without one, a map that was never published, and what is
 * no scope at all, which the server refuses in its own words.
 */
export async function scopeReady(client: Client, scope: ScopeInput | null): Promise<void> {
  const journey = scope?.journey;
  if (typeof journey !== 'object' || typeof journey?.key !== 'string') return;
  const { key, judgedBy = 'in-force' } = journey;
  const isPublished = (await client.call('journey', { params: { key } })).version !== null;
  if (isPublished || judgedBy === 'draft') await untilReady(client, key, judgedBy);
}
