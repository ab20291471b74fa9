import { calendarSchema, callbackRuleSchema, callbackSettingsSchema } from '@continuo/contract';
import { type CallbackRule, Problem } from '@continuo/core';
import type { FastifyInstance } from 'fastify';
import { access, wrote } from '../../platform/http/access.ts';
import type { Lookout } from '../../platform/lookout.ts';
import type { Services } from '../../platform/services.ts';
import { previewOf } from './preview.ts';
import { rulesOf, STARTERS } from './starters.ts';

type ByKey = { Params: { key: string } };

/** What opens call-backs, how far it looks, and the hours in which answers are promised. */
export function callbackRuleRoutes(app: FastifyInstance, services: Services, lookout: Lookout): void {
  const { state } = services;
  const shown = async (workspace: number) => ({
    rules: await rulesOf(services, workspace),
    settings: await state.callbackRules.settings(state.db, workspace),
  });

  app.get('/callback-rules', async (request) => shown(access(request).workspace.id));

  app.put<ByKey>('/callback-rules/:key', async (request) => {
    const workspace = access(request).workspace.id;
    const rule = callbackRuleSchema.parse(request.body);
    mustBeSame(request.params.key, rule.key);
    await mustHaveCalendar(services, workspace, rule);
    await state.transaction(async (db) => {
      const kept = await state.callbackRules.list(db, workspace);
      if (kept.length === 0) for (const starter of STARTERS) await state.callbackRules.put(db, workspace, starter);
      await state.callbackRules.put(db, workspace, rule);
      await wrote(request, { thing: `call-back rule ${rule.key}`, details: { isOn: rule.isOn }, db });
    });
    lookout.look(workspace);
    return shown(workspace);
  });

  app.delete<ByKey>('/callback-rules/:key', async (request) => {
    const { key } = request.params;
    await state.transaction(async (db) => {
      await state.callbackRules.remove(db, access(request).workspace.id, key);
      await wrote(request, { thing: `call-back rule ${key}`, db });
    });
    return { removed: true };
  });

  app.put('/callback-settings', async (request) => {
    const workspace = access(request).workspace.id;
    const settings = callbackSettingsSchema.parse(request.body);
    await state.transaction(async (db) => {
      await state.callbackRules.putSettings(db, workspace, settings);
      await wrote(request, { thing: 'call-back settings', details: settings, db });
    });
    lookout.look(workspace);
    return shown(workspace);
  });

  app.post('/callback-rules/preview', async (request) =>
    previewOf(services, access(request).workspace, callbackRuleSchema.parse(request.body)),
  );

  app.get('/calendars', async (request) => state.calendars.list(state.db, access(request).workspace.id));

  app.put<ByKey>('/calendars/:key', async (request) => {
    const workspace = access(request).workspace.id;
    const calendar = calendarSchema.parse(request.body);
    mustBeSame(request.params.key, calendar.key);
    await state.transaction(async (db) => {
      await state.calendars.put(db, workspace, calendar);
      await wrote(request, { thing: `calendar ${calendar.key}`, db });
    });
    return state.calendars.list(state.db, workspace);
  });

  app.delete<ByKey>('/calendars/:key', async (request) => {
    const workspace = access(request).workspace.id;
    const { key } = request.params;
    const user = (await rulesOf(services, workspace)).find(({ calendar }) => calendar === key);
    if (user !== undefined)
      throw new Problem(
        'callback.conflict',
        `The rule “${user.title}” counts in this calendar. Give it another one first.`,
      );
    await state.transaction(async (db) => {
      await state.calendars.remove(db, workspace, key);
      await wrote(request, { thing: `calendar ${key}`, db });
    });
    return { removed: true };
  });
}

function mustBeSame(asked: string, given: string): void {
  if (asked !== given) throw new Problem('input.invalid', `The address says ${asked}, what was sent says ${given}.`);
}

async function mustHaveCalendar({ state }: Services, workspace: number, { calendar }: CallbackRule): Promise<void> {
  const calendars = await state.calendars.list(state.db, workspace);
  if (!calendars.some(({ key }) => key === calendar))
    throw new Problem(
      'calendar.unknown',
      `There is no calendar ${calendar}. There are: ${calendars.map(({ key }) => key).join(', ')}.`,
    );
}
