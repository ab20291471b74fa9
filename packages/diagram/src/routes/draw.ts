import type { Variant, Variants } from '@continuo/core';
import { feltWords } from '../path-graph/metric.ts';
import type { FocusStop, Scene, SceneNode } from '../scene/scene.ts';
import { textWidth } from '../scene/text-width.ts';
import { counted, formatCount, formatDuration, formatShare } from '../words/format.ts';
import { routesSentence } from '../words/routes-sentence.ts';
import { textOf } from '../words/sentence.ts';
import { CHIP_HEIGHT, type Chip, chipsOf, chipWidth, drawChip } from './chip.ts';

export interface RoutesOptions {
  readonly width: number;
  /** Journeys looked at: what shares are of. */
  readonly runs: number;
  /** Place in the list of the chosen route. */
  readonly selected?: number | null;
  readonly title?: string;
}

const COUNT = 92;
const SHARE = 190;
const MOST_LINES = 3;
const PAD = 12;

interface Laid {
  readonly chips: readonly { readonly chip: Chip; readonly x: number; readonly y: number }[];
  readonly left: number;
  readonly leftX: number;
  readonly lines: number;
}

/** Sets chips in lines of `width`; what does not fit into three lines is counted, not dropped silently. */
function setChips(chips: readonly Chip[], width: number): Laid {
  const laid: { chip: Chip; x: number; y: number }[] = [];
  let [x, line] = [0, 0];
  for (const [index, chip] of chips.entries()) {
    const wide = chipWidth(chip);
    // The last line keeps room for "and 12 more".
    const room = line === MOST_LINES - 1 && index < chips.length - 1 ? width - 84 : width;
    if (x > 0 && x + wide > room) {
      if (line === MOST_LINES - 1) return { chips: laid, left: chips.length - index, leftX: x, lines: MOST_LINES };
      line++;
      x = 0;
    }
    laid.push({ chip, x, y: line * (CHIP_HEIGHT + 6) });
    x += wide + 6;
  }
  return { chips: laid, left: 0, leftX: x, lines: line + 1 };
}

/** The routes customers take, most frequent first: count, steps with their channels, share and running total. */
export function drawRoutes(variants: Variants, options: RoutesOptions): Scene {
  const { width, runs } = options;
  const nodes: SceneNode[] = [];
  const stops: FocusStop[] = [];
  let [y, total] = [0, 0];
  variants.variants.forEach((variant, index) => {
    total += variant.runs;
    const laid = setChips(chipsOf(variant.path, variant.channels), Math.max(180, width - COUNT - SHARE - 16));
    const height = 2 * PAD + Math.max(44, laid.lines * (CHIP_HEIGHT + 6) - 6);
    const id = `route:${index}`;
    const children = row({ variant, laid, total, width, height, selected: options.selected === index, runs });
    nodes.push({ kind: 'group', className: 'route', y, x: 0, stop: id, children });
    const next = {
      ...(index > 0 ? { up: `route:${index - 1}` } : {}),
      ...(index + 1 < variants.variants.length ? { down: `route:${index + 1}` } : {}),
    };
    const behind = { kind: 'route', path: variant.path } as const;
    stops.push({ id, label: routeLabel(variant, runs), x: 0, y, width, height, behind, next });
    y += height;
  });
  const notes = variants.leftOut > 0 ? [`${counted(variants.leftOut, 'more route')} not listed.`] : [];
  const title = options.title ?? 'Routes that customers take';
  return {
    width,
    height: Math.max(40, y),
    title,
    description: textOf(routesSentence(variants, runs)),
    nodes,
    stops,
    notes,
  };
}

function routeLabel(variant: Variant, runs: number): string {
  const share = `${counted(variant.runs, 'journey')}, ${formatShare(variant.runs, runs)}, ${counted(variant.people, 'customer')}`;
  return `${share}: ${variant.path.join(', then ')}. Half take longer than ${formatDuration(variant.medianMs)}, ${feltWords(variant)}`;
}

interface Row {
  readonly variant: Variant;
  readonly laid: Laid;
  readonly total: number;
  readonly width: number;
  readonly height: number;
  readonly selected: boolean;
  readonly runs: number;
}

function row({ variant, laid, total, width, height, selected, runs }: Row): SceneNode[] {
  const nodes: SceneNode[] = [];
  if (selected) nodes.push({ kind: 'rect', x: 0, y: 0, width, height, radius: 6, fill: 'accent-soft' });
  nodes.push({ kind: 'line', x1: 0, y1: height, x2: width, y2: height, stroke: 'line', strokeWidth: 1 });
  const meta = { kind: 'text', size: 12, weight: 400, fill: 'ink3' } as const;
  nodes.push({ kind: 'text', x: 8, y: PAD + 15, text: formatCount(variant.runs), size: 14, weight: 600, fill: 'ink' });
  nodes.push({ ...meta, x: 8, y: PAD + 33, text: variant.runs === 1 ? 'journey' : 'journeys' });
  for (const { chip, x, y } of laid.chips) nodes.push(drawChip(chip, COUNT + x, PAD + y));
  if (laid.left > 0) {
    const y = PAD + (MOST_LINES - 1) * (CHIP_HEIGHT + 6) + 16.5;
    nodes.push({ ...meta, x: COUNT + laid.leftX, y, text: `and ${formatCount(laid.left)} more` });
  }
  const [from, length] = [width - SHARE, SHARE - 12];
  const share = (count: number): number => (runs === 0 ? 0 : (length * count) / runs);
  const bar = { kind: 'rect', y: PAD + 6, height: 8, radius: 2 } as const;
  nodes.push({ ...bar, x: from, width: length, fill: 'sunken' });
  nodes.push({ ...bar, x: from, width: share(total), fill: 'volume-2' });
  nodes.push({
    ...bar,
    x: from + share(total - variant.runs),
    width: Math.max(1.5, share(variant.runs)),
    fill: 'volume-5',
  });
  const own = formatShare(variant.runs, runs);
  nodes.push({ ...meta, x: from, y: PAD + 33, text: own, weight: 600, fill: 'ink' });
  const at = from + textWidth(own, 12, 600) + 6;
  const inAll = `· ${formatShare(total, runs)} so far`;
  nodes.push({ ...meta, x: at, y: PAD + 33, text: inAll });
  nodes.push({ ...meta, x: from, y: PAD + 49, text: `half longer than ${formatDuration(variant.medianMs)}` });
  return nodes;
}
