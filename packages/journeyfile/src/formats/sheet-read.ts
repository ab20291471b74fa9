import type { JourneyContract, Matcher, Step } from '@continuo/core';
import { type ReadResult, unreadable } from '../file/problem.ts';
import { ENDS, ENDS_VALUES } from '../file/words.ts';
import { type FoundStep, MapBuilder, oneLine } from './builder.ts';
import type { Grid } from './delimited.ts';
import { emotionsOf } from './emotion.ts';
import { meaningOf, type RowMeaning, toolOf } from './label.ts';
import { type SheetRows, shapeOf } from './sheet-shape.ts';

const MOST_COLUMNS = 400;
const MOST_ROWS = 2_000;

interface Row {
  readonly label: string;
  readonly cells: readonly string[];
  readonly meaning: RowMeaning | null;
}

/**
 * Reads a map from a sheet: steps as columns and lanes as rows, or turned. Rows are known by their labels (Stage, Step, Channels, pain
 * points and many more), others become lanes of their own. Without a row of steps each stage is one step. Notes say what was understood.
 */
export function readSheet(grid: Grid, title: string | null = null): ReadResult<JourneyContract> {
  const width = Math.max(0, ...grid.map((row) => row.length));
  if (grid.every((row) => row.every((cell) => cell.trim() === '')))
    return unreadable('The sheet is empty.', 'Begin with a row “Stage” and a row “Step”.');
  if (Math.min(width, grid.length) > MOST_COLUMNS || Math.max(width, grid.length) > MOST_ROWS)
    return unreadable(
      'The sheet is too large for a map.',
      `At most ${MOST_COLUMNS} steps and ${MOST_ROWS} rows are read.`,
    );
  const shape = shapeOf(grid);
  if (shape === null) return noLabels();
  const rows = shape.rows.map((row): Row => ({ ...row, meaning: meaningOf(row.label) }));
  const is = (name: RowMeaning['row']): Row | undefined => rows.find(({ meaning }) => meaning?.row === name);
  const stages = is('stage');
  const steps = is('step') ?? stages;
  if (steps === undefined) return noLabels();
  const builder = new MapBuilder();
  const columns = buildSteps(builder, shape, rows, stages, steps);
  for (const row of rows) if (row !== stages && row !== steps) hang(builder, row, columns);
  builder.notes.unshift(...whatWasFound(shape, rows, steps === stages));
  return builder.finish({ title: shape.title ?? title ?? 'A journey from a sheet' });
}

function noLabels(): ReadResult<never> {
  return unreadable(
    'No row or column is called “Step” or “Stage”.',
    'Name the rows in the first column: Stage, Step, and below them Thoughts, Emotion, Pains, Channels and so on; or name the columns so.',
  );
}

function whatWasFound(shape: SheetRows, rows: readonly Row[], isStagesOnly: boolean): string[] {
  const tool = toolOf(rows.map(({ label }) => label));
  return [
    shape.isTransposed ? 'Each row was read as a step.' : 'Each column was read as a step.',
    ...(tool === null ? [] : [`It looks like a sheet from ${tool.tool}, by: ${tool.by.join(', ')}.`]),
    ...(isStagesOnly ? ['There are no steps in it: each stage became one step.'] : []),
  ];
}

function buildSteps(
  builder: MapBuilder,
  shape: SheetRows,
  rows: readonly Row[],
  stages: Row | undefined,
  steps: Row,
): (Step | null)[] {
  let stage: string | null = null;
  const columns: (Step | null)[] = [];
  for (let i = 0; i < shape.columns; i++) {
    const own = stages?.cells[i] ?? '';
    // A merged cell stands in the first of its columns only.
    const isNew = own !== '' && own !== stage;
    if (rows.every(({ cells }) => (cells[i] ?? '') === '')) {
      columns.push(null);
      continue;
    }
    if (isNew || stage === null) {
      stage = own === '' ? (stage ?? '') : own;
      builder.stage(stage === '' ? 'Steps' : stage);
    }
    columns.push(builder.step(foundStep(rows, i, (steps.cells[i] ?? '') || guessedTitle(rows, i))));
  }
  return columns;
}

const guessedTitle = (rows: readonly Row[], i: number): string =>
  rows.find(({ meaning, cells }) => meaning?.row === 'lane' && meaning.kind === 'actions' && (cells[i] ?? '') !== '')
    ?.cells[i] ?? '';

function foundStep(rows: readonly Row[], i: number, title: string): FoundStep {
  const cell = (name: RowMeaning['row']): string => rows.find(({ meaning }) => meaning?.row === name)?.cells[i] ?? '';
  const isYes = (name: RowMeaning['row']): boolean => /^(?:x|yes|y|true|1|✓|✔|★|●)$/i.test(cell(name));
  const isOwed = isYes('owed');
  const by = /^(us|we|company|staff|employee|organisation|organization)$/i.test(cell('by'))
    ? 'us'
    : /^partner$/i.test(cell('by'))
      ? 'partner'
      : isOwed && cell('by') === ''
        ? 'us'
        : 'customer';
  return {
    title,
    actor: by,
    isOwed: isOwed && by !== 'customer',
    isOptional: isYes('optional'),
    ends: endsOf(cell('ends')),
    matters: isYes('matters'),
    channels: cell('channels').split(/[\n,;/|]+/),
    matchers: matchersOf(cell('events')),
    failures: matchersOf(cell('went wrong')),
  };
}

function endsOf(cell: string): Step['ends'] {
  const said = cell
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
  return ENDS_VALUES[(ENDS as readonly string[]).indexOf(said)] ?? null;
}

function matchersOf(cell: string): Matcher[] {
  const events = cell
    .split('\n')
    .map((line) => oneLine(line, 500))
    .filter((line) => line !== '');
  return events.length === 0 ? [] : [{ events, where: [], channels: [] }];
}

function hang(builder: MapBuilder, { label, cells, meaning }: Row, columns: readonly (Step | null)[]): void {
  if (meaning !== null && meaning.row !== 'lane') return;
  const emotions = meaning?.kind === 'emotion' ? emotionsOf(cells) : null;
  const kind = meaning === null || (meaning.kind === 'emotion' && emotions === null) ? 'text' : meaning.kind;
  if (kind === 'text' && meaning !== null && meaning.kind === 'emotion')
    builder.notes.push(`“${oneLine(label, 60)}” holds words that are no scale: they are kept as a lane of texts.`);
  const lane = builder.lane(kind, label);
  columns.forEach((step, i) => {
    const cell = cells[i] ?? '';
    if (step === null || cell === '') return;
    const emotion = emotions?.[i];
    if (typeof emotion === 'number') builder.card(step, lane, String(emotion));
    else for (const line of cardsOf(cell)) builder.card(step, lane, line);
  });
}

/** A cell with bullets is a list of cards, one a bullet; else each line is a card. */
function cardsOf(cell: string): string[] {
  return cell.split('\n').map((line) => line.replace(/^\s*(?:[•◦▪*‣–]|-(?=\s))\s*/, '').trim());
}
