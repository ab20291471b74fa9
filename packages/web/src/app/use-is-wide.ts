import { useSyncExternalStore } from 'react';

interface Width {
  readonly isWide: () => boolean;
  readonly subscribe: (listener: () => void) => () => void;
}

/** One list of listeners a width: the browser is asked once, not at every drawing. */
const widths = new Map<number, Width>();

/** True while the window is at least this many CSS px wide. */
export function useIsWide(px: number): boolean {
  const width = widths.get(px) ?? watched(px);
  return useSyncExternalStore(width.subscribe, width.isWide);
}

function watched(px: number): Width {
  const list = matchMedia(`(min-width: ${px}px)`);
  const width: Width = {
    isWide: () => list.matches,
    subscribe: (listener) => {
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
  };
  widths.set(px, width);
  return width;
}
