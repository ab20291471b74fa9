import { suggestedGapOf, summaryOf } from '@continuo/core/oracle';
import { beforeAll, expect, test } from 'vitest';
import { questions } from '../src/questions/registry.ts';
import { askSuggestedGap } from '../src/questions/suggest-gap.ts';
import { migrate } from '../src/schema/migrate.ts';
import type { Warehouse } from '../src/warehouse.ts';
import { expectSame } from './close.ts';
import { describeEachEngine } from './each-engine.ts';
import { type Told, tell } from './told-events.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const BEGIN = Date.UTC(2026, 2, 1);

/** Forty people with visits of six events, so many minutes apart; days, or nothing at all, between the visits. */
function visits(daysBetween: number | null): Told[] {
  return Array.from({ length: 40 }, (_, person) =>
    Array.from({ length: daysBetween === null ? 1 : 5 }, (_, visit) => {
      const startMs = BEGIN + person * 7 * MINUTE + visit * ((daysBetween ?? 0) * DAY + person * 20 * MINUTE);
      return Array.from({ length: 6 }, (_, i) => ({
        who: `person ${person}`,
        name: `step ${i}`,
        timeMs: startMs + i * MINUTE * (1 + ((person + i * 3) % 5)) + i * 7 * 1000,
      }));
    }),
  ).flat(2);
}

describeEachEngine('the silence that parts passages', ({ open }) => {
  let warehouse: Warehouse;
  beforeAll(async () => {
    warehouse = await open();
    await migrate(warehouse);
  });

  test.each([
    { days: 3, from: 'two-rhythms', least: 10 * MINUTE, most: 2.9 * DAY },
    { days: null, from: 'longest-usual', least: MINUTE, most: 60 * MINUTE },
  ] as const)('visits $days days apart: $from', async ({ days, from, least, most }) => {
    const told = visits(days);
    const dataAsOfMs = Math.max(...told.map(({ timeMs }) => timeMs));
    const { asking, stored } = await tell(warehouse, told, { dataAsOfMs });
    const suggested = await askSuggestedGap(asking());
    expectSame(suggested, suggestedGapOf(stored), days);
    expect(suggested?.from).toBe(from);
    expect(suggested?.gapMs).toBeGreaterThan(least);
    expect(suggested?.gapMs).toBeLessThan(most);

    const summary = await questions.summary.ask({}, asking());
    expectSame(summary, summaryOf(stored, asking().scope, dataAsOfMs), days);
    expect(summary.openWithinMs).toBe(suggested?.gapMs);
    expect(summary.openRuns).toBeGreaterThan(0);
    expect(summary.openRuns).toBeLessThan(40);
  });
});
