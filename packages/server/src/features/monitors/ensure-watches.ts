import { isLive, type Measured } from '@continuo/core';
import type { Workspace } from '@continuo/state';
import type { Services } from '../../platform/services.ts';
import type { Heard } from './heard.ts';
import { beginning, catchUp, planWatch } from './watches.ts';

const COMMON = { filters: [], period: 'day', learnFrom: null, owner: '', mails: [], hasWebhook: true } as const;
const ACTOR = 'Continuo';

/** Kept when a watch was made by itself: one that somebody stops does not come back. */
const madeFact = (thing: string): string => `watch-made ${thing}`;

/**
 * Makes the watches that a workspace has by itself, each once in its life: over each source that comes in by itself, over
 * everything that does, and over late call-backs as soon as there is a call-back. Gives how many spoke at once.
 */
export async function ensureWatches(services: Services, workspace: Workspace, heard: Heard): Promise<number> {
  const { state, clock } = services;
  const facts = await state.facts.all(state.db, workspace.id);
  const wanted: [thing: string, measured: Measured][] = [];
  if (isLive(heard.arrivals, heard.nowHour)) wanted.push(['arrivals', { kind: 'arrivals' }]);
  for (const { id, isLive: comes } of heard.sources)
    if (comes) wanted.push([`source ${id}`, { kind: 'source', source: id }]);
  if (!facts.has(madeFact('late')) && (await state.callbacks.hasAny(state.db, workspace.id)))
    wanted.push(['late', { kind: 'callbacks', which: 'past-due' }]);
  let spoke = 0;
  for (const [thing, measured] of wanted) {
    if (facts.has(madeFact(thing))) continue;
    const how = measured.kind === 'callbacks' ? 'unusual' : 'missing';
    const plan = await planWatch(services, workspace, { ...COMMON, measured, how }, heard);
    const made = await state.transaction(async (db) => {
      // Of two looks at once only one makes it, and none where somebody watches it already.
      if (!(await state.facts.begin(db, workspace.id, madeFact(thing)))) return null;
      const watches = await state.watches.list(db, workspace.id);
      if (watches.some((watch) => JSON.stringify(watch.measured) === JSON.stringify(measured))) return null;
      return state.watches.create(db, workspace.id, beginning(plan, ACTOR, clock.now()));
    });
    if (made !== null && (await catchUp(services, workspace, made, heard)).memory.state === 'open') spoke += 1;
  }
  return spoke;
}
