import type { Paint, SceneNode } from '../scene/scene.ts';
import { textWidth, type Weight } from '../scene/text-width.ts';
import { glyph } from '../theme/glyphs.ts';
import type { ToneText } from './map-view.ts';
import { type Drawn, words } from './paint.ts';

const TONES: Readonly<Record<ToneText['tone'], { readonly weight: Weight; readonly fill: Paint }>> = {
  plain: { weight: 400, fill: 'ink2' },
  strong: { weight: 600, fill: 'ink' },
  quiet: { weight: 400, fill: 'ink3' },
  alert: { weight: 600, fill: 'alert' },
  quote: { weight: 500, fill: 'ink' },
};

interface Place {
  readonly x: number;
  /** Base line of the first line. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly leading: number;
}

/** Texts of several tones set as one paragraph; harm gets its ▲. Words longer than the width stand alone on a line. */
export function paragraph(parts: readonly ToneText[], { x, y, width, size, leading }: Place): Drawn {
  const nodes: SceneNode[] = [];
  let at = 0;
  let line = 0;
  for (const part of parts) {
    const { weight, fill } = TONES[part.tone];
    let piece = '';
    let from = at;
    const flush = (): void => {
      if (piece.trim() !== '') nodes.push(words(piece.trimEnd(), x + from, y + line * leading, { size, weight, fill }));
      piece = '';
      from = at;
    };
    if (part.tone === 'alert') {
      if (at + size + 4 + textWidth(part.text.split(' ')[0] ?? '', size, weight) > width) {
        at = 0;
        line++;
      }
      nodes.push(glyph('alert', x + at, y + line * leading - size * 0.82, size * 0.9));
      at += size * 0.9 + 4;
      from = at;
    }
    for (const token of part.text.match(/[^\S\u00a0]+|[\S\u00a0]+/g) ?? []) {
      const wide = textWidth(token, size, weight);
      const isSpace = token.trim() === '';
      if (!isSpace && at > 0 && at + textWidth(token, size, weight) > width) {
        flush();
        at = 0;
        from = 0;
        line++;
      }
      if (isSpace && at === 0) continue;
      if (piece === '' && isSpace) {
        at += wide;
        from = at;
        continue;
      }
      piece += token;
      at += wide;
    }
    flush();
  }
  return { nodes, height: parts.length === 0 ? 0 : (line + 1) * leading };
}
