import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { INSPECTOR_WORDS } from '../../../../words/inspector.ts';
import styles from './inspector.module.css';

const SETTING = 'continuo.inspector';
export const NARROWEST = 260;
export const WIDEST = 480;
const USUAL = 300;
const STEP = 16;

const within = (width: number): number => Math.min(WIDEST, Math.max(NARROWEST, Math.round(width)));

/** The chosen width of the panel, px; kept on this machine. */
export function usePanelWidth(): readonly [number, (width: number) => void] {
  const [width, setWidth] = useState(() => within(Number(localStorage.getItem(SETTING)) || USUAL));
  const set = (next: number) => {
    const kept = within(next);
    localStorage.setItem(SETTING, String(kept));
    setWidth(kept);
  };
  return [width, set];
}

/** The edge of the panel: drag it, or arrow keys, Home and End. */
export function Splitter({ width, onWidth }: { readonly width: number; readonly onWidth: (width: number) => void }) {
  const onKeyDown = (event: KeyboardEvent) => {
    const next: Readonly<Record<string, number>> = {
      ArrowLeft: width + STEP,
      ArrowRight: width - STEP,
      Home: NARROWEST,
      End: WIDEST,
    };
    const to = next[event.key];
    if (to === undefined) return;
    event.preventDefault();
    onWidth(to);
  };
  const onPointerDown = (event: PointerEvent<HTMLHRElement>) => {
    const edge = event.currentTarget;
    edge.setPointerCapture(event.pointerId);
    const start = event.clientX + width;
    const move = (to: globalThis.PointerEvent) => onWidth(start - to.clientX);
    edge.addEventListener('pointermove', move);
    edge.addEventListener('lostpointercapture', () => edge.removeEventListener('pointermove', move), { once: true });
  };
  return (
    <hr
      className={styles.splitter}
      aria-orientation="vertical"
      aria-label={INSPECTOR_WORDS.resize}
      aria-valuenow={width}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
    />
  );
}
