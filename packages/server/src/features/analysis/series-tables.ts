import type { JourneySeries, Series, SeriesInput } from '@continuo/core';
import type { Column, Table } from '@continuo/diagram';

const HOUR_MS = 3_600_000;
const text = (id: string, label: string): Column => ({ id, label, kind: 'text' });
const count = (id: string, label: string): Column => ({ id, label, kind: 'count' });

/** A date without a zone: days were numbered in the zone that was asked for. */
function dateOf(day: number): string {
  return new Date(day * 24 * HOUR_MS).toISOString().slice(0, 10);
}

/** One row a day or hour; those without any event are left out. */
export function seriesTable({ points }: Series, { period }: Pick<SeriesInput, 'period'>): Table {
  const slotOf = (slot: number): string =>
    period === 'day' ? dateOf(slot) : new Date(slot * HOUR_MS).toISOString().slice(0, 16);
  return {
    id: 'series',
    title: period === 'day' ? 'How often it happens, day by day' : 'How often it happens, hour by hour (UTC)',
    columns: [
      text('from', period === 'day' ? 'Day' : 'Hour'),
      ...[count('events', 'Events'), count('answered', 'Answers'), count('unhappy', 'Unhappy')],
    ],
    rows: points.map(({ slot, events, answered, unhappy }) => [slotOf(slot), events, answered, unhappy]),
  };
}

/** One row a step and day, then the map as a whole under no step. */
export function journeySeriesTable({ map, steps }: JourneySeries): Table {
  const none = [null, null, null, null, null, null];
  return {
    id: 'journey-series',
    title: 'How the journey goes, day by day',
    columns: [
      ...[text('day', 'Day'), text('step', 'Step'), count('came', 'Came to it'), count('had', 'Had it')],
      ...[count('broken', 'Went wrong'), count('late', 'Late'), count('harmed', 'Hurt'), count('unhappy', 'Unhappy')],
      ...[count('ended', 'Ended'), count('got_it', 'Got it'), count('as_promised', 'As promised')],
      count('tried', 'Tried twice or asked'),
    ],
    rows: [
      ...steps.map((row) => [
        ...[dateOf(row.day), row.step, row.came, row.had, row.broken, row.late, row.harmed, row.unhappy],
        ...[null, null, null, null],
      ]),
      ...map.map((row) => [dateOf(row.day), '', ...none, row.ended, row.gotIt, row.asPromised, row.tried]),
    ],
  };
}
