import type { SceneNode } from '../scene/scene.ts';

/** Status as a shape: goes well ✓, unusual ◆, harm to customers ▲, not known ○, not on our map +. */
export type GlyphKind = 'good' | 'watch' | 'alert' | 'none' | 'plus';

/** A status mark in a box of `size` px with its upper left corner at (x, y). */
export function glyph(kind: GlyphKind, x: number, y: number, size: number): SceneNode {
  return { kind: 'group', x, y, scale: size / 12, children: [shapeOf(kind)] };
}

function shapeOf(kind: GlyphKind): SceneNode {
  switch (kind) {
    case 'good':
      return {
        ...{ kind: 'path', d: 'M2 6.5l2.7 2.7l5.3-5.8', fill: 'none', stroke: 'good' },
        strokeWidth: 2,
        roundEnds: true,
      };
    case 'watch':
      return { kind: 'path', d: 'M6 1l5 5l-5 5l-5-5z', fill: 'watch' };
    case 'alert':
      return { kind: 'path', d: 'M6 1.25l5.25 9.5h-10.5z', fill: 'alert' };
    case 'none':
      return { kind: 'circle', cx: 6, cy: 6, r: 4.2, fill: 'none', stroke: 'not-known', strokeWidth: 1.8 };
    case 'plus':
      return {
        ...{ kind: 'path', d: 'M6 1.5v9M1.5 6h9', fill: 'none', stroke: 'ink2' },
        strokeWidth: 2,
        roundEnds: true,
      };
  }
}

/** How an answered moment felt, as a face: the mouth tells it, the colour repeats it. */
export function face(felt: 'unhappy' | 'neutral' | 'happy', x: number, y: number, size: number): SceneNode {
  const stroke = `felt-${felt}` as const;
  const mouth = {
    unhappy: 'M5.25 11c1.4-1.7 4.1-1.7 5.5 0',
    neutral: 'M5.25 10.25h5.5',
    happy: 'M5.25 9.5c1.4 1.7 4.1 1.7 5.5 0',
  };
  const line = { fill: 'none', stroke, strokeWidth: 1.5, roundEnds: true } as const;
  return {
    ...{ kind: 'group', x, y, scale: size / 16 },
    children: [
      { kind: 'circle', cx: 8, cy: 8, r: 6.5, ...line },
      { kind: 'path', d: `M5.75 6.25v.5M10.25 6.25v.5${mouth[felt]}`, ...line },
    ],
  };
}
