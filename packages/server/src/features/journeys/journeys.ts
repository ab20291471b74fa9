import type { Journey, JourneyEntry, JourneyVersion } from '@continuo/contract';
import { type JourneyContract, placedSteps, type Touchpoint, withTouchpoints } from '@continuo/core';
import type { StoredJourney, StoredVersion } from '@continuo/state';
import type { Services } from '../../platform/services.ts';
import type { JudgingQueue } from './judging/queue.ts';

/** All journeys of a workspace as a list shows them, by title. */
export async function entriesOf(
  services: Services,
  queue: JudgingQueue,
  workspace: number,
): Promise<readonly JourneyEntry[]> {
  const { state } = services;
  const [journeys, touchpoints] = await Promise.all([
    state.journeys.list(state.db, workspace),
    state.touchpoints.list(state.db, workspace),
  ]);
  const entries: JourneyEntry[] = [];
  for (const journey of journeys) {
    const newest = journey.version === 0 ? null : await state.journeyVersions.get(state.db, journey, journey.version);
    entries.push(await entryOf(queue, journey, newest, touchpoints));
  }
  return entries.sort((a, b) => a.title.localeCompare(b.title, 'en'));
}

/** One journey with its draft and its versions, newest first. */
export async function shownJourney(
  services: Services,
  queue: JudgingQueue,
  workspace: number,
  key: string,
): Promise<Journey> {
  const { state } = services;
  const [journey, touchpoints] = await Promise.all([
    state.journeys.get(state.db, workspace, key),
    state.touchpoints.list(state.db, workspace),
  ]);
  const versions = await state.journeyVersions.list(state.db, journey);
  return {
    ...(await entryOf(queue, journey, versions.at(-1) ?? null, touchpoints)),
    draft: journey.draft,
    seq: journey.draftSeq,
    versions: shownVersions(versions).reverse(),
  };
}

/** Versions with the dates in which they are in force, oldest first. */
export function shownVersions(versions: readonly StoredVersion[]): JourneyVersion[] {
  return versions.map(({ contract: _c, touchpoints: _t, ...rest }, i) => ({
    ...rest,
    toMs: versions[i + 1]?.fromMs ?? null,
  }));
}

async function entryOf(
  queue: JudgingQueue,
  journey: StoredJourney,
  newest: StoredVersion | null,
  touchpoints: readonly Touchpoint[],
): Promise<JourneyEntry> {
  const { key, draft, createdMs, updatedMs } = journey;
  const { title, level, parent, leadsTo, meantFor, brand, country, partner, owner, review, status } = draft;
  const steps = placedSteps(withTouchpoints(draft, touchpoints)).map(({ step }) => step);
  return {
    key,
    title,
    level,
    parent,
    leadsTo: [...leadsTo],
    meantFor: [...meantFor],
    brand,
    country,
    partner,
    owner,
    review,
    status,
    steps: steps.length,
    connected: steps.filter(({ matchers }) => matchers.length > 0).length,
    events: eventsOf(steps),
    version: newest?.version ?? null,
    hasChanges: newest === null || !isSame(draft, newest.contract),
    createdMs,
    updatedMs,
    judging: await queue.look(journey, 'in-force'),
  };
}

function eventsOf(steps: ReturnType<typeof placedSteps>[number]['step'][]): string[] {
  const all = steps.flatMap(({ matchers, failures }) => [...matchers, ...failures].flatMap(({ events }) => events));
  return [...new Set(all)];
}

// Both come out of the same schema, which writes fields in one order.
const isSame = (a: JourneyContract, b: JourneyContract): boolean => JSON.stringify(a) === JSON.stringify(b);
