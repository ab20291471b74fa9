import type { SceneNode } from '../scene/scene.ts';
import { fitText, textWidth } from '../scene/text-width.ts';
import { glyph } from '../theme/glyphs.ts';
import { formatCount } from '../words/format.ts';
import type { MapCell } from './map-view.ts';
import { PLANNED_DASH, words } from './paint.ts';

type CustomersCell = Extract<MapCell, { kind: 'customers' }>;

/** Height of the row, of its base line, and of everybody who set out. */
export const CUSTOMERS_HEIGHT = 128;
export const CUSTOMERS_BASE = 104;
const TALLEST = 76;

/**
 * Customers as a column: lived solid from the base up, over it those harmed (crimson lines), those who went another way
 * (neutral lines) and those still to come (pale), up to the planned line.
 */
export function drawCustomers(cell: CustomersCell, width: number): readonly SceneNode[] {
  return cell.isOffMap ? offMap(cell, width) : planned(cell, width);
}

function offMap({ lived, had }: CustomersCell, width: number): readonly SceneNode[] {
  const height = Math.max(3, lived * TALLEST);
  const y = CUSTOMERS_BASE - height;
  const text = `+ ${had.text}`;
  return [
    {
      ...{ kind: 'rect', x: 28, y, width: width - 56, height, fill: 'volume-2', stroke: 'control', strokeWidth: 2 },
    },
    words(text, width / 2, y - 7, { weight: 600, anchor: 'middle' }),
    words('not on our map', width / 2, CUSTOMERS_BASE + 17, { fill: 'ink3', anchor: 'middle' }),
  ];
}

function planned(cell: CustomersCell, width: number): readonly SceneNode[] {
  const nodes: SceneNode[] = [];
  let y = CUSTOMERS_BASE;
  const part = (share: number, style: Pick<Extract<SceneNode, { kind: 'rect' }>, 'fill' | 'hatch'>): void => {
    if (share <= 0) return;
    const height = share * TALLEST;
    y -= height;
    const box = { kind: 'rect', x: 2, y, width: width - 4, height } as const;
    if (style.hatch === 'alert') nodes.push({ ...box, fill: 'alert-soft' });
    nodes.push({ ...box, ...style });
  };
  part(cell.lived, { fill: 'volume-2' });
  const line = { kind: 'line', x1: 2, x2: width - 2, y1: y, y2: y, stroke: 'volume-4', strokeWidth: 2 } as const;
  part(cell.harm, { hatch: 'alert' });
  part(cell.anotherWay, { hatch: 'control' });
  part(cell.notYet, { fill: 'volume-1' });
  nodes.push(line);
  if (cell.planned !== null) {
    const top = CUSTOMERS_BASE - cell.planned * TALLEST;
    y = Math.min(y, top);
    const dashed = { stroke: 'ink2', strokeWidth: 1.5, dash: PLANNED_DASH } as const;
    nodes.push({ kind: 'line', x1: 2, x2: width - 2, y1: top, y2: top, ...dashed });
  }
  return [...nodes, ...figure(cell, width, y - 8), ...gapWords(cell, width)];
}

function figure({ had }: CustomersCell, width: number, y: number): readonly SceneNode[] {
  const of = had.of === null || had.of === had.n ? '' : ` of ${formatCount(had.of)}`;
  const left = (width - textWidth(had.text, 12, 600) - textWidth(of, 12)) / 2;
  const first = words(had.text, left, y, { weight: 600 });
  if (of === '') return [first];
  return [first, words(of.trim(), left + textWidth(`${had.text} `, 12, 600), y, { fill: 'ink3' })];
}

function gapWords({ gap }: CustomersCell, width: number): readonly SceneNode[] {
  if (gap === null) return [];
  const y = CUSTOMERS_BASE + 17;
  if (gap.tone === 'quiet')
    return [words(fitText(gap.text, width - 4, 12), width / 2, y, { fill: 'ink3', anchor: 'middle' })];
  const text = fitText(gap.text, width - 18, 12, 600);
  const left = (width - textWidth(text, 12, 600) - 14) / 2;
  return [glyph('alert', left, y - 9.5, 10), words(text, left + 14, y, { weight: 600, fill: 'alert' })];
}
