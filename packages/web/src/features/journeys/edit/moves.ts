import { type Edit, findStep, type JourneyContract, placedSteps } from '@continuo/core';
import { EDITOR_WORDS } from '../../../words/map-editor.ts';
import { type GridModel, placeOf, slotsFor } from './grid-model.ts';
import { keyOf, type Spot, type Way } from './spot.ts';

const WORDS = EDITOR_WORDS.move;

/** A place for a thing: where the drop line is drawn, what to say of it, what to do. */
export interface Place {
  readonly id: string;
  readonly words: string;
  /** Spot whose edge the drop line marks. */
  readonly mark: string;
  readonly edge: 'left' | 'right' | 'top' | 'bottom' | 'inside';
  readonly edit: Edit;
  /** Column and row of the place, by which arrow keys choose among places. */
  readonly column: number;
  readonly row: number;
}

/** Every place a thing may be moved to, in reading order; empty: it cannot be moved. */
export function placesFor(contract: JourneyContract, model: GridModel, spot: Spot): readonly Place[] {
  switch (spot.kind) {
    case 'stage':
      return listPlaces(contract.stages, spot.id, 'stage').map((place) => ({
        ...place,
        edit: { kind: 'move-stage', id: spot.id, after: place.after },
      }));
    case 'lane':
      return listPlaces(contract.lanes, spot.id, 'lane').map((place) => ({
        ...place,
        edit: { kind: 'move-lane', id: spot.id, after: place.after },
      }));
    case 'step':
    case 'group':
      return blockPlaces(contract, model, spot.id);
    case 'cell':
      return spot.card === null ? [] : cardPlaces(contract, spot.card);
    case 'empty':
      return [];
  }
}

type Listed = Omit<Place, 'edit'> & { readonly after: string | null };

function listPlaces(
  things: readonly { readonly id: string; readonly title: string }[],
  id: string,
  kind: 'stage' | 'lane',
): readonly Listed[] {
  const at = things.findIndex((thing) => thing.id === id);
  const isStage = kind === 'stage';
  const places = things.map((thing, i): Listed => {
    const words = isStage ? WORDS.behind(thing.title) : WORDS.above(thing.title);
    const [column, row] = isStage ? [i + 1, 0] : [0, i + 1];
    const edge = isStage ? 'right' : 'bottom';
    return { id: `${kind}-${thing.id}`, words, mark: `${kind}|${thing.id}`, edge, after: thing.id, column, row };
  });
  const first: Listed = {
    ...{ id: `${kind}-first`, words: isStage ? WORDS.atBegin : WORDS.top, after: null, column: 0, row: 0 },
    ...{ mark: `${kind}|${things[0]?.id ?? ''}`, edge: isStage ? 'left' : 'top' },
  };
  return [first, ...places].filter((_, i) => i !== at && i !== at + 1);
}

function blockPlaces(contract: JourneyContract, model: GridModel, id: string): readonly Place[] {
  return slotsFor(contract, model, id).map(({ into, after, at }): Place => {
    const stage = contract.stages.find((one) => one.id === into);
    const group = stage ? null : placeOf(contract, into)?.block;
    const name = stage?.title ?? (group && group.kind !== 'step' ? EDITOR_WORDS.group[group.kind] : '');
    const before = after === null ? null : nameOfBlock(contract, after);
    const [column, edge] = after === null ? ([at, 'left'] as const) : ([at - 1, 'right'] as const);
    const beside = model.columns[column];
    return {
      id: `${into}/${after ?? ''}`,
      words: before === null ? WORDS.first(name) : WORDS.after(before, name),
      mark: beside?.kind === 'step' ? `step|${beside.step.id}` : `empty|${beside?.into ?? into}`,
      edge: beside?.kind === 'empty' && after === null ? 'inside' : edge,
      edit: { kind: 'move-block', id, into, after },
      column: at,
      row: 0,
    };
  });
}

export function nameOfBlock(contract: JourneyContract, id: string): string {
  const block = placeOf(contract, id)?.block;
  return block === undefined ? '' : block.kind === 'step' ? block.title : EDITOR_WORDS.group[block.kind];
}

function cardPlaces(contract: JourneyContract, id: string): readonly Place[] {
  const places: Place[] = [];
  placedSteps(contract).forEach(({ step }, column) => {
    contract.lanes.forEach((lane, row) => {
      const cards = (findStep(contract, step.id)?.cells[lane.id] ?? []).filter((card) => card.id !== id);
      const last = cards.at(-1)?.id ?? null;
      places.push({
        id: `${step.id}/${lane.id}`,
        words: WORDS.cell(lane.title, step.title),
        mark: keyOf({ kind: 'cell', step: step.id, lane: lane.id, card: null }),
        edge: 'inside',
        edit: { kind: 'move-card', id, step: step.id, lane: lane.id, after: last },
        column,
        row,
      });
    });
  });
  return places;
}

const STEPS: Readonly<Partial<Record<Way, readonly [number, number]>>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/** The place that an arrow key chooses next; the same when there is none that way. */
export function nextPlace(places: readonly Place[], now: Place, way: Way): Place {
  const at = places.indexOf(now);
  const isGrid = places.some((one) => one.row !== now.row) && places.some((one) => one.column !== now.column);
  if (!isGrid) {
    const step = way === 'left' || way === 'up' ? -1 : way === 'right' || way === 'down' ? 1 : 0;
    if (way === 'row-start' || way === 'first') return places[0] ?? now;
    if (way === 'row-end' || way === 'last') return places.at(-1) ?? now;
    return places[at + step] ?? now;
  }
  const [dx, dy] = STEPS[way] ?? [0, 0];
  return places.find((one) => one.column === now.column + dx && one.row === now.row + dy) ?? now;
}

/** Where a thing stands before it is moved: the place from which arrows begin. */
export function firstPlace(places: readonly Place[], model: GridModel, spot: Spot, column: number): Place | null {
  if (spot.kind === 'cell')
    return places.find(({ mark }) => mark === keyOf({ ...spot, card: null })) ?? places[0] ?? null;
  if (spot.kind === 'lane') {
    const at = model.lanes.findIndex(({ id }) => id === spot.id);
    return places.find(({ row }) => row > at) ?? places.at(-1) ?? null;
  }
  const from = spot.kind === 'stage' ? model.stages.findIndex(({ thing }) => thing.id === spot.id) : column;
  return places.find((place) => place.column > from) ?? places.at(-1) ?? null;
}
