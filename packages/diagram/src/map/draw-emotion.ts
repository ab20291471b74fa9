import type { SceneNode } from '../scene/scene.ts';
import { face } from '../theme/glyphs.ts';
import type { MapCell } from './map-view.ts';
import { PLANNED_DASH, words } from './paint.ts';

export const EMOTION_HEIGHT = 96;
const MIDDLE = 38;
/** One step of the scale from −2 to +2, px. */
const UNIT = 13;

/** The intended curve (dashed) over the places of those who answered (faces); it passes over columns without an intention. */
export function drawEmotion(cells: readonly MapCell[], width: number): readonly SceneNode[] {
  const nodes: SceneNode[] = [
    { kind: 'line', x1: 0, x2: cells.length * width, y1: MIDDLE, y2: MIDDLE, stroke: 'line2', strokeWidth: 1 },
  ];
  const places = cells.map((cell, at) => {
    if (cell.kind !== 'emotion' || cell.intended === null) return null;
    return { x: at * width + width / 2, y: MIDDLE - cell.intended * UNIT };
  });
  const shown = places.filter((place) => place !== null);
  const d = shown.map(({ x, y }, at) => {
    const before = shown[at - 1];
    if (before === undefined) return `M${x} ${y}`;
    const half = (x - before.x) / 2;
    return `C${before.x + half} ${before.y} ${x - half} ${y} ${x} ${y}`;
  });
  if (shown.length > 1)
    nodes.push({
      ...{ kind: 'path', d: d.join(''), fill: 'none', stroke: 'ink2', strokeWidth: 1.5, dash: PLANNED_DASH },
    });
  for (const { x, y } of shown)
    nodes.push({ kind: 'circle', cx: x, cy: y, r: 3.5, fill: 'surface', stroke: 'ink2', strokeWidth: 1.5 });
  cells.forEach((cell, at) => {
    if (cell.kind !== 'emotion' || cell.words === '') return;
    const x = at * width + width / 2;
    if (cell.face !== null && cell.lived !== null)
      nodes.push(face(cell.face, x - 8, MIDDLE - cell.lived * UNIT - 8, 16));
    nodes.push(words(cell.words, x, EMOTION_HEIGHT - 10, { fill: 'ink2', anchor: 'middle' }));
  });
  return nodes;
}
