import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FunnelInput, RetentionInput, Scope } from '@continuo/core';
import { flowOf, funnelOf, retentionOf, scopeRuns } from '@continuo/core/oracle';
import { beforeAll, expect, test } from 'vitest';
import { questions } from '../src/questions/registry.ts';
import { migrate } from '../src/schema/migrate.ts';
import type { Warehouse } from '../src/warehouse.ts';
import { expectSame } from './close.ts';
import { describeEachEngine } from './each-engine.ts';
import { type Told, type ToldWorkspace, tell } from './told-events.ts';

/**
 * Small cases whose numbers other products publish (PostHog, Plausible), through the SQL and through the oracle.
 * Not offered here: bins of conversion times (the answer has mean, median and p90); Plausible's backward journeys, its
 * choice of interesting pages and steps after a path of two (a flow looks from one anchor).
 */
const SHARED = process.env.CONTINUO_SHARED ?? resolve(import.meta.dirname, '../../../../shared');
const file = resolve(SHARED, 'reference/peer_facts.json');
const isHere = existsSync(file);
/** One fact; each has a form of its own, told in the file. */
const fact = (id: string) =>
  JSON.parse(readFileSync(file, 'utf8')).find((one: { readonly id: string }) => one.id === id);

const DAY = 86_400_000;
const funnel: FunnelInput = { steps: [], order: 'ordered', windowMs: 14 * DAY, exclusions: [], breakdown: null };
const retention: RetentionInput = {
  period: 'day',
  timeZone: 'UTC',
  start: null,
  back: null,
  kind: 'recurring',
  lapGapMs: 14 * DAY,
};
const utc = (text: string): number => Date.parse(text.endsWith('Z') || text.length === 10 ? text : `${text}Z`);

/** Journeys given as the order of their events, a second apart. */
function bySeconds(
  journeys: Readonly<Record<string, readonly { readonly event: string; readonly t: number }[]>>,
): Told[] {
  return Object.entries(journeys).flatMap(([who, events]) =>
    events.map(({ event, t }) => ({ who, name: event, timeMs: Date.UTC(2026, 0, 1) + t * 1000 })),
  );
}

