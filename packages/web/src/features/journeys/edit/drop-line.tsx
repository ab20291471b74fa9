import { type RefObject, useLayoutEffect, useRef } from 'react';
import styles from './edit-grid.module.css';
import type { Place } from './moves.ts';

/** Marks where a thing would be dropped: a line between, or a frame around a cell. */
export function DropLine({
  place,
  table,
}: {
  readonly place: Place;
  readonly table: RefObject<HTMLTableElement | null>;
}) {
  const line = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const mark = document.querySelector<HTMLElement>(`[data-spot="${CSS.escape(place.mark)}"]`)?.closest('td, th');
    const region = table.current?.parentElement;
    if (!line.current || !region || !table.current || !mark) return;
    const own = region.getBoundingClientRect();
    const at = mark.getBoundingClientRect();
    const whole = table.current.getBoundingClientRect();
    const left = at.left - own.left + region.scrollLeft;
    const top = at.top - own.top + region.scrollTop;
    const isUpright = place.edge === 'left' || place.edge === 'right';
    const isLying = place.edge === 'top' || place.edge === 'bottom';
    const { style } = line.current;
    style.left = `${isUpright ? left - 1 + (place.edge === 'right' ? at.width : 0) : isLying ? 0 : left}px`;
    style.top = `${isLying ? top - 1 + (place.edge === 'bottom' ? at.height : 0) : top}px`;
    style.width = `${isUpright ? 3 : isLying ? whole.width : at.width}px`;
    style.height = `${isUpright ? whole.bottom - at.top : isLying ? 3 : at.height}px`;
    line.current.dataset.edge = place.edge === 'inside' ? 'frame' : 'line';
    mark.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [place, table]);
  return <div ref={line} className={styles.dropLine} aria-hidden="true" />;
}
