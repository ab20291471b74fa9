import type { JourneyEntry, JourneyStanding } from '@continuo/contract';
import { Problem } from '@continuo/core';
import { mapView } from '@continuo/diagram';
import type { Workspace } from '@continuo/state';
import type { AskOptions } from '@continuo/warehouse';
import type { Services } from '../../platform/services.ts';
import { askQuestion } from '../analysis/index.ts';
import { entriesOf } from './journeys.ts';
import type { JudgingQueue } from './judging/queue.ts';

/** Journeys looked at side by side: each asks some twenty statements, and a page that is opened meanwhile waits for them. */
const AT_ONCE = 2;
const WORDS = {
  notConnected: 'not connected',
  notKnown: 'not known',
  counting: 'being counted',
  failed: 'could not be counted',
};

/**
 * Every journey by its worst fact over all time, as its map says it, by title. What has no numbers says why; one that
 * cannot be counted does not keep the others from it. Throws `engine.cancelled` when the caller has left.
 */
export async function statusesOf(
  services: Services,
  queue: JudgingQueue,
  workspace: Workspace,
  options: AskOptions,
): Promise<readonly JourneyStanding[]> {
  const entries = await entriesOf(services, queue, workspace.id);
  const statuses: JourneyStanding[] = entries.map(without);
  const waiting = entries.entries();
  const work = async (): Promise<void> => {
    for (const [i, entry] of waiting)
      if (statuses[i]?.isCounted) statuses[i] = await statusOf(services, workspace, entry, options);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return statuses;
}

/** What is said of a journey before its numbers are looked at. `isCounted`: there are some. */
function without({ key, version, connected, judging }: JourneyEntry): JourneyStanding {
  const say = (words: string, isCounted = false): JourneyStanding => ({ key, status: 'none', words, isCounted });
  if (connected === 0) return say(WORDS.notConnected);
  if (version === null) return say(WORDS.notKnown);
  if (judging.error !== null) return say(WORDS.failed);
  return judging.isReady ? say(WORDS.notKnown, true) : say(WORDS.counting);
}

async function statusOf(
  services: Services,
  { id, timeZone }: Workspace,
  { key, version }: JourneyEntry,
  options: AskOptions,
): Promise<JourneyStanding> {
  const { state } = services;
  const ask = { scope: { unit: 'journey', journey: { key, judgedBy: 'in-force' } }, options } as const;
  try {
    const journey = await state.journeys.get(state.db, id, key);
    // Asked as the page of the map asks: whoever opens it finds the answers made.
    const [{ contract }, lived, days] = await Promise.all([
      state.journeyVersions.get(state.db, journey, version ?? journey.version),
      askQuestion(services, id, { question: 'journey-map', ...ask }),
      askQuestion(services, id, { question: 'journey-days', ...ask, input: { timeZone } }),
    ]);
    const { status } = mapView({
      ...{ contract, lived: lived.result, gaps: null, days: days.result, before: null },
      ...{ layer: 'both', lanes: null, timeZone, asOfMs: lived.dataAsOfMs ?? 0 },
    });
    return { key, status: status?.kind ?? 'none', words: status?.words ?? WORDS.notKnown, isCounted: true };
  } catch (error) {
    if (options.signal?.aborted || !(error instanceof Problem)) throw error;
    const words = error.code === 'journey.not_ready' ? WORDS.counting : WORDS.failed;
    return { key, status: 'none', words, isCounted: false };
  }
}
