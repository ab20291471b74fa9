import { ALL_TIME, type Scope } from '@continuo/core';
import { type Asking, ask, type CodeBook, questions, type Warehouse } from '@continuo/warehouse';
import { ACTIVITIES, CHANNELS, SOURCE, WORKSPACE } from '../world/names.ts';
import {
  type Facts,
  FLOW,
  FLOW_ANCHOR,
  FUNNEL_STEPS,
  FUNNEL_WINDOW_MS,
  LAP_GAP_MS,
  SESSION_GAP_MS,
  VARIANTS_LISTED,
  type Workload,
} from './workload.ts';

export const BOOK: CodeBook = { activities: ['', ...ACTIVITIES], channels: ['', ...CHANNELS] };

const EVERYTHING: Scope = {
  workspace: WORKSPACE,
  range: ALL_TIME,
  unit: 'person',
  gapMs: null,
  activities: null,
  filters: [],
};
const NO_QUESTION = { exactness: 'exact', limits: [], ask: async () => null } as const;

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

export function askingOf(warehouse: Warehouse, dataAsOfMs: number, scope: Scope = EVERYTHING): Asking {
  return { warehouse, book: BOOK, scope, dataAsOfMs, sources: [SOURCE], options: {} };
}

/** Asks the product's own question, whole, and reduces its answer. */
export async function factsOf(workload: Workload, warehouse: Warehouse, dataAsOfMs: number): Promise<Facts> {
  return FACTS[workload](askingOf(warehouse, dataAsOfMs));
}

const FACTS: Readonly<Record<Workload, (asking: Asking) => Promise<Facts>>> = {
  'path-graph': async (asking) => {
    const { edges } = await questions['path-graph'].ask({ activityShare: null, pathShare: null }, asking);
    return {
      edges: edges.length,
      moves: sum(edges.map(({ count }) => count)),
      people: sum(edges.map(({ people }) => people)),
      means: sum(edges.map(({ meanMs }) => meanMs)),
      medians: sum(edges.map(({ medianMs }) => medianMs)),
      p90s: sum(edges.map(({ p90Ms }) => p90Ms)),
      longest: Math.max(...edges.map(({ maxMs }) => maxMs)),
    };
  },
  variants: async (asking) => {
    const { total, once, twice, variants } = await questions.variants.ask({ limit: VARIANTS_LISTED }, asking);
    const top = variants.slice(0, 5);
    return {
      total,
      once,
      twice,
      listed: sum(variants.map(({ runs }) => runs)),
      medians: sum(top.map(({ medianMs }) => medianMs)),
      p90s: sum(top.map(({ p90Ms }) => p90Ms)),
    };
  },
  funnel: async (asking) => {
    const input = {
      steps: FUNNEL_STEPS.map((step) => [step]),
      order: 'ordered',
      windowMs: FUNNEL_WINDOW_MS,
      exclusions: [],
      breakdown: null,
    } as const;
    const { groups } = await questions.funnel.ask(input, asking);
    return Object.fromEntries((groups[0]?.steps ?? []).map(({ reached }, k) => [`step ${k + 1}`, reached]));
  },
  flow: async (asking) => {
    const { anchored, nodes, links } = await questions.flow.ask(
      { anchor: FLOW_ANCHOR, ...FLOW, top: ACTIVITIES.length },
      asking,
    );
    const events = nodes.filter(({ place }) => place.kind === 'activity');
    const moves = links.filter(({ from, to }) => from.kind === 'activity' && to.kind === 'activity');
    return {
      anchored,
      nodes: events.length,
      events: sum(events.map(({ runs }) => runs)),
      links: moves.length,
      moves: sum(moves.map(({ runs }) => runs)),
      people: sum(moves.map(({ people }) => people)),
    };
  },
  retention: async (asking) => {
    const { cohorts, loop } = await questions.retention.ask(
      { period: 'week', timeZone: 'UTC', start: null, back: null, kind: 'first', lapGapMs: LAP_GAP_MS },
      asking,
    );
    return {
      people: sum(cohorts.map(({ size }) => size)),
      cells: sum(cohorts.map(({ back, running }) => sum(back.map((people) => people ?? 0)) + (running ?? 0))),
      'came back': loop.cameBack,
      laps: sum(loop.laps.map(({ laps, people }) => laps * people)),
      'median silence': loop.betweenMs?.median ?? 0,
      'p90 silence': loop.betweenMs?.p90 ?? 0,
    };
  },
  // What stands beside every answer over passages parted by silence: people, passages, events.
  sessions: async (asking) => {
    const scope = { ...EVERYTHING, unit: 'gap', gapMs: SESSION_GAP_MS } as const;
    const { population } = await ask('none', NO_QUESTION, null, { ...asking, scope });
    return { people: population.people, sessions: population.runs, events: population.events };
  },
};
