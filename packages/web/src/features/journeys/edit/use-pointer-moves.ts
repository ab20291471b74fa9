import { type DragEvent, type RefObject, useRef, useState } from 'react';
import { placeOf } from './grid-model.ts';
import { type Place, placesFor } from './moves.ts';
import { type Spot, spotOf } from './spot.ts';
import type { Editor } from './use-editor.ts';

/** Moving by pointer: a line shows where it would be dropped. The same places as by keys and by menu, nothing else. */
export function usePointerMoves(live: RefObject<Editor>) {
  const [place, setPlace] = useState<Place | null>(null);
  const carried = useRef<{ readonly spot: Spot; readonly places: readonly Place[] } | null>(null);
  const end = () => {
    carried.current = null;
    setPlace(null);
  };
  const handlers = {
    onDragStart: (event: DragEvent<HTMLElement>) => {
      const key = (event.target as HTMLElement).closest<HTMLElement>('[data-drag]')?.dataset.drag;
      const spot = key === undefined ? null : spotOf(key);
      if (!spot) return;
      const { contract, model } = live.current;
      carried.current = { spot, places: placesFor(contract, model, spot) };
      event.dataTransfer.effectAllowed = 'move';
      // Without data some browsers do not begin.
      event.dataTransfer.setData('text/plain', '');
    },
    onDragOver: (event: DragEvent<HTMLElement>) => {
      if (!carried.current) return;
      const over = placeUnder(event, live.current, carried.current);
      if (over) event.preventDefault();
      if (over !== place) setPlace(over);
    },
    onDrop: (event: DragEvent<HTMLElement>) => {
      const over = carried.current && placeUnder(event, live.current, carried.current);
      const spot = carried.current?.spot;
      end();
      if (!over || !spot) return;
      event.preventDefault();
      live.current.moveTo(spot, over);
    },
    onDragEnd: end,
  };
  return { place, handlers };
}

function placeUnder(
  event: DragEvent<HTMLElement>,
  { contract, model }: Editor,
  { spot, places }: { readonly spot: Spot; readonly places: readonly Place[] },
): Place | null {
  const cell = (event.target as HTMLElement).closest<HTMLElement>('td, th');
  if (!cell) return null;
  const box = cell.getBoundingClientRect();
  const isAfter =
    spot.kind === 'lane' ? event.clientY > box.top + box.height / 2 : event.clientX > box.left + box.width / 2;
  const column = Number(cell.getAttribute('aria-colindex')) - 2;
  if (spot.kind === 'cell') {
    const key = cell.dataset.spot ?? '';
    return places.find(({ mark }) => mark === key) ?? null;
  }
  if (spot.kind === 'lane') {
    const row = Number(cell.parentElement?.getAttribute('aria-rowindex')) - 3 - model.groups.length;
    return places.find((one) => one.row === row + (isAfter ? 1 : 0)) ?? null;
  }
  if (spot.kind === 'stage') {
    const at = model.stages.findIndex(({ from, columns }) => column >= from && column < from + columns);
    const middle = model.stages[at];
    const isBehind =
      middle && middle.columns > 1 && cell.tagName === 'TD' ? column >= middle.from + middle.columns / 2 : isAfter;
    return places.find((one) => one.column === at + (isBehind ? 1 : 0)) ?? null;
  }
  const target = model.columns[column];
  if (target === undefined) return null;
  if (target.kind === 'empty') return places.find(({ edit }) => 'into' in edit && edit.into === target.into) ?? null;
  const found = placeOf(contract, target.step.id);
  if (!found) return null;
  const after = isAfter ? target.step.id : found.after;
  return (
    places.find(({ edit }) => edit.kind === 'move-block' && edit.into === found.into && edit.after === after) ?? null
  );
}
