import { Problem } from '@continuo/core';
import type { StoredWatch, Workspace } from '@continuo/state';
import type { Services } from '../../platform/services.ts';
import { ensureWatches } from './ensure-watches.ts';
import { readHeard } from './heard.ts';
import { judge, keep } from './keep.ts';

/** What looking once came to. */
export interface Looked {
  readonly opened: number;
  readonly closed: number;
  /** Watches whose numbers are not ready: they are looked at again later. */
  readonly waiting: number;
}

/**
 * Looks at every watch of a workspace: judges the periods that have become whole since the last time, each once, opens and
 * closes alerts, and puts what is to be told into the outbox, all of one watch in one transaction. Safe to call at any time,
 * also from two processes at once.
 */
export async function lookAtWatches(services: Services, workspace: Workspace): Promise<Looked> {
  const { state, log, outbox } = services;
  const looked = { opened: 0, closed: 0, waiting: 0 };
  const heard = await readHeard(services, workspace);
  looked.opened += await ensureWatches(services, workspace, heard);
  const watches = await state.watches.list(state.db, workspace.id);
  // What is silent speaks first, so that nobody reads of a number before they read why it cannot be known.
  const inOrder = [...watches].sort((a, b) => rank(a) - rank(b));
  for (const watch of inOrder) {
    try {
      const judged = await judge(services, workspace, heard, watch);
      const { opened, closed } = await keep(services, workspace, watch, judged);
      looked.opened += opened;
      looked.closed += closed;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      looked.waiting += 1;
      if (error.code !== 'journey.not_ready' && error.code !== 'journey.unknown')
        log.warn({ err: error, watch: watch.id, workspace: workspace.id }, 'watch.not_looked');
    }
  }
  outbox.wake();
  return looked;
}

function rank({ measured: { kind } }: StoredWatch): number {
  return kind === 'arrivals' ? 0 : kind === 'source' ? 1 : 2;
}
