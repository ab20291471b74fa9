import type { Lane } from '@continuo/core';
import { formatCount } from '../words/format.ts';
import { ROW_WORDS } from '../words/map-words.ts';
import type { Source } from './columns.ts';
import type { MapContext } from './context.ts';
import { customersCell } from './customers.ts';
import { channelsCell, timeCell, triedCell, voicesCell } from './lived-cells.ts';
import type { MapCell, MapRow } from './map-view.ts';
import { knowCell, laneCell, ownerCell, stepCell } from './planned-cells.ts';
import { answersOf } from './status.ts';

type BuiltIn = keyof typeof ROW_WORDS;

const CELLS: Readonly<Record<BuiltIn, (source: Source, context: MapContext) => MapCell>> = {
  steps: stepCell,
  customers: customersCell,
  channels: channelsCell,
  voices: voicesCell,
  time: timeCell,
  tried: triedCell,
  know: knowCell,
  owner: ownerCell,
};

const LIVED_ONLY: ReadonlySet<string> = new Set(['customers', 'voices', 'tried', 'know']);
const NEEDS_CONTENT: ReadonlySet<string> = new Set(['channels', 'voices', 'time', 'tried', 'know']);

/**
 * The rows of a layer: built-in ones first, then the designer's lanes, the owner last; or those asked for, in that
 * order. Planned has no row that only customers can fill, Lived none that only we can fill.
 */
export function rowsOf(context: MapContext): readonly MapRow[] {
  const { layer, lanes, contract } = context.input;
  const rows: MapRow[] = [];
  for (const id of Object.keys(CELLS) as BuiltIn[]) {
    if (id === 'owner') rows.push(...(layer === 'lived' ? [] : lanesOf(contract.lanes, context)));
    if (layer === 'lived' ? id === 'owner' : context.lived === null && LIVED_ONLY.has(id)) continue;
    const cells = context.columns.sources.map((source) => CELLS[id](source, context));
    if (NEEDS_CONTENT.has(id) && cells.every(({ kind }) => kind === 'nothing')) continue;
    const [title, note] = ROW_WORDS[id];
    rows.push({ id, lane: null, title, note: note === '' ? noteOf(id, context) : timeNote(id, note, layer), cells });
  }
  if (lanes === null) return rows;
  const byId = new Map(rows.map((row) => [row.id, row]));
  return lanes.flatMap((id) => byId.get(id) ?? []);
}

/** Quotes stand in "What we know" where that row is. */
function lanesOf(lanes: readonly Lane[], context: MapContext): MapRow[] {
  const own = context.lived === null ? lanes : lanes.filter(({ kind }) => kind !== 'quotes');
  return own.map(({ id, kind, title }) => ({
    ...{ id: `lane:${id}`, lane: id, title, note: '' },
    cells: context.columns.sources.map((source) => laneCell(source, id, kind, context)),
  }));
}

function timeNote(id: BuiltIn, note: string, layer: string): string {
  if (id === 'channels' && layer === 'planned') return '';
  if (id !== 'time' || layer === 'both') return note;
  return layer === 'lived' ? 'half take longer' : 'promised';
}

function noteOf(id: BuiltIn, { lived }: MapContext): string {
  if (lived === null) return '';
  if (lived.connected.n === 0) return '';
  if (id === 'customers') return lived.people === 0 ? 'nobody set out' : `of ${formatCount(lived.people)} who set out`;
  if (id !== 'voices' || lived.people === 0) return '';
  const answers = answersOf(lived.voices);
  const silent = lived.people - answers;
  const unknown = silent > 0 ? `; how the other ${formatCount(silent)} felt is not known` : '';
  return `${formatCount(answers)} answered${unknown}`;
}
