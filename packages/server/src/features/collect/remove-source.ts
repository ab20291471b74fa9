import { removeEvents } from '@continuo/warehouse';
import { inBuildLane } from '../../platform/build-lane.ts';
import type { Services } from '../../platform/services.ts';
import { rebuildRuns } from '../journeys/index.ts';

/** Takes a source and its events back: questions no longer see it, then its rows go. Safe to repeat after a crash. */
export async function removeSource(services: Services, workspace: number, source: number): Promise<void> {
  const { state, warehouse } = services;
  await inBuildLane(warehouse, workspace, async () => {
    await state.sources.setStatus(state.db, { workspace, id: source, status: 'removing' });
    const sources = await state.sources.listComplete(state.db, workspace);
    await rebuildRuns(services, { workspace, sources, touched: null });
  });
  services.changes.tell(workspace);
  await removeEvents(warehouse, workspace, source);
  await state.sources.setStatus(state.db, { workspace, id: source, status: 'removed' });
}
