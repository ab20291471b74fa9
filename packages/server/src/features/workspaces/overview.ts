import type { Overview } from '@continuo/contract';
import type { Workspace } from '@continuo/state';
import { askSuggestedGap, name, sql, uint, uints } from '@continuo/warehouse';
import type { Services } from '../../platform/services.ts';
import { askingFor } from '../analysis/index.ts';

export const VERSION = '0.1.0';

/** What there is, before anything is asked. The counting parts are made once a build. */
export async function overviewOf(services: Services, workspace: Workspace): Promise<Overview> {
  const { state, warehouse } = services;
  const [sources, build, sawGraph, readStory] = await Promise.all([
    state.sources.list(state.db, workspace.id),
    state.builds.last(state.db, workspace.id),
    state.facts.get(state.db, workspace.id, 'sawGraph'),
    state.facts.get(state.db, workspace.id, 'readStory'),
  ]);
  const complete = sources.filter((source) => source.status === 'complete');
  const counted = await countedOf(services, workspace.id, build?.version ?? 0);
  return {
    version: VERSION,
    workspace: { ...workspace, isDemo: complete.some((source) => source.kind === 'demo') },
    engine: warehouse.capabilities.engine,
    ...counted,
    dataAsOfMs: build?.dataAsOfMs ?? null,
    caseName: workspace.caseName,
    checklist: {
      hasData: complete.length > 0,
      hasOwnData: complete.some((source) => source.kind !== 'demo'),
      sawGraph: sawGraph !== null,
      readStory: readStory !== null,
    },
  };
}

type Counted = Pick<Overview, 'events' | 'firstMs' | 'lastMs' | 'hasCases' | 'attributes' | 'suggestedGap'>;
const memory = new WeakMap<object, Map<string, Promise<Counted>>>();

function countedOf(services: Services, workspace: number, version: number): Promise<Counted> {
  const known = memory.get(services.warehouse) ?? new Map<string, Promise<Counted>>();
  memory.set(services.warehouse, known);
  const key = `${workspace}/${version}`;
  const found = known.get(key);
  if (found) return found;
  const made = count(services, workspace);
  known.clear();
  known.set(key, made);
  made.catch(() => known.delete(key));
  return made;
}

async function count(services: Services, workspace: number): Promise<Counted> {
  const { warehouse } = services;
  const [asking, declared] = await Promise.all([
    askingFor(services, workspace, {}),
    services.state.attributes.list(services.state.db, workspace),
  ]);
  const [totals, values, suggested] = await Promise.all([
    warehouse.query(sql`select count() as events, countIf(case_key != '') as keyed,
  toUnixTimestamp64Milli(min(time)) as first, toUnixTimestamp64Milli(max(time)) as last
from continuo.${name(warehouse.reads.events)} where workspace = ${uint(workspace)} and source in ${uints(asking.sources)}`),
    warehouse.query(sql`select k, groupArray(v) as vs from (
  select k, v, count() as n from continuo.${name(warehouse.reads.runs)} final
  array join mapKeys(attributes) as k, mapValues(attributes) as v
  where workspace = ${uint(workspace)} and definition = 0 group by k, v order by n desc, v limit 30 by k)
group by k`),
    askSuggestedGap(asking),
  ]);
  const [row] = totals;
  const events = Number(row?.events ?? 0);
  return {
    events,
    firstMs: events === 0 ? null : Number(row?.first),
    lastMs: events === 0 ? null : Number(row?.last),
    hasCases: Number(row?.keyed ?? 0) > 0,
    // In the order of declaration: what was named first is what people look for first.
    attributes: values
      .map((row) => ({ name: String(row.k), values: row.vs as string[] }))
      .sort((a, b) => declared.indexOf(a.name) - declared.indexOf(b.name)),
    suggestedGap: suggested && { gapMs: suggested.gapMs, method: GAP_METHOD[suggested.from] },
  };
}

const GAP_METHOD = {
  'two-rhythms': 'silences come in a short and a long kind; this lies between them',
  'longest-usual': '99 of 100 silences are shorter',
} as const;
