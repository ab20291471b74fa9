import { Problem } from '@continuo/core';
import { airline, toEvents } from '@continuo/synth';
import { insertEvents, insertIdentities, removeEvents } from '@continuo/warehouse';
import type { Services } from '../../platform/services.ts';
import { rebuildRuns } from './rebuild.ts';

/** Properties of the demo by which people are told apart. */
const DEMO_ATTRIBUTES = ['brand', 'country', 'partner'];

/** Fills a workspace with the demo world; nothing happens when it is there already. */
export async function loadDemo(services: Services, workspace: number): Promise<void> {
  const { state, warehouse, clock } = services;
  const before = await state.sources.list(state.db, workspace);
  if (before.some((source) => source.kind === 'demo' && source.status === 'complete')) return;
  const source = await state.sources.create(state.db, { workspace, kind: 'demo', name: 'Demo: a month in Fuengirola' });
  const world = [...airline()];
  const { events, claims } = toEvents(workspace, source.id, world);
  await insertEvents(warehouse, events);
  await insertIdentities(warehouse, workspace, claims);
  await state.attributes.declare(state.db, workspace, DEMO_ATTRIBUTES);
  const sources = await state.sources.listComplete(state.db, workspace);
  await rebuildRuns(services, { workspace, sources: [...sources, source.id], touched: null });
  await state.sources.setStatus(state.db, { workspace, id: source.id, status: 'complete' });
  await state.workspaces.update(state.db, workspace, { caseName: 'booking' });
  await state.audit.append(state.db, {
    workspace,
    atMs: clock.now(),
    actor: 'local',
    action: 'demo.load',
    thing: `source ${source.id}`,
    details: {},
  });
}

/** Removes the demo world and its events. Throws `import.unknown` when there is none. */
export async function removeDemo(services: Services, workspace: number): Promise<void> {
  const { state } = services;
  const sources = await state.sources.list(state.db, workspace);
  const demo = sources.filter((source) => source.kind === 'demo' && source.status !== 'removed');
  if (demo.length === 0) throw new Problem('import.unknown', 'There is no demo world in this workspace.');
  for (const source of demo) await removeSource(services, workspace, source.id);
}

/** Takes a source and its events back: questions no longer see it, then its rows go. Safe to repeat after a crash. */
export async function removeSource(services: Services, workspace: number, source: number): Promise<void> {
  const { state, warehouse, clock } = services;
  await state.sources.setStatus(state.db, { workspace, id: source, status: 'removing' });
  await removeEvents(warehouse, workspace, source);
  await rebuildRuns(services, {
    workspace,
    sources: await state.sources.listComplete(state.db, workspace),
    touched: null,
  });
  await state.sources.setStatus(state.db, { workspace, id: source, status: 'removed' });
  await state.audit.append(state.db, {
    workspace,
    atMs: clock.now(),
    actor: 'local',
    action: 'source.remove',
    thing: `source ${source}`,
    details: {},
  });
}