describeEachEngine('published cases of other products', ({ open }) => {
  let warehouse: Warehouse;
  beforeAll(async () => {
    warehouse = await open();
    await migrate(warehouse);
  });

  async function askFunnel(told: ToldWorkspace, input: FunnelInput, changes: Partial<Scope> = {}) {
    const asking = told.asking(changes);
    const answer = await questions.funnel.ask(input, asking);
    expectSame(answer, funnelOf(told.stored, input, asking.scope, asking.dataAsOfMs), input);
    return answer.groups;
  }

  async function askRetention(told: ToldWorkspace, input: RetentionInput, changes: Partial<Scope>) {
    const asking = told.asking(changes);
    const answer = await questions.retention.ask(input, asking);
    expectSame(
      answer,
      retentionOf(scopeRuns(told.stored, asking.scope), input, asking.scope, asking.dataAsOfMs),
      input,
    );
    return answer.cohorts;
  }

  /** Moves between activities by step: `[1, from, 2, to, people]`, as step-indexed paths are published. */
  async function askPaths(told: ToldWorkspace, changes: Partial<Scope>) {
    const asking = told.asking(changes);
    const input = { anchor: null, before: 0, after: 5, top: 50 };
    const answer = await questions.flow.ask(input, asking);
    expectSame(answer, flowOf(scopeRuns(told.stored, asking.scope), input), input);
    return answer.links.flatMap(({ layer, from, to, people }) =>
      from.kind === 'activity' && to.kind === 'activity'
        ? [[`${layer}_${from.activity}`, `${layer + 1}_${to.activity}`, people]]
        : [],
    );
  }

  async function reachedBy(told: ToldWorkspace, input: FunnelInput, step: number): Promise<(string | undefined)[]> {
    const behind = { kind: 'funnel', funnel: input, step, outcome: 'reached', group: null } as const;
    const { rows } = await questions.people.ask(
      { behind, search: null, sort: 'recent', limit: 100, offset: 0 },
      told.asking(),
    );
    return rows.map(({ person }) => told.nameOf(person)).sort();
  }

  test.skipIf(!isHere)('retention by day, with two identities of one person', async () => {
    const { events, identities, expected } = fact('posthog-retention-day');
    const told = await tell(
      warehouse,
      events.map(([who, time]: [string, string]) => ({ who, name: 'seen', timeMs: utc(time) })),
      { aliases: { alias1: 'person1' }, dataAsOfMs: utc('2020-06-21T00:00:00Z') },
    );
    expect(identities.person1).toContain('alias1');
    const range = { fromMs: utc('2020-06-10'), toMs: utc('2020-06-21') };
    const cohorts = await askRetention(told, retention, { range });
    expect(cohorts.map(({ back }) => back)).toEqual(expected);
    expect(cohorts.map(({ size }) => size)).toEqual(expected.map(([first]: number[]) => first));
  });

  test.skipIf(!isHere)('retention by month', async () => {
    const { events, expected } = fact('posthog-retention-month');
    const told = await tell(
      warehouse,
      events.map(([who, time]: [string, string]) => ({ who, name: 'seen', timeMs: utc(time) })),
      { dataAsOfMs: utc('2020-12-01T00:00:00Z') },
    );
    const range = { fromMs: utc('2020-01-01'), toMs: utc('2020-12-01') };
    const cohorts = await askRetention(told, { ...retention, period: 'month' }, { range });
    expect(cohorts.map(({ back }) => back)).toEqual(expected);
  });

  test.skipIf(!isHere).each(['strict', 'unordered'] as const)(
    'a %s funnel, and who reached each step',
    async (order) => {
      const { steps, journeys, expected } = fact(`posthog-funnel-${order}`);
      const told = await tell(warehouse, bySeconds(journeys), { dataAsOfMs: utc('2027-01-01') });
      const input = { ...funnel, order, steps: steps.map((step: string) => [step]) };
      const [group] = await askFunnel(told, input);
      expect(group?.steps.map(({ reached }) => reached)).toEqual(expected.step_counts);
      for (const [step, people] of Object.entries(expected.reached))
        expect(await reachedBy(told, input, Number(step) - 1)).toEqual(people);
    },
  );

  test.skipIf(!isHere)('a strict funnel broken down by browser', async () => {
    const { steps, breakdown, journeys, window_days, expected } = fact('posthog-funnel-strict-breakdown');
    const events = Object.entries<[string, string, string][]>(journeys).flatMap(([who, moments]) =>
      moments.map(([name, time, browser]) => ({ who, name, timeMs: utc(time), properties: { [breakdown]: browser } })),
    );
    const told = await tell(warehouse, events, { attributes: [breakdown], dataAsOfMs: utc('2020-02-01') });
    const input: FunnelInput = {
      ...funnel,
      order: 'strict',
      steps: steps.map((step: string) => [step]),
      windowMs: window_days * DAY,
      breakdown,
    };
    const groups = await askFunnel(told, input);
    for (const [browser, { counts, average_conversion_time_s, median_conversion_time_s }] of Object.entries<
      Record<string, number> & { counts: number[] }
    >(expected)) {
      const group = groups.find(({ value }) => value === browser);
      expect(group?.steps.map(({ reached }) => reached)).toEqual(counts);
      expect(group?.steps[1]?.meanMs ?? undefined).toBe(average_conversion_time_s && average_conversion_time_s * 1000);
      expect(group?.steps[1]?.medianMs ?? undefined).toBe(median_conversion_time_s && median_conversion_time_s * 1000);
    }
    expect(groups).toHaveLength(2);
  });

  test.skipIf(!isHere)('time to convert', async () => {
    const { steps, events, window_days, expected } = fact('posthog-time-to-convert');
    const told = await tell(
      warehouse,
      events.map(([who, name, time]: [string, string, string]) => ({ who, name, timeMs: utc(time) })),
      { dataAsOfMs: utc('2021-07-01') },
    );
    const input = { ...funnel, steps: steps.map((step: string) => [step]), windowMs: window_days * DAY };
    const [group] = await askFunnel(told, input);
    expect(group?.steps[1]?.meanMs).toBe(expected.average * 1000);
    expect(group?.steps[1]?.reached).toBe(Object.keys(expected.conversion_seconds).length);
  });

  test.skipIf(!isHere)('paths by step, in a range, with two identities of one person', async () => {
    const { events, expected } = fact('posthog-paths');
    const told = await tell(
      warehouse,
      events.map(([who, name, time]: [string, string, string]) => ({ who, name, timeMs: utc(time) })),
      { aliases: { person_2b: 'person_2a' }, dataAsOfMs: utc('2012-01-15') },
    );
    const paths = await askPaths(told, { range: { fromMs: utc('2012-01-08'), toMs: utc('2012-01-15') } });
    expect(paths.sort()).toEqual([...expected].sort());
  });

  test.skipIf(!isHere)('paths over some activities only', async () => {
    const { journeys, expected } = fact('posthog-custom-event-paths');
    const events = Object.entries<string[]>(journeys).flatMap(([who, names]) =>
      names.map((name, i) => ({ who, name, timeMs: Date.UTC(2026, 0, 1) + i * 1000 })),
    );
    const told = await tell(warehouse, events, { dataAsOfMs: utc('2026-02-01') });
    const activities = ['custom_event_1', 'custom_event_2', 'custom_event_3'];
    expect((await askPaths(told, { activities })).sort()).toEqual([...expected].sort());
  });

  test.skipIf(!isHere)('pages visited directly one after the other', async () => {
    const { events, browser, expected } = fact('plausible-journey-exploration');
    const told = await tell(
      warehouse,
      events.map(([who, name, minutes]: [number, string, number]) => ({
        who: String(who),
        name,
        timeMs: utc('2026-01-02') + minutes * 60_000,
        properties: { browser: browser[who] },
      })),
      { attributes: ['browser'], dataAsOfMs: utc('2026-03-01') },
    );
    const { journey, visitors, dropoff } = expected.journey_funnel_forward;
    const input: FunnelInput = { ...funnel, order: 'strict', steps: journey.map((page: string) => [page]) };
    const [everyone] = await askFunnel(told, input);
    expect(everyone?.steps.map(({ reached }) => reached)).toEqual(visitors);
    expect(everyone?.steps.map(({ lost }) => lost)).toEqual([...dropoff.slice(1), 0]);
    const filters = [{ kind: 'attribute', attribute: 'browser', values: ['Firefox'] }] as const;
    const [firefox] = await askFunnel(told, input, { filters });
    expect(firefox?.steps.map(({ reached }) => reached)).toEqual(expected.firefox_only.visitors);
  });
});
