import { isNoneUsual } from '@continuo/core';
import type { Db, StoredAlert, StoredWatch, Workspace } from '@continuo/state';
import type { Services } from '../../platform/services.ts';
import type { Heard } from './heard.ts';
import { type Deed, type Judged, judgeHours, judgeNone, judgePast } from './judge.ts';
import { readHours, readPast, silentSources } from './past.ts';
import { slotEnd } from './slots.ts';
import { tell } from './tell.ts';

/** What a watch says of the periods that it has not judged yet; changes nothing. */
export async function judge(
  services: Services,
  workspace: Workspace,
  heard: Heard,
  watch: StoredWatch,
): Promise<Judged> {
  const { measured, filters, period } = watch;
  const judged =
    period === 'hour'
      ? (isNoneUsual(measured) ? judgeNone : judgeHours)(
          watch,
          await readHours(services, workspace, heard, { measured, filters }),
        )
      : judgePast(watch, await readPast(services, workspace, heard, { measured, filters, period }));
  const { memory, ...standing } = judged.standing;
  if (memory.state !== 'no-data') return judged;
  return { ...judged, standing: { ...standing, memory: { ...memory, silent: await silentSources(heard, measured) } } };
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
    // Of two looks at the same hour only one opens it.
    if (deed.kind === 'opened' && alert === null) {
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
