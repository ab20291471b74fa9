import type { HelpingMoment } from '@continuo/state';
import { allLinks, sightingsOf } from '@continuo/warehouse';
import type { Services } from '../../platform/services.ts';
import { announceCallback } from './announce.ts';
import { recoveryClock } from './recovery-clock.ts';
import { usersOf } from './work.ts';

/** Events a question. */
const A_QUESTION = 500;

/**
 * Lets call-backs follow what was found out since: whose they are after ids turned out to be one person, or two after all, and
 * whether the events that opened them are still there. Safe to repeat and to break off.
 */
export async function keepUp(services: Services, workspace: number, isStopped: () => boolean): Promise<void> {
  await followPeople(services, workspace, isStopped);
  await followRemovals(services, workspace, isStopped);
}

async function followPeople(services: Services, workspace: number, isStopped: () => boolean): Promise<void> {
  const { state, warehouse } = services;
  const [openings, { personOf }] = await Promise.all([
    state.callbackUpkeep.openings(state.db, workspace),
    allLinks(warehouse, workspace),
  ]);
  for (const { id, person, identity } of openings) {
    const now = String(personOf.get(BigInt(identity)) ?? identity);
    if (now === person || isStopped()) continue;
    const clock = await recoveryClock(services, workspace);
    await state.transaction(async (db) => {
      const gone = await state.callbackUpkeep.follow(db, workspace, { id, person: now }, clock);
      // The person is being helped as before: only whoever keeps the list of call-backs must know.
      if (gone !== null && !clock.isFrozen)
        await announceCallback(services, db, gone, 'closed', { users: [], isPersonal: false, nowMs: clock.nowMs });
    });
  }
}

async function followRemovals(services: Services, workspace: number, isStopped: () => boolean): Promise<void> {
  const { state } = services;
  const moments = await state.callbackUpkeep.helpingMoments(state.db, workspace);
  // Late promises and what people opened themselves are no events.
  const events = moments.filter(({ message }) => /^\d+$/.test(message));
  const there = await thoseThere(services, workspace, events);
  const changed = new Map<number, { gone: HelpingMoment[]; back: HelpingMoment[] }>();
  for (const moment of events) {
    const isThere = there.has(`${moment.identity} ${moment.message}`);
    if (isThere === (moment.removedMs === null)) continue;
    const own = changed.get(moment.callback) ?? { gone: [], back: [] };
    (isThere ? own.back : own.gone).push(moment);
    changed.set(moment.callback, own);
  }
  for (const [id, change] of changed) {
    if (isStopped()) return;
    const users = await usersOf(services, workspace, id);
    const clock = await recoveryClock(services, workspace);
    await state.transaction(async (db) => {
      const withdrawn = await state.callbackUpkeep.noteRemovals(db, workspace, id, change, clock);
      if (withdrawn === null || clock.isFrozen) return;
      const { personLevel } = await state.switches.get(db, workspace);
      await announceCallback(services, db, withdrawn, 'closed', { users, isPersonal: personLevel, nowMs: clock.nowMs });
    });
  }
}

async function thoseThere(
  { state, warehouse }: Services,
  workspace: number,
  moments: readonly HelpingMoment[],
): Promise<ReadonlySet<string>> {
  const sources = await state.sources.listComplete(state.db, workspace);
  const found = new Set<string>();
  for (let i = 0; i < moments.length; i += A_QUESTION) {
    const some = moments.slice(i, i + A_QUESTION);
    const events = some.map(({ identity, message }) => ({ identity: BigInt(identity), message: BigInt(message) }));
    for (const { identity, message } of await sightingsOf(warehouse, { workspace, sources }, events))
      found.add(`${identity} ${message}`);
  }
  return found;
}
