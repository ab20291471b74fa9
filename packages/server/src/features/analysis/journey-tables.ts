import type { JourneyDays, JourneyGaps, JourneyMap } from '@continuo/core';
import type { Column, Table } from '@continuo/diagram';

const text = (id: string, label: string): Column => ({ id, label, kind: 'text' });
const count = (id: string, label: string): Column => ({ id, label, kind: 'count' });
const elapsed = (id: string, label: string): Column => ({ id, label, kind: 'ms' });
const when = (id: string, label: string): Column => ({ id, label, kind: 'time' });

/** Steps by their ids; null where nothing was measured, never 0. */
export function journeyMapTable({ steps }: JourneyMap): Table {
  return {
    id: 'journey-map',
    title: 'How customers live it, step by step',
    columns: [
      ...[text('step', 'Step'), text('connected', 'Connected'), count('people', 'Customers'), count('due', 'Of')],
      ...[count('harmed', 'Harmed'), count('broken', 'Went wrong'), count('late', 'Late'), count('repeated', 'Again')],
      ...[count('unhappy', 'Unhappy'), count('neutral', 'Neutral'), count('happy', 'Happy')],
      ...[elapsed('half_ms', 'Half take longer than'), elapsed('tenth_ms', '1 in 10 longer than')],
    ],
    rows: steps.map(({ isConnected, voices, wait, ...step }) => [
      ...[step.step, isConnected ? 'yes' : 'no'],
      ...[step.people, step.due, step.harmed, step.broken, step.late, step.repeated].map((n) =>
        isConnected ? n : null,
      ),
      ...[voices.unhappy, voices.neutral, voices.happy].map((n) => (isConnected ? n : null)),
      ...[wait?.medianMs ?? null, wait?.p90Ms ?? null],
    ]),
  };
}

/** One gap a row, most people first. */
export function journeyGapsTable({ gaps }: JourneyGaps): Table {
  return {
    id: 'journey-gaps',
    title: 'Where plan and life part',
    columns: [
      ...[text('gap', 'Gap'), text('kind', 'Kind'), text('step', 'Step'), count('people', 'Customers')],
      ...[count('of', 'Of'), when('since', 'Since'), text('harm', 'Harm'), text('followed', 'What followed')],
    ],
    rows: gaps.map((gap) => [
      ...[gap.id, gap.kind, gap.step, gap.people, gap.of, gap.sinceMs],
      ...[gap.isHarm ? 'yes' : 'no', gap.compared?.verdict ?? null],
    ]),
  };
}

/** One step and day a row. */
export function journeyDaysTable({ days }: JourneyDays): Table {
  return {
    id: 'journey-days',
    title: 'Harm day by day',
    columns: [when('day', 'Day'), text('step', 'Step'), count('due', 'Came to it'), count('harmed', 'Harmed')],
    rows: days.map(({ dayMs, step, due, harmed }) => [dayMs, step, due, harmed]),
  };
}
