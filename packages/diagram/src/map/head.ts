import type { SceneNode } from '../scene/scene.ts';
import { fitText, textWidth } from '../scene/text-width.ts';
import { face, glyph } from '../theme/glyphs.ts';
import { COLUMN } from './grid.ts';
import type { MapFact, MapView, ToneText } from './map-view.ts';
import { type Drawn, PLANNED_DASH, statusChip, words } from './paint.ts';
import { paragraph } from './rich-text.ts';

const SIDE = 12;
const FACT = 178;
const LEGEND = 34;

/** Title, status, sentence and the five facts; beside each other where there is room. */
export function drawHead(view: MapView, width: number): Drawn {
  const nodes: SceneNode[] = [];
  const chipWidth = view.status === null ? 0 : statusChip(view.status.kind, view.status.words, 0, 0).width + 12;
  const title = fitText(view.title, width - 2 * SIDE - chipWidth, 20, 600);
  nodes.push(words(title, SIDE, 32, { size: 20, weight: 600 }));
  if (view.status !== null) {
    const x = SIDE + textWidth(title, 20, 600) + 12;
    nodes.push(...statusChip(view.status.kind, view.status.words, x, 15).nodes);
  }
  const factsWide = view.facts.length * FACT;
  const isBeside = factsWide > 0 && width - factsWide - 3 * SIDE >= 420;
  const room = isBeside ? Math.min(760, width - factsWide - 4 * SIDE) : Math.min(860, width - 2 * SIDE);
  const lead: ToneText = { text: view.sentence.lead, tone: 'strong', behind: null };
  const first = paragraph([lead], { x: SIDE, y: 64, width: room, size: 14, leading: 20 });
  const rest = paragraph(view.sentence.rest, { x: SIDE, y: 64 + first.height, width: room, size: 13, leading: 18 });
  nodes.push(...first.nodes, ...rest.nodes);
  const below = 64 + first.height + rest.height;
  const at = isBeside ? { x: width - factsWide, y: 50 } : { x: SIDE - 4, y: below };
  view.facts.forEach((fact, index) => {
    nodes.push({ kind: 'group', x: at.x + index * FACT, y: at.y, children: drawFact(fact, index > 0 || isBeside) });
  });
  const bottom = view.facts.length === 0 ? below : Math.max(below, at.y + 66);
  return { nodes, height: Math.ceil(bottom + 8) };
}

function drawFact(fact: MapFact, hasLine: boolean): readonly SceneNode[] {
  const line: SceneNode = { kind: 'line', x1: 0, x2: 0, y1: 0, y2: 60, stroke: 'line', strokeWidth: 1 };
  const nodes: SceneNode[] = hasLine ? [line] : [];
  nodes.push(glyph(fact.status, 12, 1, 11), words(fitText(fact.label, FACT - 32, 12), 28, 11, { fill: 'ink2' }));
  if (fact.voices === null)
    nodes.push(words(fitText(fact.value, FACT - 16, 16, 600), 12, 34, { size: 16, weight: 600 }));
  else {
    let x = 12;
    for (const felt of ['unhappy', 'neutral', 'happy'] as const) {
      const { text } = fact.voices[felt];
      nodes.push(face(felt, x, 20, 16), words(text, x + 20, 34, { size: 15, weight: 600 }));
      x += 28 + textWidth(text, 15, 600);
    }
  }
  nodes.push(words(fitText(fact.note, FACT - 14, 12), 12, 54, { fill: 'ink3' }));
  return nodes;
}

const LEGEND_WORDS = {
  planned: 'planned',
  lived: 'lived',
  'another-way': 'went another way',
  harm: 'harm',
  'off-map': 'not on our map',
} as const;

/** The marks in use and, at the right, how much of the map is known. */
export function drawLegend(view: MapView, width: number): Drawn {
  const nodes: SceneNode[] = [{ kind: 'rect', x: 0, y: 0, width, height: LEGEND, fill: 'canvas' }];
  let x = SIDE;
  for (const key of view.legend) {
    nodes.push({ kind: 'group', x, y: 12, children: swatch(key) });
    nodes.push(words(LEGEND_WORDS[key], x + 32, 21, { fill: 'ink2' }));
    x += 32 + textWidth(LEGEND_WORDS[key], 12) + 16;
  }
  const text = fitText(view.coverage, Math.max(COLUMN, width - x - SIDE), 12);
  nodes.push(words(text, width - SIDE, 21, { fill: 'ink3', anchor: 'end' }));
  nodes.push({ kind: 'line', x1: 0, x2: width, y1: 0.5, y2: 0.5, stroke: 'line', strokeWidth: 1 });
  nodes.push({ kind: 'line', x1: 0, x2: width, y1: LEGEND, y2: LEGEND, stroke: 'line2', strokeWidth: 1 });
  return { nodes, height: LEGEND };
}

function swatch(key: MapView['legend'][number]): readonly SceneNode[] {
  const box = { kind: 'rect', x: 0, y: 0, width: 26, height: 10 } as const;
  switch (key) {
    case 'planned':
      return [{ kind: 'line', x1: 0, x2: 26, y1: 5, y2: 5, stroke: 'ink2', strokeWidth: 1.5, dash: PLANNED_DASH }];
    case 'lived':
      return [
        { ...box, fill: 'volume-2' },
        { kind: 'line', x1: 0, x2: 26, y1: 1, y2: 1, stroke: 'volume-4', strokeWidth: 2 },
      ];
    case 'another-way':
      return [{ ...box, hatch: 'control' }];
    case 'harm':
      return [
        { ...box, fill: 'alert-soft' },
        { ...box, hatch: 'alert' },
      ];
    case 'off-map':
      return [
        { kind: 'rect', x: 1, y: -3, width: 24, height: 16, radius: 8, stroke: 'control', strokeWidth: 1.5 },
        glyph('plus', 8, 0, 10),
      ];
  }
}
