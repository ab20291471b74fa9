import { type AlignStep, alignPaths } from '@continuo/core';
import type { Scene, SceneNode } from '../scene/scene.ts';
import { wrapText } from '../scene/text-width.ts';
import { counted } from '../words/format.ts';

export interface RouteDiffOptions {
  readonly width: number;
  /** What the two routes are called, for instance "As most do" and "This customer". */
  readonly names: readonly [string, string];
  readonly title?: string;
}

const HEAD = 116;
const CELL = 116;
const HEIGHT = 40;
const BAND = 2 * HEIGHT + 40;

/** Two routes side by side: what both do stands in one column, what only one does is framed and carries "+". */
export function drawRouteDiff(a: readonly string[], b: readonly string[], options: RouteDiffOptions): Scene {
  const { width, names } = options;
  const { steps, distance } = alignPaths(a, b);
  const perBand = Math.max(1, Math.floor((width - HEAD) / CELL));
  const bands = Math.max(1, Math.ceil(steps.length / perBand));
  const nodes: SceneNode[] = [];
  for (let band = 0; band < bands; band++) {
    const y = band * BAND + 8;
    names.forEach((name, side) => {
      wrapText(name, HEAD - 16, 12, 600, 2).forEach((text, line) => {
        nodes.push({
          kind: 'text',
          x: 0,
          y: y + side * (HEIGHT + 8) + 18 + 15 * line,
          text,
          size: 12,
          weight: 600,
          fill: 'ink2',
        });
      });
    });
    steps.slice(band * perBand, (band + 1) * perBand).forEach((step, index) => {
      nodes.push(...drawStep(step, HEAD + index * CELL, y));
    });
  }
  const same = steps.length - distance;
  const description = `${counted(same, 'step is', 'steps are')} the same, ${counted(distance, 'step differs', 'steps differ')}. ${steps.map(saidStep).join(', ')}.`;
  const title = options.title ?? `${names[0]} and ${names[1]}`;
  return { width, height: bands * BAND, title, description, nodes, stops: [], notes: [] };
}

function saidStep(step: AlignStep): string {
  switch (step.kind) {
    case 'same':
      return `both ${step.a}`;
    case 'other':
      return `${step.a} against ${step.b}`;
    case 'only-a':
      return `only the first ${step.a}`;
    case 'only-b':
      return `only the second ${step.b}`;
  }
}

function drawStep(step: AlignStep, x: number, y: number): SceneNode[] {
  const width = CELL - 8;
  const cell = (activity: string, top: number): SceneNode[] => {
    const differs = step.kind !== 'same';
    const border = differs
      ? ({ stroke: 'control', strokeWidth: 2 } as const)
      : ({ stroke: 'line2', strokeWidth: 1 } as const);
    const box: SceneNode = {
      kind: 'rect',
      x,
      y: top,
      width,
      height: HEIGHT,
      radius: 6,
      fill: 'surface',
      title: activity,
      ...border,
    };
    const lines = wrapText(activity, width - 14, 12, differs ? 600 : 400, 2);
    const text = lines.map((line, index): SceneNode => {
      const base = top + (lines.length === 1 ? 24 : 17 + 14 * index);
      return {
        kind: 'text',
        x: x + 7,
        y: base,
        text: line,
        size: 12,
        weight: differs ? 600 : 400,
        fill: differs ? 'ink' : 'ink2',
      };
    });
    return [box, ...text];
  };
  const plus = (top: number): SceneNode[] => [
    { kind: 'circle', cx: x + width - 1, cy: top, r: 8, fill: 'ink3' },
    {
      kind: 'path',
      d: `M${x + width - 1} ${top - 3.5}v7M${x + width - 4.5} ${top}h7`,
      fill: 'none',
      stroke: 'surface',
      strokeWidth: 2,
    },
  ];
  const second = y + HEIGHT + 8;
  const join: SceneNode[] =
    step.kind === 'same'
      ? [
          {
            kind: 'line',
            x1: x + width / 2,
            y1: y + HEIGHT,
            x2: x + width / 2,
            y2: second,
            stroke: 'control',
            strokeWidth: 1.5,
          },
        ]
      : [];
  return [
    ...join,
    ...(step.a === null ? [] : [...cell(step.a, y), ...(step.kind === 'only-a' ? plus(y) : [])]),
    ...(step.b === null ? [] : [...cell(step.b, second), ...(step.kind === 'only-b' ? plus(second) : [])]),
  ];
}
