import { formatCount } from '../words/format.ts';
import type { MapCell, MapColumn, MapStage, MapView, ToneText, VoiceFigures } from './map-view.ts';

/** A map read downwards, for narrow screens: stages with their steps and the same facts as in the columns. */
export interface StepList {
  readonly stages: readonly {
    readonly stage: MapStage;
    /** "2 steps +1": what is not on our map is counted apart. */
    readonly count: string;
    readonly steps: readonly StepItem[];
  }[];
}

export interface StepItem {
  readonly column: MapColumn;
  /** Lines of parts, joined as they are. */
  readonly lines: readonly (readonly ToneText[])[];
  /** Null: nobody answered, or not known. */
  readonly voices: VoiceFigures | null;
  /** "17 answered of 614"; empty without voices. */
  readonly answered: string;
  /** Every cell that says something, with its row, for the opened step. */
  readonly cells: readonly { readonly row: string; readonly title: string; readonly cell: MapCell }[];
}

/** The step list of a map: one item a column, in the same order. */
export function mapSteps(view: MapView): StepList {
  return {
    stages: view.stages.map((stage) => {
      const at = Array.from({ length: stage.columns }, (_, index) => stage.from + index);
      const steps = at.flatMap((index) => {
        const column = view.columns[index];
        return column === undefined ? [] : [itemOf(view, column, index)];
      });
      const planned = steps.filter(({ column }) => column.kind === 'step').length;
      const extra = steps.length - planned;
      const count = `${planned} ${planned === 1 ? 'step' : 'steps'}${extra === 0 ? '' : ` +${extra}`}`;
      return { stage, count, steps };
    }),
  };
}

const part = (text: string, tone: ToneText['tone'] = 'plain', behind: ToneText['behind'] = null): ToneText => ({
  ...{ text, tone, behind },
});

function itemOf(view: MapView, column: MapColumn, at: number): StepItem {
  const cells = view.rows.flatMap(({ id, title, cells: all }) => {
    const cell = all[at];
    return cell === undefined || cell.kind === 'nothing' ? [] : [{ row: id, title, cell }];
  });
  const lines: (readonly ToneText[])[] = [];
  let voices: VoiceFigures | null = null;
  let answered = '';
  if (column.isConnected === false) lines.push([part('not connected', 'quiet')]);
  for (const { cell } of cells) {
    if (cell.kind === 'customers') lines.push(customersLine(cell));
    if (cell.kind === 'time') lines.push(timeLine(cell));
    if (cell.kind === 'step' && cell.outline === 'plus')
      lines.push([part(cell.foot, cell.status === 'alert' ? 'alert' : 'strong')]);
    if (cell.kind !== 'voices') continue;
    voices = cell.voices;
    answered = cell.answered.join(' ');
  }
  return { column, lines, voices, answered, cells };
}

function customersLine({ had, gap, isOffMap }: Extract<MapCell, { kind: 'customers' }>): readonly ToneText[] {
  const of = isOffMap || had.of === null ? ' customers' : ` of ${formatCount(had.of)}`;
  const first = [part(had.text, 'strong', had.behind), part(of)];
  if (gap === null) return first;
  const tone = gap.tone === 'alert' ? 'alert' : 'quiet';
  return [...first, part(gap.tone === 'alert' ? ' ' : ', '), part(gap.text, tone, gap.figure.behind)];
}

function timeLine({ half, promised, tone }: Extract<MapCell, { kind: 'time' }>): readonly ToneText[] {
  if (half === null) return [part(`promised within ${promised}`, 'quiet')];
  const longer = part(half.text, tone === 'alert' ? 'alert' : 'strong', half.behind);
  return [
    part('half take longer than '),
    longer,
    ...(promised === '' ? [] : [part(`, promised ${promised}`, 'quiet')]),
  ];
}
