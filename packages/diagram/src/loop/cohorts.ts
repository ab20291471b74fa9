import type { Retention, RetentionCohort, RetentionInput } from '@continuo/core';
import type { FocusStop, Paint, Scene, SceneNode } from '../scene/scene.ts';
import { formatDay, formatMonth } from '../words/calendar.ts';
import { cohortsSentence } from '../words/cohorts-sentence.ts';
import { counted, formatCount, formatShare, PLAIN_COUNT_BELOW } from '../words/format.ts';
import { textOf } from '../words/sentence.ts';

export interface CohortOptions {
  readonly input: RetentionInput;
  readonly width: number;
  readonly title?: string;
}

const SIDE = 8;
const NAME = 112;
const SIZE = 84;
const TOP = 46;
const ROW = 30;
const NARROWEST = 56;
const MOST_COLUMNS = 26;

/** How a cohort is named: its day, the Monday of its week, its month. */
export function cohortName(cohort: RetentionCohort, input: RetentionInput): string {
  if (input.period === 'month') return formatMonth(cohort.fromMs, input.timeZone);
  const day = formatDay(cohort.fromMs, input.timeZone);
  return input.period === 'week' ? `week of ${day.split(' ').slice(1).join(' ')}` : day;
}

/**
 * Who came back, by when they began: a row a cohort, a column a period later, the darker the more. A period that had not
 * ended is hatched and says so; it is never 0. The running period is outlined: counted so far.
 */
export function drawCohorts(retention: Retention, options: CohortOptions): Scene {
  const { input } = options;
  const { cohorts } = retention;
  const all = cohorts.reduce((most, cohort) => Math.max(most, cohort.back.length), 0);
  const columns = Math.min(all, MOST_COLUMNS);
  const column = Math.max(NARROWEST, Math.min(92, (options.width - NAME - SIZE) / Math.max(1, columns)));
  const width = Math.max(options.width, Math.ceil(NAME + SIZE + columns * column));
  const nodes: SceneNode[] = heads(columns, column, input);
  const stops: FocusStop[] = [];
  cohorts.forEach((cohort, row) => {
    const y = TOP + row * ROW;
    const text = { kind: 'text', y: y + 19, size: 12 } as const;
    nodes.push({ ...text, x: SIDE, text: cohortName(cohort, input), weight: 500, fill: 'ink' });
    nodes.push({
      ...text,
      x: NAME + SIZE - 16,
      anchor: 'end',
      text: formatCount(cohort.size),
      weight: 400,
      fill: 'ink2',
    });
    const running = runningColumn(cohort);
    for (let offset = 0; offset < columns; offset++) {
      if (offset >= cohort.back.length) continue;
      const back = cohort.back[offset] ?? null;
      const at = { x: NAME + SIZE + offset * column, y: y + 2, width: column - 4, height: ROW - 4 };
      const id = `cohort:${row}:${offset}`;
      const said = saidCell(cohort, offset, back, offset === running, input);
      nodes.push({
        kind: 'group',
        className: 'cell',
        stop: id,
        title: said,
        children: cell(cohort, back, at, offset === running),
      });
      if (back === null && offset !== running) continue;
      stops.push({
        ...{ id, label: said, ...at, next: {} },
        behind: { kind: 'retention', retention: input, cohort: cohort.fromMs, offset },
      });
    }
  });
  const notes = ['Hatched: not measured yet. Outlined: the period is not over, counted so far.'];
  if (all > columns)
    notes.push(`${counted(all - columns, `later ${input.period}`)} not drawn; the table holds them all.`);
  const title = options.title ?? `Customers who come back, by the ${input.period} they began`;
  const description = textOf(cohortsSentence(retention, input));
  return {
    width,
    height: TOP + Math.max(1, cohorts.length) * ROW + 8,
    title,
    description,
    nodes,
    stops: withWalk(stops),
    notes,
  };
}

/** Column of the period that still runs; −1 when none does. */
function runningColumn(cohort: RetentionCohort): number {
  return cohort.running === null ? -1 : cohort.back.indexOf(null);
}

