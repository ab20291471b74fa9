import type { FocusStop, Scene } from '@continuo/diagram';
import { useMemo, useRef } from 'react';
import { Drawing } from './drawing.tsx';
import styles from './fitted.module.css';
import { useSize } from './use-size.ts';

/** A drawing as wide as its room: it is drawn anew when the room changes, never scaled. `draw` must not change between renders. */
export function Fitted({
  draw,
  onStop,
  isWhole = false,
}: {
  readonly draw: (width: number, height: number) => Scene;
  readonly onStop?: (stop: FocusStop) => void;
  /** As high as the drawing itself instead of filling its room. */
  readonly isWhole?: boolean;
}) {
  const room = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(room);
  const inner = width - 32;
  const tall = isWhole ? 0 : height - 32;
  const scene = useMemo(() => (inner > 0 ? draw(inner, tall) : null), [draw, inner, tall]);
  return (
    <div className={isWhole ? styles.whole : styles.room} ref={room}>
      {scene && <Drawing scene={scene} {...(onStop && { onStop })} />}
    </div>
  );
}
