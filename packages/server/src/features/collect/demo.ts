import { type IdentityClaim, identityOf, Problem } from '@continuo/core';
import { airline, toEvents, type WorldEvent } from '@continuo/synth';
import { insertEvents, insertIdentities } from '@continuo/warehouse';
import { inBuildLane } from '../../platform/build-lane.ts';
import type { Services } from '../../platform/services.ts';
import { ensureDemoSurveys, ensureDemoThemes, removeDemoSurveys, removeDemoThemes } from '../experience/index.ts';
import { ensureDemoJourneys, rebuildRuns, removeDemoJourneys } from '../journeys/index.ts';
import { ensureDemoLetter, removeDemoLetter } from '../letters/index.ts';
import { ensureDemoWatches, removeDemoWatches } from '../monitors/index.ts';
import { ensureDemoCallbacks, removeDemoCallbacks } from '../recovery/index.ts';

import { removeSource } from './remove-source.ts';

/** Properties of the demo by which people are told apart. */
const DEMO_ATTRIBUTES = [
  'brand',
  'set_out',
  'country',
  'party',
  'flew_before',
  'seats',
  'bag_drop',
  'as_promised',
  'sat_together',
];

/** Fills a workspace with the demo world and its maps; what is there already stays. */
export async function loadDemo(services: Services, workspace: number): Promise<void> {
  const { state, warehouse } = services;
  const before = await state.sources.list(state.db, workspace);
  if (before.some((source) => source.kind === 'demo' && source.status === 'complete')) {
    await ensureDemoThemes(services, workspace);
    await ensureDemoJourneys(services, workspace);
    await ensureDemoSurveys(services, workspace);
    await ensureDemoCallbacks(services, workspace);
    await ensureDemoWatches(services, workspace);
    return ensureDemoLetter(services, workspace);
  }
  const source = await state.sources.create(state.db, { workspace, kind: 'demo', name: 'Demo: a month in Fuengirola' });
  const world = airline({ workspace });
  await insertEvents(warehouse, toEvents(workspace, source.id, world));
  await insertIdentities(warehouse, workspace, claimsOf(workspace, world));
  await state.attributes.declare(state.db, workspace, DEMO_ATTRIBUTES);
  await inBuildLane(warehouse, workspace, async () => {
    const sources = await state.sources.listComplete(state.db, workspace);
    await rebuildRuns(services, { workspace, sources: [...sources, source.id], touched: null });
    await state.sources.setStatus(state.db, { workspace, id: source.id, status: 'complete' });
  });
  await state.workspaces.update(state.db, workspace, { caseName: 'booking' });
  await ensureDemoThemes(services, workspace);
  await ensureDemoJourneys(services, workspace);
  await ensureDemoSurveys(services, workspace);
  await ensureDemoCallbacks(services, workspace);
  await ensureDemoWatches(services, workspace);
  await ensureDemoLetter(services, workspace);
  services.changes.tell(workspace);
}

/** Removes the demo world and its events. Throws `import.unknown` when there is none. */
export async function removeDemo(services: Services, workspace: number): Promise<void> {
  const { state } = services;
  const sources = await state.sources.list(state.db, workspace);
  const demo = sources.filter((source) => source.kind === 'demo' && source.status !== 'removed');
  if (demo.length === 0) throw new Problem('import.unknown', 'There is no demo world in this workspace.');
  await removeDemoLetter(services, workspace);
  await removeDemoCallbacks(services, workspace);
  await removeDemoWatches(services, workspace);
  await removeDemoJourneys(services, workspace);
  await removeDemoThemes(services, workspace);
  await removeDemoSurveys(services, workspace);
  for (const source of demo) await removeSource(services, workspace, source.id);
}

/** Each identity with the text it was made of, once. */
function claimsOf(workspace: number, world: readonly WorldEvent[]): Map<bigint, IdentityClaim> {
  const claims = new Map(world.map(({ kind, id }) => [`${kind}\0${id}`, { kind, value: id } as const]));
  return new Map([...claims.values()].map((claim) => [identityOf(workspace, claim), claim]));
}
