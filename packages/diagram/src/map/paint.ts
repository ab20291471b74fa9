import type { Paint, SceneNode, Text } from '../scene/scene.ts';
import { textWidth, type Weight, wrapText } from '../scene/text-width.ts';
import { glyph } from '../theme/glyphs.ts';
import type { TokenName } from '../theme/tokens.ts';
import type { MapStatus } from './map-view.ts';

/** Things drawn from (0, 0) down, and how high they are, px. */
export interface Drawn {
  readonly nodes: readonly SceneNode[];
  readonly height: number;
}

export const LINE = 15;

/** Colours of the statuses, on the page and softly behind a chip. */
export const STATUS_PAINT: Readonly<Record<MapStatus, readonly [TokenName, TokenName]>> = {
  good: ['good', 'good-soft'],
  alert: ['alert', 'alert-soft'],
  none: ['ink2', 'not-known-soft'],
};

/** One line of text on the base line y. */
export function words(
  text: string,
  x: number,
  y: number,
  style: {
    readonly size?: number;
    readonly weight?: Weight;
    readonly fill?: Paint;
    readonly anchor?: Text['anchor'];
  } = {},
): Text {
  const { size = 12, weight = 400, fill = 'ink', anchor = 'start' } = style;
  return { kind: 'text', x, y, text, size, weight, fill, ...(anchor === 'start' ? {} : { anchor }) };
}

/** Text in lines from y down: the first base line at `y`. */
export function wrapped(
  text: string,
  place: { readonly x: number; readonly y: number; readonly width: number; readonly lines: number },
  style: { readonly size?: number; readonly weight?: Weight; readonly fill?: Paint; readonly leading?: number } = {},
): Drawn {
  const { size = 12, weight = 400, leading = LINE } = style;
  const lines = text === '' ? [] : wrapText(text, place.width, size, weight, place.lines);
  return {
    nodes: lines.map((line, at) => words(line, place.x, place.y + leading * at, { ...style })),
    height: lines.length * leading,
  };
}

/** A status as shape and word in a soft pill with its upper left corner at (x, y); and its width. */
export function statusChip(
  status: MapStatus,
  text: string,
  x: number,
  y: number,
  size = 12,
): { readonly nodes: readonly SceneNode[]; readonly width: number } {
  const [ink, soft] = STATUS_PAINT[status];
  const mark = size - 1;
  const width = Math.ceil(textWidth(text, size, 500) + mark + 1.7 * size);
  const height = Math.round(size * 1.7);
  return {
    nodes: [
      { kind: 'rect', x, y, width, height, radius: height / 2, fill: soft },
      glyph(status, x + size * 0.6, y + (height - mark) / 2, mark),
      words(text, x + size * 0.9 + mark, y + height / 2 + size * 0.36, { size, weight: 500, fill: ink }),
    ],
    width,
  };
}

/** Dashes mean "planned". */
export const PLANNED_DASH: readonly number[] = [4, 3];
