import type { GraphNode } from '@continuo/core';
import type { SceneNode } from '../scene/scene.ts';
import { fitText, textWidth, wrapText } from '../scene/text-width.ts';
import { channelIcon } from '../theme/channels.ts';
import { type GlyphKind, glyph } from '../theme/glyphs.ts';
import { formatCount } from '../words/format.ts';
import { feltWords, type GraphMetric, nodeText } from './metric.ts';
import type { Direction } from './place.ts';

/** What is known about a step beside its numbers. */
export interface NodeMark {
  /** Customers do it, our map does not have it: solid border and "+". Says nothing about harm. */
  readonly notOnMap?: boolean;
  /** It harms customers: the only thing crimson stands for. */
  readonly harm?: boolean;
  readonly glyph?: Exclude<GlyphKind, 'plus'>;
  /** The glyph in words, for instance "their way is better". */
  readonly words?: string;
}

interface Card {
  readonly node: GraphNode;
  readonly metric: GraphMetric;
  readonly mark: NodeMark;
  readonly selected: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly direction: Direction;
  readonly stop: string;
}

/** A step as a card: its name in at most two lines, how it comes to customers, its number, its marks. */
export function drawCard(card: Card): SceneNode {
  const { node, mark, width, height } = card;
  const border = mark.harm ? 'alert' : mark.notOnMap ? 'control' : 'line2';
  const children: SceneNode[] = [];
  if (card.selected) {
    const ring = { x: -5, y: -5, width: width + 10, height: height + 10, radius: 10 };
    children.push({ kind: 'rect', ...ring, fill: 'none', stroke: 'accent', strokeWidth: 2.5 });
  }
  children.push({
    ...{ kind: 'rect', className: 'card', x: 0, y: 0, width, height, radius: 7, fill: 'surface', stroke: border },
    strokeWidth: mark.harm || mark.notOnMap ? 2 : 1.25,
  });
  wrapText(node.activity, width - 18, 12, 600, 2).forEach((text, line) => {
    children.push({ kind: 'text', x: 9, y: 18 + 15 * line, text, size: 12, weight: 600, fill: 'ink' });
  });
  children.push(...(card.metric === 'felt' ? feltRow(card) : numberRow(card)));
  if (mark.glyph) children.push(glyph(mark.glyph, width - 22, height - 22, 14));
  if (mark.notOnMap) {
    children.push({ kind: 'circle', cx: width - 1, cy: 0, r: 9, fill: 'ink3' });
    const d = `M${width - 1} -4v8M${width - 5} 0h8`;
    children.push({ kind: 'path', d, fill: 'none', stroke: 'surface', strokeWidth: 2, roundEnds: true });
  }
  children.push(...endMarks(card));
  return {
    ...{ kind: 'group', x: card.x, y: card.y, stop: card.stop, className: 'step', children },
  };
}

function numberRow({ node, metric, height }: Card): SceneNode[] {
  const text = nodeText(node, metric) ?? '';
  const icon = node.channel === '' ? [] : [channelIcon(node.channel, 8, height - 21, 14)];
  const x = icon.length > 0 ? 27 : 9;
  return [...icon, { kind: 'text', x, y: height - 9.5, text, size: 12, weight: 400, fill: 'ink2' }];
}

/** The answers as a bar of their shares with the count of unhappy ones; nobody asked is never a zero. */
function feltRow({ node, mark, width, height }: Card): SceneNode[] {
  const room = width - (mark.glyph ? 36 : 18);
  const words = fitText(feltWords(node), room, 12);
  const text: SceneNode = { kind: 'text', x: 9, y: height - 7, text: words, size: 12, weight: 400, fill: 'ink2' };
  const answers = node.unhappy + node.neutral + node.happy;
  if (answers === 0) return [text];
  const bar: SceneNode[] = [];
  let x = 9;
  for (const felt of ['unhappy', 'neutral', 'happy'] as const) {
    const part = ((width - 18) * node[felt]) / answers;
    if (part > 0) bar.push({ kind: 'rect', x, y: 38, width: part, height: 4, fill: `felt-${felt}` });
    x += part;
  }
  return [...bar, text];
}

/** How many begin and end here, under the card: a dot for beginning, a dot in a ring for ending. */
function endMarks({ node, width, height, direction }: Card): SceneNode[] {
  const text = endWords(node, direction);
  if (text === null) return [];
  const y = height + 15;
  const cx = direction === 'across' ? (width - textWidth(text, 12) - 8) / 2 : 5;
  const dot: SceneNode[] =
    node.starts > 0
      ? [{ kind: 'circle', cx, cy: y - 4, r: 3.5, fill: 'ink3' }]
      : [
          { kind: 'circle', cx, cy: y - 4, r: 4, fill: 'surface', stroke: 'ink3', strokeWidth: 1.25 },
          { kind: 'circle', cx, cy: y - 4, r: 1.75, fill: 'ink3' },
        ];
  return [{ kind: 'text', x: cx + 8, y, text, size: 12, weight: 400, fill: 'ink3', halo: 'surface' }, ...dot];
}

/**
 * "640 start here", "55 end here", "12 start, 30 end"; null when runs neither begin nor end here. Downwards only the
 * numbers: lines leave below the middle of the card.
 */
export function endWords({ starts, ends }: GraphNode, direction: Direction): string | null {
  if (starts === 0 && ends === 0) return null;
  const down = direction === 'down';
  if (starts > 0 && ends > 0) {
    return down
      ? `${formatCount(starts)} · ${formatCount(ends)}`
      : `${formatCount(starts)} start, ${formatCount(ends)} end`;
  }
  const count = formatCount(starts > 0 ? starts : ends);
  if (down) return count;
  return starts > 0 ? `${count} start here` : `${count} end here`;
}
