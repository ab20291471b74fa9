import {
  actOnAlertSchema,
  changeWatchSchema,
  makeWatchSchema,
  previewWatchSchema,
  relearnWatchSchema,
  type WholeAlert,
} from '@continuo/contract';
import { Problem } from '@continuo/core';
import type { StoredAlert, StoredWatch, Workspace } from '@continuo/state';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { access, wrote } from '../../platform/http/access.ts';
import type { Services } from '../../platform/services.ts';
import { besideAlert } from './beside.ts';
import { newStanding } from './judge.ts';
import { chartOfWatch, previewWatch } from './preview.ts';
import { shownAlert, shownWatch } from './show.ts';
import { slotOfDate } from './slots.ts';
import { beginning, catchUp, listWatches, planWatch } from './watches.ts';

const MOST_PAST = 100;

/** Watches, their previews, and alerts. */
export function monitorRoutes(app: FastifyInstance, services: Services): void {
  const { state, clock } = services;

  app.get('/watches', async (request) => listWatches(services, access(request).workspace));

  app.post('/watches/preview', async (request) =>
    previewWatch(services, access(request).workspace, previewWatchSchema.parse(request.body)),
  );

  app.post('/watches', async (request) => {
    const { workspace } = access(request);
    const plan = await planWatch(services, workspace, makeWatchSchema.parse(request.body));
    const made = await state.transaction(async (db) => {
      const watch = await state.watches.create(db, workspace.id, beginning(plan, nameOf(request), clock.now()));
      await wrote(request, { thing: `watch ${watch.id}`, details: { kind: plan.measured.kind, how: plan.how }, db });
      return watch;
    });
    return shown(workspace, await catchUp(services, workspace, made));
  });

  app.get('/watches/:id', async (request) => {
    const { workspace } = access(request);
    const watch = await watchOf(request);
    return { ...(await shown(workspace, watch)), chart: await chartOfWatch(services, workspace, watch) };
  });

  app.patch('/watches/:id', async (request) => {
    const { workspace } = access(request);
    const { id } = await watchOf(request);
    const changes = definedOf(changeWatchSchema.parse(request.body));
    const changed = await state.transaction(async (db) => {
      const watch = await state.watches.update(db, workspace.id, id, changes);
      await wrote(request, { thing: `watch ${id}`, details: { changed: Object.keys(changes).join(' ') }, db });
      return watch;
    });
    return shown(workspace, changed);
  });

  app.post('/watches/:id/learn', async (request) => {
    const { workspace } = access(request);
    const watch = await watchOf(request);
    const { learnFrom } = relearnWatchSchema.parse(request.body);
    const from = slotOfDate(learnFrom, watch.period, workspace.timeZone);
    const atMs = clock.now();
    await state.transaction(async (db) => {
      const open = await state.alerts.openOf(db, workspace.id, watch.id);
      if (open) {
        const note = 'The watch learns anew what is usual.';
        await state.alerts.close(db, open, { slot: open.lastSlot, atMs, actor: nameOf(request), note });
      }
      await state.watches.relearn(db, watch, from, newStanding(watch.period));
      await wrote(request, { thing: `watch ${watch.id}`, db });
    });
    return shown(workspace, await catchUp(services, workspace, await watchOf(request)));
  });

  app.delete('/watches/:id', async (request) => {
    const { workspace } = access(request);
    const { id } = await watchOf(request);
    await state.transaction(async (db) => {
      await state.watches.remove(db, workspace.id, id);
      await wrote(request, { thing: `watch ${id}`, db });
    });
    return { removed: true };
  });

  app.get('/alerts', async (request) => {
    const { workspace } = access(request);
    const [open, past, watches] = await Promise.all([
      state.alerts.listOpen(state.db, workspace.id),
      state.alerts.listPast(state.db, workspace.id, MOST_PAST),
      state.watches.list(state.db, workspace.id),
    ]);
    const byId = new Map(watches.map((watch) => [watch.id, watch]));
    const show = (alerts: readonly StoredAlert[]) =>
      alerts.flatMap((alert) => {
        const watch = byId.get(alert.watch);
        return watch ? [shownAlert(alert, watch, workspace.timeZone)] : [];
      });
    return { open: show(open), past: show(past) };
  });

  app.get('/alerts/:id', async (request) => wholeAlert(access(request).workspace, await alertOf(request)));

  app.get('/alerts/:id/beside', async (request) =>
    besideAlert(services, access(request).workspace, await alertOf(request)),
  );

  app.post('/alerts/:id', async (request) => {
    const { workspace } = access(request);
    const alert = await alertOf(request);
    const act = actOnAlertSchema.parse(request.body);
    const [actor, atMs] = [nameOf(request), clock.now()];
    await state.transaction(async (db) => {
      switch (act.kind) {
        case 'acknowledge':
          await state.alerts.acknowledge(db, alert, actor, atMs);
          break;
        case 'comment':
          await state.alerts.say(db, workspace.id, alert.id, { atMs, actor, kind: 'comment', note: act.note });
          break;
        case 'mute':
        case 'unmute': {
          const mutedUntilMs = act.kind === 'mute' ? act.untilMs : null;
          await state.watches.update(db, workspace.id, alert.watch, { mutedUntilMs });
          const note = act.kind === 'mute' ? new Date(act.untilMs).toISOString() : '';
          const kind = act.kind === 'mute' ? 'muted' : 'unmuted';
          await state.alerts.say(db, workspace.id, alert.id, { atMs, actor, kind, note });
        }
      }
      await wrote(request, { thing: `alert ${alert.id}`, details: { kind: act.kind }, db });
    });
    return wholeAlert(workspace, await state.alerts.get(state.db, workspace.id, alert.id));
  });

  const numbered = (request: FastifyRequest, code: 'watch.unknown' | 'alert.unknown'): number => {
    const { id } = request.params as { readonly id: string };
    if (!/^\d{1,15}$/.test(id)) throw new Problem(code, `There is nothing by the number ${id.slice(0, 40)}.`);
    return Number(id);
  };
  const watchOf = (request: FastifyRequest): Promise<StoredWatch> =>
    state.watches.get(state.db, access(request).workspace.id, numbered(request, 'watch.unknown'));
  const alertOf = (request: FastifyRequest): Promise<StoredAlert> =>
    state.alerts.get(state.db, access(request).workspace.id, numbered(request, 'alert.unknown'));
  const shown = async (workspace: Workspace, watch: StoredWatch) =>
    shownWatch(watch, await state.alerts.openOf(state.db, workspace.id, watch.id));

  async function wholeAlert(workspace: Workspace, alert: StoredAlert): Promise<WholeAlert> {
    const watch = await state.watches.get(state.db, workspace.id, alert.watch);
    const [log, chart] = await Promise.all([
      state.alerts.log(state.db, workspace.id, alert.id),
      chartOfWatch(services, workspace, watch),
    ]);
    return { ...shownAlert(alert, watch, workspace.timeZone), log: [...log], chart };
  }
}

function nameOf(request: FastifyRequest): string {
  return access(request).user?.name ?? 'Somebody on this machine';
}

/** Without the fields that were left out. */
function definedOf<T extends object>(value: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as never;
}