function heads(columns: number, column: number, input: RetentionInput): SceneNode[] {
  const meta = { kind: 'text', y: 34, size: 12, weight: 400, fill: 'ink3' } as const;
  const nodes: SceneNode[] = [
    { ...meta, x: SIDE, text: 'Began' },
    { ...meta, x: NAME + SIZE - 16, anchor: 'end', text: 'Customers' },
    {
      ...meta,
      x: NAME + SIZE,
      y: 16,
      text: `${input.period.charAt(0).toUpperCase()}${input.period.slice(1)}s later, of 100`,
    },
  ];
  for (let offset = 0; offset < columns; offset++) {
    const x = NAME + SIZE + offset * column + (column - 4) / 2;
    nodes.push({ ...meta, x, anchor: 'middle', text: formatCount(offset) });
  }
  return nodes;
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const FILLS: readonly Paint[] = ['volume-1', 'volume-2', 'volume-3', 'volume-4', 'volume-5'];

function cell(cohort: RetentionCohort, back: number | null, at: Area, running: boolean): SceneNode[] {
  const box = { kind: 'rect', ...at, radius: 3 } as const;
  const text = { kind: 'text', x: at.x + at.width / 2, y: at.y + 17, size: 12, anchor: 'middle', weight: 400 } as const;
  if (running) {
    return [
      {
        ...box,
        x: at.x + 0.75,
        y: at.y + 0.75,
        width: at.width - 1.5,
        height: at.height - 1.5,
        fill: 'surface',
        stroke: 'control',
        strokeWidth: 1.5,
      },
      { ...text, text: shortShare(cohort.running ?? 0, cohort.size), fill: 'ink2' },
    ];
  }
  if (back === null) return [{ ...box, hatch: 'line2' }];
  const share = cohort.size === 0 ? 0 : back / cohort.size;
  const step = Math.min(4, Math.floor(share * 5));
  // Strong cells carry the text colour of the accent: 4.5 : 1 at least in both themes.
  const fill: Paint = step > 2 ? 'accent-ink' : 'ink';
  return [
    { ...box, fill: FILLS[step] as Paint },
    { ...text, text: shortShare(back, cohort.size), fill },
  ];
}

/** Counts of 100, without "of 100"; under 30 customers the plain count: "5 of 12". */
function shortShare(part: number, whole: number): string {
  if (whole < PLAIN_COUNT_BELOW) return `${formatCount(part)} of ${formatCount(whole)}`;
  const share = (100 * part) / whole;
  if (part > 0 && share < 0.5) return '<1';
  return String(part < whole ? Math.min(99, Math.round(share)) : 100);
}

function saidCell(
  cohort: RetentionCohort,
  offset: number,
  back: number | null,
  running: boolean,
  input: RetentionInput,
): string {
  const when = `${cohortName(cohort, input)}, ${counted(offset, input.period)} later`;
  if (running)
    return `${when}: ${formatShare(cohort.running ?? 0, cohort.size)} so far, the ${input.period} is not over`;
  if (back === null) return `${when}: not measured yet`;
  return `${when}: ${formatShare(back, cohort.size)} came back, ${counted(back, 'customer')}`;
}

/** Arrow keys lead to the cell beside, above and below; cells that are not measured are passed over. */
function withWalk(stops: readonly FocusStop[]): readonly FocusStop[] {
  const known = new Set(stops.map((stop) => stop.id));
  return stops.map((stop) => {
    const [, row, offset] = stop.id.split(':').map(Number) as [number, number, number];
    const next: Partial<Record<'right' | 'left' | 'up' | 'down', string>> = {};
    const put = (key: keyof typeof next, r: number, o: number): void => {
      if (known.has(`cohort:${r}:${o}`)) next[key] = `cohort:${r}:${o}`;
    };
    put('left', row, offset - 1);
    put('right', row, offset + 1);
    put('up', row - 1, offset);
    put('down', row + 1, offset);
    return { ...stop, next };
  });
}
