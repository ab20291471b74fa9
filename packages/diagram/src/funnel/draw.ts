import type { Behind, Funnel, FunnelGroup, FunnelInput, FunnelStep } from '@continuo/core';
import type { FocusStop, Scene, SceneNode } from '../scene/scene.ts';
import { fitText, wrapText } from '../scene/text-width.ts';
import { counted, formatCount, formatDuration, formatShare, formatWait } from '../words/format.ts';
import { funnelSentence } from '../words/funnel-sentence.ts';
import { textOf } from '../words/sentence.ts';

export interface FunnelOptions {
  readonly input: FunnelInput;
  readonly width: number;
  /** Height of the bars of one group; default 180. */
  readonly barHeight?: number;
  readonly title?: string;
}

const SIDE = 12;
const WIDEST = 220;
const NARROWEST = 120;
const MOST_GROUPS = 12;

/** Name of a step: its activities joined by "or". */
export function stepName(activities: readonly string[]): string {
  return activities.join(' or ');
}

/**
 * How far customers get, step by step. Three kinds are kept apart: those who went on (solid), those who still have time
 * (outlined: neither lost nor won), those whose time is over (hatched). One row of bars for each breakdown group.
 */
export function drawFunnel(funnel: Funnel, options: FunnelOptions): Scene {
  const { input } = options;
  const title = options.title ?? 'How far customers get';
  const description = textOf(funnelSentence(funnel, input));
  const count = input.steps.length;
  const column = Math.max(NARROWEST, Math.min(WIDEST, (options.width - 2 * SIDE) / Math.max(1, count)));
  const width = Math.max(options.width, Math.ceil(count * column + 2 * SIDE));
  const groups = funnel.groups.slice(0, MOST_GROUPS);
  const bar = options.barHeight ?? (groups.length > 1 ? 110 : 180);
  const nodes: SceneNode[] = [];
  const stops: FocusStop[] = [];
  let y = 8;
  for (const [index, group] of groups.entries()) {
    const drawn = drawGroup({ group, index, y, column, bar, input });
    nodes.push(...drawn.nodes);
    stops.push(...drawn.stops);
    y += drawn.height;
  }
  const left = funnel.groups.length - groups.length;
  const notes = left > 0 ? [`${counted(left, 'smaller group')} not drawn; the table holds them all.`] : [];
  return { width, height: Math.max(60, Math.ceil(y)), title, description, nodes, stops, notes };
}

interface GroupAt {
  readonly group: FunnelGroup;
  readonly index: number;
  readonly y: number;
  readonly column: number;
  readonly bar: number;
  readonly input: FunnelInput;
}

interface Drawn {
  readonly nodes: readonly SceneNode[];
  readonly stops: readonly FocusStop[];
  readonly height: number;
}

function drawGroup({ group, index, y, column, bar, input }: GroupAt): Drawn {
  const nodes: SceneNode[] = [];
  const stops: FocusStop[] = [];
  const head = input.breakdown === null ? 0 : 24;
  if (input.breakdown !== null) {
    const text = `${wordsOf(input.breakdown)}: ${group.value === null || group.value === '' ? 'not known' : group.value}`;
    nodes.push({ kind: 'text', x: SIDE, y: y + 14, text, size: 13, weight: 600, fill: 'ink' });
  }
  const top = y + head + 40;
  const base = top + bar;
  const scale = (people: number): number => (group.entered === 0 ? 0 : (bar * people) / group.entered);
  const end = SIDE + input.steps.length * column;
  group.steps.forEach((step, at) => {
    const last = at === group.steps.length - 1;
    const x = SIDE + at * column;
    nodes.push(...drawStep({ step, x, top, base, width: column - 16, last, entered: group.entered, scale }));
    const name = stepName(input.steps[at] ?? []);
    const lines = wrapText(name, column - 16, 12, 600, 2);
    lines.forEach((text, line) => {
      nodes.push({ kind: 'text', x, y: base + 18 + 15 * line, text, size: 12, weight: 600, fill: 'ink', title: name });
    });
    if (step.medianMs !== null) {
      const text = fitText(`half take over ${formatDuration(step.medianMs)}`, column - 16, 12);
      nodes.push({ kind: 'text', x, y: base + 19 + 15 * lines.length, text, size: 12, weight: 400, fill: 'ink3' });
    }
    stops.push(...stopsOf({ step, at, index, group, input, name, x, top, base, width: column - 16, last, scale }));
  });
  nodes.push({ kind: 'line', x1: SIDE, y1: base, x2: end - 16, y2: base, stroke: 'line2', strokeWidth: 1 });
  const drawn = stops.map((stop) => ({ ...nodesFor(stop), stop: stop.id }));
  return { nodes: [...nodes, ...drawn], stops, height: base + 62 - y };
}

/** A transparent area over a part, so that it can be pointed at and walked to. */
function nodesFor({ x, y, width, height }: FocusStop): Extract<SceneNode, { kind: 'group' }> {
  return {
    kind: 'group',
    className: 'part',
    children: [{ kind: 'rect', x, y, width, height, fill: 'surface', fillOpacity: 0 }],
  };
}

