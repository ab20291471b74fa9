import type { SceneNode } from '../scene/scene.ts';
import { fitText, textWidth } from '../scene/text-width.ts';
import { channelIcon, channelOf } from '../theme/channels.ts';
import { face, glyph } from '../theme/glyphs.ts';
import { drawCards } from './draw-cards.ts';
import { CUSTOMERS_HEIGHT, drawCustomers } from './draw-customers.ts';
import { drawStep, stepHeight } from './draw-step.ts';
import type { ChannelPart, MapCell } from './map-view.ts';
import { type Drawn, LINE, words, wrapped } from './paint.ts';

const PAD = 7;
const MOST_CHANNELS = 3;
const NONE: Drawn = { nodes: [], height: 0 };

/** What cells of one row share. */
export interface RowScale {
  /** Most answers of one kind in the row. */
  readonly voices: number;
  /** Height of its cards; 0: their own. */
  readonly height: number;
}

/** A cell from (0, 0) down in a column of this width. */
export function drawCell(cell: MapCell, width: number, scale: RowScale): Drawn {
  switch (cell.kind) {
    case 'nothing':
      return cell.words === '' || cell.isOff ? NONE : quiet(cell.words, width);
    case 'step': {
      const height = scale.height > 0 ? scale.height : stepHeight(cell, width);
      return { nodes: drawStep(cell, width, height), height };
    }
    case 'customers':
      return { nodes: drawCustomers(cell, width), height: CUSTOMERS_HEIGHT };
    case 'channels':
      return channels(cell.parts, width);
    case 'voices':
      return voices(cell, width, scale);
    case 'time':
      return time(cell, width);
    case 'count':
      return count(cell, width);
    case 'cards':
      return drawCards(cell.cards, width);
    case 'emotion':
      return NONE;
    case 'lines':
      return lines(cell, width);
    case 'image':
      return quiet('a picture', width);
  }
}

function quiet(text: string, width: number): Drawn {
  return padded(wrapped(text, { x: PAD, y: 18, width: width - 2 * PAD, lines: 2 }, { fill: 'ink3' }));
}

function padded({ nodes, height }: Drawn): Drawn {
  return { nodes, height: height + 14 };
}

function channels(parts: readonly ChannelPart[], width: number): Drawn {
  const nodes: SceneNode[] = [];
  const all = width - 2 * PAD;
  let x = PAD;
  for (const { channel, share } of parts) {
    if (share <= 0) continue;
    const wide = Math.max(2, all * share - 1);
    nodes.push({ kind: 'rect', x, y: 8, width: wide, height: 6, radius: 2, fill: channelOf(channel).token });
    x += all * share;
  }
  const top = nodes.length > 0 ? 31 : 18;
  const shown = parts.length > MOST_CHANNELS + 1 ? parts.slice(0, MOST_CHANNELS) : parts;
  shown.forEach(({ channel, name, figure, isExtra }, line) => {
    const y = top + 17 * line;
    nodes.push(channelIcon(channel, PAD, y - 11, 13));
    const tag = isExtra ? '+ ' : '';
    const number = figure?.text ?? '';
    const text = fitText(`${tag}${name}`, all - 18 - textWidth(` ${number}`, 12, 600), 12);
    nodes.push(words(text, PAD + 18, y, { fill: figure === null ? 'ink3' : 'ink2' }));
    if (number !== '') nodes.push(words(number, PAD + 18 + textWidth(`${text} `, 12), y, { weight: 600 }));
  });
  const left = parts.length - shown.length;
  if (left > 0) nodes.push(words(`and ${left} more`, PAD + 18, top + 17 * shown.length, { fill: 'ink3' }));
  return { nodes, height: top + 17 * (shown.length - 1 + (left > 0 ? 1 : 0)) + 12 };
}

function voices(cell: Extract<MapCell, { kind: 'voices' }>, width: number, scale: RowScale): Drawn {
  const nodes: SceneNode[] = [];
  const room = width - 2 * PAD - 20 - 26;
  (['unhappy', 'neutral', 'happy'] as const).forEach((felt, line) => {
    const { n, text } = cell.voices[felt];
    const y = 8 + 17 * line;
    nodes.push(face(felt, PAD, y, 14));
    const long = n === 0 ? 0 : Math.max(3, (room * n) / Math.max(1, scale.voices));
    if (long > 0) nodes.push({ kind: 'rect', x: PAD + 20, y: y + 3.5, width: long, height: 8, fill: `felt-${felt}` });
    const style = n === 0 ? ({ fill: 'ink3' } as const) : ({ weight: 600 } as const);
    nodes.push(words(text, width - PAD - 2, y + 11.5, { ...style, anchor: 'end' }));
  });
  cell.answered.forEach((text, line) => {
    nodes.push(words(text, PAD, 74 + LINE * line, { fill: 'ink3' }));
  });
  return { nodes, height: 74 + LINE + 9 };
}

function time(cell: Extract<MapCell, { kind: 'time' }>, width: number): Drawn {
  const nodes: SceneNode[] = [];
  const isAlert = cell.tone === 'alert';
  let x = PAD;
  if (isAlert) {
    nodes.push(glyph('alert', x, 8.5, 10));
    x += 14;
  }
  if (cell.half !== null) {
    nodes.push(words(cell.half.text, x, 18, { weight: 600, fill: isAlert ? 'alert' : 'ink' }));
    x += textWidth(`${cell.half.text} `, 12, 600);
  }
  if (cell.promised !== '')
    nodes.push(words(`${cell.half === null ? '' : '/ '}${cell.promised}`, x, 18, { fill: 'ink3' }));
  const room = width - 2 * PAD - 8;
  const fill = isAlert ? 'alert' : 'volume-4';
  const hasBar = cell.half !== null && cell.tick !== null;
  if (hasBar)
    nodes.push({ kind: 'rect', x: PAD, y: 27, width: Math.max(2, room * cell.bar), height: 6, radius: 2, fill });
  if (cell.half !== null && cell.tick !== null) {
    const at = PAD + room * cell.tick;
    nodes.push({ kind: 'line', x1: at, x2: at, y1: 24, y2: 36, stroke: 'ink', strokeWidth: 2 });
  }
  const end = hasBar ? 42 : 28;
  if (cell.half === null || cell.tail === '') return { nodes, height: end };
  nodes.push(words(cell.tail, PAD, end + 7, { fill: 'ink3' }));
  return { nodes, height: end + 16 };
}

function count({ figure, of, tone }: Extract<MapCell, { kind: 'count' }>, width: number): Drawn {
  const isAlert = tone === 'alert';
  const x = isAlert ? PAD + 14 : PAD;
  const after = x + textWidth(`${figure.text} `, 12, 600);
  return {
    nodes: [
      ...(isAlert ? [glyph('alert', PAD, 8.5, 10)] : []),
      words(figure.text, x, 18, { weight: 600, fill: isAlert ? 'alert' : 'ink' }),
      words(fitText(of, width - after - 2, 12), after, 18, { fill: 'ink3' }),
    ],
    height: 30,
  };
}

function lines({ first, second, isMissing }: Extract<MapCell, { kind: 'lines' }>, width: number): Drawn {
  const room = { x: PAD, width: width - 2 * PAD, lines: 2 };
  const top = wrapped(first, { ...room, y: 18 }, isMissing ? { fill: 'ink3' } : { weight: 500 });
  const below = wrapped(second, { ...room, y: 18 + top.height }, { fill: 'ink3' });
  return padded({ nodes: [...top.nodes, ...below.nodes], height: top.height + below.height });
}
