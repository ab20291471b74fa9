import type { FocusStop, Scene } from '@continuo/diagram';
import { Maximize, Minus, Plus } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useCommand } from '../commands/live.ts';
import { IconButton } from '../ui/button.tsx';
import { SCROLLABLE } from '../ui/scrollable.ts';
import { DRAWING_WORDS } from '../words/drawing.ts';
import styles from './drawing.module.css';
import { focusStop, stopElement, svgOf } from './svg-host.ts';

const DIRECTIONS: Readonly<Record<string, 'left' | 'right' | 'up' | 'down'>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const LARGEST = 3;
const SMALLEST = 0.25;

/**
 * Shows a scene. Arrow keys walk from stop to stop, Enter, Space or a click opens one; `+`, `−` and `0` zoom where
 * `isZoomable`. The focus stays on its stop when the scene is drawn anew.
 */
export function Drawing({
  scene,
  onStop,
  isZoomable = false,
  inView = null,
}: {
  readonly scene: Scene;
  readonly onStop?: (stop: FocusStop) => void;
  readonly isZoomable?: boolean;
  /** Id of a stop that must be seen, for instance what is selected. */
  readonly inView?: string | null;
}) {
  const host = useRef<HTMLElement>(null);
  const prefix = useId();
  const wasSeen = useRef(false);
  const [zoom, setZoom] = useState(1);
  useLayoutEffect(() => {
    const region = host.current;
    if (!region) return;
    const focused = document.activeElement?.closest<SVGElement>('[data-stop]')?.dataset.stop;
    const had = focused !== undefined && region.contains(document.activeElement);
    const svg = svgOf(scene, prefix);
    region.replaceChildren(svg);
    if (had) focusStop(svg, focused);
    // A drawing wider than its room begins with its first stop in sight.
    const first = scene.stops[0];
    if (!wasSeen.current && first) {
      region.scrollLeft = first.x + first.width / 2 - region.clientWidth / 2;
      wasSeen.current = true;
    }
    if (inView !== null) stopElement(svg, inView)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [scene, prefix, inView]);
  useLayoutEffect(() => {
    const svg = host.current?.querySelector('svg');
    svg?.setAttribute('width', String(scene.width * zoom));
    svg?.setAttribute('height', String(scene.height * zoom));
  }, [scene, zoom]);
  const by = (factor: number) => setZoom((last) => Math.min(LARGEST, Math.max(SMALLEST, last * factor)));
  const fit = () => {
    const region = host.current;
    if (region) setZoom(Math.min(1, region.clientWidth / scene.width, region.clientHeight / scene.height));
  };
  useCommand('graph.in', () => by(1.25), isZoomable);
  useCommand('graph.out', () => by(0.8), isZoomable);
  useCommand('graph.fit', fit, isZoomable);
  usePinch(host, by, isZoomable);
  const stopAt = (target: EventTarget) => {
    const id = (target as Element).closest<SVGElement>('[data-stop]')?.dataset.stop;
    return id === undefined ? undefined : scene.stops.find((stop) => stop.id === id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const stop = stopAt(event.target);
    if (!stop) return;
    const direction = DIRECTIONS[event.key];
    const next = direction && stop.next[direction];
    if (next && host.current && focusStop(host.current, next)) event.preventDefault();
    else if (direction && !event.altKey) event.preventDefault();
    if ((event.key === 'Enter' || event.key === ' ') && onStop) {
      event.preventDefault();
      onStop(stop);
    }
  };
  const onClick = (event: MouseEvent) => {
    const stop = stopAt(event.target);
    if (stop) onStop?.(stop);
  };
  return (
    <div className={styles.frame}>
      <section
        className={styles.region}
        ref={host}
        aria-label={scene.title}
        {...SCROLLABLE}
        onKeyDown={onKeyDown}
        onClick={onClick}
      />
      {isZoomable && (
        <div className={styles.zoom}>
          <IconButton name={DRAWING_WORDS.zoomIn} onPress={() => by(1.25)}>
            <Plus size={14} aria-hidden="true" />
          </IconButton>
          <IconButton name={DRAWING_WORDS.zoomOut} onPress={() => by(0.8)}>
            <Minus size={14} aria-hidden="true" />
          </IconButton>
          <IconButton name={DRAWING_WORDS.fit} onPress={fit}>
            <Maximize size={14} aria-hidden="true" />
          </IconButton>
        </div>
      )}
      {scene.notes.length > 0 && <p className={`meta ${styles.notes}`}>{scene.notes.join(' ')}</p>}
    </div>
  );
}

/** Ctrl and wheel, which is also what a pinch on a touchpad sends. Not passive, so that the page itself does not zoom. */
function usePinch(host: React.RefObject<HTMLElement | null>, by: (factor: number) => void, isOn: boolean): void {
  useEffect(() => {
    const region = host.current;
    if (!region || !isOn) return;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      by(Math.exp(-event.deltaY / 200));
    };
    region.addEventListener('wheel', onWheel, { passive: false });
    return () => region.removeEventListener('wheel', onWheel);
  });
}
