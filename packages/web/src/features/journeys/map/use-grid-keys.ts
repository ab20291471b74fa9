import { type FocusEvent, type KeyboardEvent, type MouseEvent, type RefObject, useRef } from 'react';
import { cellColumn, type GridShape, nextPlace, type Place } from './grid-moves.ts';

/** Handlers for the grid's element. The roving focus is kept in the page itself: a step of the keys draws nothing anew. */
export function useGridKeys(
  region: RefObject<HTMLElement | null>,
  shape: GridShape,
  { onEnter }: { readonly onEnter: (place: Place) => void },
): {
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onClick: (event: MouseEvent) => void;
} {
  /** The column somebody came from, kept while passing wider cells. */
  const wish = useRef<Place | null>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const cell = cellOf(event.target);
    const here = placeOf(cell);
    if (cell === null || here === null || event.altKey || event.metaKey) return;
    if (event.target !== cell) return;
    const kept = wish.current;
    const from = kept?.row === here.row && cellColumn(kept, shape) === here.column ? kept : here;
    if (event.key === 'Enter') {
      event.preventDefault();
      onEnter(here);
      return;
    }
    if (event.key === ' ') {
      event.preventDefault();
      cell.querySelector<HTMLElement>('button')?.click();
      return;
    }
    if (event.ctrlKey && event.key !== 'Home' && event.key !== 'End') return;
    const to = nextPlace(from, event.key, event.ctrlKey, shape);
    if (to === null) return;
    event.preventDefault();
    wish.current = to;
    const target = region.current?.querySelector<HTMLElement>(
      `[data-row="${to.row}"][data-column="${cellColumn(to, shape)}"]`,
    );
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const onFocus = (event: FocusEvent): void => {
    const cell = cellOf(event.target);
    if (cell === null) return;
    for (const other of region.current?.querySelectorAll('[data-row][tabindex="0"]') ?? [])
      if (other !== cell) other.setAttribute('tabindex', '-1');
    cell.setAttribute('tabindex', '0');
  };
  const onClick = (event: MouseEvent): void => {
    if (event.target instanceof Element && event.target.closest('button, a')) return;
    const place = placeOf(cellOf(event.target));
    if (place !== null && place.column >= 0 && shape.rows[place.row]?.kind === 'cells') onEnter(place);
  };
  return { onKeyDown, onFocus, onClick };
}

function cellOf(target: EventTarget): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
}

function placeOf(cell: HTMLElement | null): Place | null {
  if (cell === null) return null;
  return { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
}
