import { Problem } from '@continuo/core';
import type { Db, StoredAlert, StoredWatch, Workspace } from '@continuo/state';
import type { Services } from '../../platform/services.ts';
import { type Heard, readHeard } from './heard.ts';
import { type Deed, type Judged, judgeHours, judgePast } from './judge.ts';
import { readHours, readPast } from './past.ts';
import { slotEnd } from './slots.ts';
import { tell } from './tell.ts';

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
  const watches = await state.watches.list(state.db, workspace.id);
  const looked = { opened: 0, closed: 0, waiting: 0 };
  if (watches.length === 0) return looked;
  const heard = await readHeard(services, workspace);
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

function rank({ measured }: StoredWatch): number {
  return measured.kind === 'source' ? 0 : 1;
}

/** What a watch says of the periods that it has not judged yet; changes nothing. */
export async function judge(
  services: Services,
  workspace: Workspace,
  heard: Heard,
  watch: StoredWatch,
): Promise<Judged> {
  const { measured, filters, period } = watch;
  if (period === 'hour') return judgeHours(watch, await readHours(services, workspace, heard, { measured, filters }));
  return judgePast(watch, await readPast(services, workspace, heard, { measured, filters, period }));
}

/** Keeps what was judged, unless somebody else was faster. */
export async function keep(
  services: Services,
  workspace: Workspace,
  watch: StoredWatch,
  judged: Judged,
): Promise<{ readonly opened: number; readonly closed: number }> {
  const { state, clock } = services;
  const atMs = clock.now();
  const { standing, deeds, verdicts } = judged;
  const judgedMs = standing.judged === null ? null : slotEnd(standing.judged, watch.period, workspace.timeZone);
  return state.transaction(async (db) => {
    if (!(await state.watches.stand(db, watch, { ...standing, judgedMs }))) return { opened: 0, closed: 0 };
    await state.watches.keepVerdicts(db, watch, verdicts, atMs);
    return keepDeeds(services, { workspace, watch, deeds, atMs, db });
  });
}

interface Keeping {
  readonly workspace: Workspace;
  readonly watch: StoredWatch;
  readonly deeds: readonly Deed[];
  readonly atMs: number;
  readonly db: Db;
}

/**
 * Alerts from deeds. Of episodes that began and ended among these periods (a month that came at once) the alert is kept as
 * past and nobody is told.
 */
async function keepDeeds(services: Services, { workspace, watch, deeds, atMs, db }: Keeping) {
  const { state } = services;
  const before = await state.alerts.openOf(db, workspace.id, watch.id);
  let alert: StoredAlert | null = before;
  let [opened, closed] = [0, 0];
  for (const deed of deeds) {
    if (deed.kind === 'opened') {
      const { slot, since: sinceSlot, side, figure: first } = deed;
      const at = { workspace: workspace.id, watch: watch.id, spokenSlot: slot, lastSlot: slot, openedMs: atMs };
      alert = await state.alerts.open(db, { ...at, side, sinceSlot, first });
      opened += 1;
      continue;
    }
    if (alert === null) continue;
    await state.alerts.goOn(db, alert, deed.slot, deed.figure);
    if (deed.kind !== 'closed') continue;
    await state.alerts.close(db, alert, { slot: deed.slot, atMs, actor: '', note: '' });
    closed += 1;
    if (alert.id === before?.id)
      await tell(services, db, {
        type: 'alert.closed',
        workspace,
        watch,
        alert: await state.alerts.get(db, workspace.id, alert.id),
      });
    alert = null;
  }
  if (alert !== null && alert.id !== before?.id)
    await tell(services, db, {
      type: 'alert.opened',
      workspace,
      watch,
      alert: await state.alerts.get(db, workspace.id, alert.id),
    });
  return { opened, closed };
}
