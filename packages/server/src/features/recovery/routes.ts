import { CALLBACK_COUNTS, CALLBACK_TABS, causeSchema } from '@continuo/contract';
import { type Cause, Problem, placedSteps } from '@continuo/core';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { access } from '../../platform/http/access.ts';
import type { Lookout } from '../../platform/lookout.ts';
import type { Services } from '../../platform/services.ts';
import { mustShowPeople } from '../../platform/switched.ts';
import { personContext } from './context.ts';
import { mapsOf } from './landing.ts';
import { callbackMeasures } from './measures.ts';
import { callbackRuleRoutes } from './rule-routes.ts';
import { listOf } from './show.ts';
import { shownCallback } from './show-one.ts';
import { rulesOf } from './starters.ts';
import { meOf, workersOf } from './who-works.ts';
import { callbackWorkRoutes } from './work-routes.ts';

const number = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const listQuery = z.object({
  tab: z.enum(CALLBACK_TABS).default('mine'),
  after: number.nullable().default(null),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  behind: z.enum(CALLBACK_COUNTS).optional(),
  cause: z.string().max(500).optional(),
  from: number.optional(),
  to: number.optional(),
});
const periodQuery = z.object({ from: number.optional(), to: number.optional() });
const contextQuery = z.object({ by: z.enum(['person', 'user']).nullable().default(null) });
const contextParams = z.object({ id: z.string().min(1).max(1000) });
const params = z.object({ id: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) });

/** People to be answered: the list, the work, rules and calendars, counts, and what any channel may ask about a person. */
export function recoveryRoutes(app: FastifyInstance, services: Services, lookout: Lookout): void {
  app.get('/callbacks', async (request) => {
    const { tab, after, limit, behind, cause, from, to } = listQuery.parse(request.query);
    return listOf(services, access(request).workspace, {
      ...{ tab, me: meOf(request), most: limit, afterId: after },
      behind: behind === undefined ? null : { count: behind, cause: causeOf(cause), fromMs: from, toMs: to },
    });
  });

  app.get('/callbacks/measures', async (request) => {
    const { from, to } = periodQuery.parse(request.query);
    return callbackMeasures(services, access(request).workspace.id, { fromMs: from, toMs: to });
  });

  app.get('/callbacks/assignees', async (request) => {
    const workspace = access(request).workspace.id;
    const [members, maps, rules] = await Promise.all([
      workersOf(services, workspace),
      mapsOf(services, workspace),
      rulesOf(services, workspace),
    ]);
    const owners = maps.flatMap((map) => [map.owner, ...placedSteps(map).map(({ step }) => step.owner)]);
    const teams = [...owners, ...rules.map(({ team }) => team)].filter((team) => team !== null);
    return { members, teams: [...new Set(teams)].sort((a, b) => a.localeCompare(b, 'en')), me: meOf(request) };
  });

  app.get('/callbacks/:id', async (request) =>
    shownCallback(services, access(request).workspace, params.parse(request.params).id),
  );

  app.get('/people/:id/context', async (request) => {
    const workspace = access(request).workspace.id;
    await mustShowPeople(services, workspace);
    const { id } = contextParams.parse(request.params);
    return personContext(services, workspace, id, contextQuery.parse(request.query).by);
  });

  callbackWorkRoutes(app, services);
  callbackRuleRoutes(app, services, lookout);
}

/** `journey/step` or `off-map`. Throws `input.invalid` for what is neither. */
function causeOf(text: string | undefined): Cause | null {
  if (text === undefined) return null;
  const [journey, step] = text.split('/');
  const read = causeSchema.safeParse(text === 'off-map' ? { kind: 'off-map' } : { kind: 'step', journey, step });
  if (!read.success) throw new Problem('input.invalid', 'A cause is written `journey/step`, or `off-map`.');
  return read.data;
}