interface StepAt {
  readonly step: FunnelStep;
  readonly x: number;
  readonly top: number;
  readonly base: number;
  readonly width: number;
  readonly last: boolean;
  readonly scale: (people: number) => number;
}

function drawStep({
  step,
  x,
  top,
  base,
  width,
  last,
  entered,
  scale,
}: StepAt & { readonly entered: number }): SceneNode[] {
  const on = last ? step.reached : step.reached - step.lost - step.inside;
  const [onHeight, insideHeight, lostHeight] = [scale(on), scale(last ? 0 : step.inside), scale(last ? 0 : step.lost)];
  const bar = { kind: 'rect', x, width } as const;
  const nodes: SceneNode[] = [
    { ...bar, y: top, height: base - top, fill: 'not-known-soft' },
    { ...bar, y: base - onHeight, height: onHeight, fill: 'volume-3' },
  ];
  if (insideHeight > 0) {
    const y = base - onHeight - insideHeight;
    nodes.push({
      ...bar,
      y: y + 0.75,
      x: x + 0.75,
      width: width - 1.5,
      height: Math.max(1, insideHeight - 1.5),
      fill: 'volume-1',
      stroke: 'volume-4',
      strokeWidth: 1.5,
    });
  }
  if (lostHeight > 0)
    nodes.push({ ...bar, y: base - onHeight - insideHeight - lostHeight, height: lostHeight, hatch: 'ink3' });
  const reached = formatCount(step.reached);
  nodes.push({ kind: 'text', x, y: top - 22, text: reached, size: 14, weight: 600, fill: 'ink' });
  const share = { kind: 'text', x, y: top - 7, size: 12, weight: 400, fill: 'ink2' } as const;
  nodes.push({ ...share, text: fitText(`${formatShare(step.reached, entered)} got here`, width, 12) });
  if (!last) nodes.push(...partTexts({ step, x, top, base, width, last, scale }));
  return nodes;
}

/** What did not go on, written at the right of the bar where its part is. */
function partTexts({ step, x, base, width, scale }: StepAt): SceneNode[] {
  const words: SceneNode[] = [];
  const on = step.reached - step.lost - step.inside;
  const style = {
    kind: 'text',
    x: x + width - 6,
    size: 12,
    weight: 500,
    anchor: 'end',
    fill: 'ink',
    halo: 'surface',
  } as const;
  const insideMiddle = base - scale(on) - scale(step.inside) / 2 + 4;
  const lostMiddle = base - scale(on + step.inside) - scale(step.lost) / 2 + 4;
  // Two thin parts: the upper text moves up, so that both can be read.
  const gap = insideMiddle - lostMiddle;
  const lift = step.inside > 0 && step.lost > 0 && gap < 16 ? 16 - gap : 0;
  const low = Math.min(base - 6, insideMiddle);
  if (step.inside > 0) words.push({ ...style, y: low, text: `${formatCount(step.inside)} still have time` });
  if (step.lost > 0)
    words.push({
      ...style,
      y: Math.min(low - (step.inside > 0 ? 16 : 0), lostMiddle - lift),
      text: `${formatCount(step.lost)} lost`,
    });
  return words;
}

function stopsOf(
  place: StepAt & { at: number; index: number; group: FunnelGroup; input: FunnelInput; name: string },
): FocusStop[] {
  const { step, at, index, group, input, name, x, top, base, width, last, scale } = place;
  const idOf = (column: number, outcome: string): string => `funnel:${index}:${column}:${outcome}`;
  const on = last ? step.reached : step.reached - step.lost - step.inside;
  const wait = step.medianMs === null || step.p90Ms === null ? '' : `, ${formatWait(step.medianMs, step.p90Ms)}`;
  const of = input.breakdown === null ? '' : `${wordsOf(input.breakdown)} ${group.value ?? 'not known'}: `;
  const behind = (outcome: 'reached' | 'lost' | 'inside'): Behind => ({
    ...{ kind: 'funnel', funnel: input, step: at, outcome, group: group.value },
  });
  const next = {
    ...(at > 0 ? { left: idOf(at - 1, 'reached') } : {}),
    ...(last ? {} : { right: idOf(at + 1, 'reached') }),
  };
  const label = `${of}${name}: ${formatShare(step.reached, group.entered)} customers got here${wait}`;
  const stops: FocusStop[] = [
    { ...{ id: idOf(at, 'reached'), label, x, y: top, width, height: base - top }, behind: behind('reached'), next },
  ];
  if (last) return stops;
  const part = (outcome: 'lost' | 'inside', people: number, below: number, words: string): void => {
    if (people === 0) return;
    const y = base - scale(below + people);
    const height = scale(people);
    const said = `${of}${name}: ${counted(people, 'customer')} ${words}`;
    stops.push({ ...{ id: idOf(at, outcome), label: said, x, y, width, height }, behind: behind(outcome), next });
  };
  part('inside', step.inside, on, 'got here, no further yet, and still have time');
  part('lost', step.lost, on + step.inside, 'got here, no further, and their time is over');
  return stops;
}

/** The name of a property as words: `bag_drop` reads "bag drop". */
function wordsOf(name: string): string {
  return name.replaceAll('_', ' ');
}
