import type { Rect, SceneNode } from '../scene/scene.ts';
import type { MapCard } from './map-view.ts';
import { type Drawn, LINE, PLANNED_DASH, wrapped } from './paint.ts';

const OUT = 6;
const IN = 7;
const MOST_LINES = 7;

/** What we think is outlined with dashes, what we measured with a line, what we heard is filled with how it felt. */
function ground({ evidence, felt }: MapCard): Pick<Rect, 'fill' | 'stroke' | 'strokeWidth' | 'dash'> {
  if (evidence === 'think') return { fill: 'none', stroke: 'control', strokeWidth: 1.25, dash: PLANNED_DASH };
  if (evidence === 'measured') return { fill: 'surface', stroke: 'line2', strokeWidth: 1.25 };
  return { fill: felt === null ? 'felt-neutral-soft' : `felt-${felt}-soft` };
}

/** Cards one below the other, each with what it rests on. */
export function drawCards(cards: readonly MapCard[], width: number): Drawn {
  const nodes: SceneNode[] = [];
  let y = OUT;
  for (const card of cards) {
    const room = { x: OUT + IN, width: width - 2 * OUT - 2 * IN };
    const text = wrapped(card.text, { ...room, y: y + 16, lines: MOST_LINES }, cardStyle(card));
    const rests = wrapped(card.words, { ...room, y: y + 16 + text.height, lines: 2 }, { fill: 'ink2' });
    const height = text.height + rests.height + 10;
    const box = { x: OUT + 0.6, y: y + 0.6, width: width - 2 * OUT - 1.2, height: height - 1.2 };
    nodes.push({ kind: 'rect', className: 'card', ...box, radius: 5, ...ground(card) }, ...text.nodes, ...rests.nodes);
    y += height + 5;
  }
  return { nodes, height: Math.max(y + 1, LINE) };
}

function cardStyle({ evidence }: MapCard): { readonly fill: 'ink' | 'ink2' } {
  return { fill: evidence === 'think' ? 'ink2' : 'ink' };
}
