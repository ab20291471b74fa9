import type { FocusStop, Scene, SceneNode } from '../scene/scene.ts';
import { fitText } from '../scene/text-width.ts';
import { glyph } from '../theme/glyphs.ts';
import { counted } from '../words/format.ts';

/** A journey on its stage. */
export interface AtlasJourney {
  readonly key: string;
  readonly title: string;
  readonly status: 'good' | 'alert' | 'none';
  /** "hurts · as promised", "not connected". */
  readonly words: string;
}

export interface AtlasStage {
  readonly id: string;
  readonly title: string;
  readonly journeys: readonly AtlasJourney[];
  /** Kinds of events that are seen here and that no journey has. */
  readonly blind: readonly string[];
}

export interface AtlasInput {
  readonly title: string;
  readonly stages: readonly AtlasStage[];
}

const SIDE = 56;
const TRACK = 46;
const CHIP = 30;
const GAP = 6;
const MOST = 4;

/**
 * The lifecycle as a loop: stages stand on it in their order, journeys below their stage, what nobody drew as hollow slots;
 * the way back closes it. Stops are `journey:<key>` and `blind:<stage id>`. No stages: only the loop.
 */
export function drawAtlas({ title, stages }: AtlasInput, { width: wish }: { readonly width: number }): Scene {
  const width = Math.max(640, wish);
  const column = (width - 2 * SIDE) / Math.max(1, stages.length);
  const rows = Math.max(
    1,
    ...stages.map(
      ({ journeys, blind }) => Math.min(MOST, journeys.length) + rest(journeys) + (blind.length > 0 ? 1 : 0),
    ),
  );
  const height = TRACK + 54 + rows * (CHIP + GAP) + 50;
  const bottom = height - 24;
  const nodes: SceneNode[] = [...track(width, bottom)];
  const stops: FocusStop[] = [];
  stages.forEach((stage, i) => {
    const x = SIDE + i * column;
    nodes.push(...stageNodes(stage, x + column / 2, column));
    const room = column - 12;
    let y = TRACK + 50;
    for (const journey of stage.journeys.slice(0, MOST)) {
      nodes.push(chip(journey, x + 6, y, room));
      stops.push(stop(`journey:${journey.key}`, `${journey.title}, ${journey.words}, ${stage.title}`, x + 6, y, room));
      y += CHIP + GAP;
    }
    if (stage.journeys.length > MOST) {
      const more = `and ${stage.journeys.length - MOST} more`;
      nodes.push({ kind: 'text', x: x + 14, y: y + 19, text: more, size: 12, weight: 500, fill: 'ink2' });
      y += CHIP + GAP;
    }
    if (stage.blind.length > 0) {
      const words = `${counted(stage.blind.length, 'kind')} of events on no map`;
      nodes.push(...hollow(`blind:${stage.id}`, words, stage.blind, x + 6, y, room));
      stops.push(
        stop(`blind:${stage.id}`, `${words}, ${stage.title}: ${stage.blind.slice(0, 5).join(', ')}`, x + 6, y, room),
      );
    }
  });
  const journeys = stages.reduce((sum, stage) => sum + stage.journeys.length, 0);
  const description = `A loop of ${counted(stages.length, 'stage')} with ${counted(journeys, 'journey')}: ${stages
    .map((stage) => `${stage.title} ${stage.journeys.length}`)
    .join(', ')}.`;
  return { width, height, title, description, nodes, stops: linked(stops), notes: [] };
}

const rest = (journeys: readonly unknown[]): number => (journeys.length > MOST ? 1 : 0);

/** Out along the top, back along the bottom: nothing completes. */
function track(width: number, bottom: number): SceneNode[] {
  const middle = (TRACK + bottom) / 2;
  const [left, right] = [20, width - 20];
  const turn = Math.min(28, (bottom - TRACK) / 2);
  const d = `M${left + turn} ${TRACK}H${right - turn}Q${right} ${TRACK} ${right} ${TRACK + turn}V${bottom - turn}Q${right} ${bottom} ${right - turn} ${bottom}H${left + turn}Q${left} ${bottom} ${left} ${bottom - turn}V${TRACK + turn}Q${left} ${TRACK} ${left + turn} ${TRACK}Z`;
  const half = width / 2;
  return [
    { kind: 'path', d, fill: 'none', stroke: 'volume-2', strokeWidth: 5 },
    { kind: 'path', d: `M${right - 7} ${middle - 6}l7 10l7 -10z`, fill: 'volume-4' },
    { kind: 'path', d: `M${left - 7} ${middle + 6}l7 -10l7 10z`, fill: 'volume-4' },
    { kind: 'path', d: `M${half - 62} ${bottom - 7}l-10 7l10 7z`, fill: 'volume-4' },
    {
      ...{ kind: 'text', x: half, y: bottom + 4, text: 'and round again', size: 12, weight: 500, fill: 'ink2' },
      ...{ anchor: 'middle', halo: 'surface' },
    },
  ];
}

function stageNodes({ title }: AtlasStage, x: number, room: number): SceneNode[] {
  return [
    { kind: 'circle', cx: x, cy: TRACK, r: 9, fill: 'surface', stroke: 'volume-4', strokeWidth: 4 },
    {
      ...{ kind: 'text', x, y: TRACK - 20, text: fitText(title, room - 12, 14, 600), size: 14, weight: 600 },
      ...{ fill: 'ink', anchor: 'middle', title },
    },
    { kind: 'line', x1: x, y1: TRACK + 11, x2: x, y2: TRACK + 44, stroke: 'line2', strokeWidth: 1.5 },
  ];
}

function chip(journey: AtlasJourney, x: number, y: number, width: number): SceneNode {
  return {
    kind: 'group',
    stop: `journey:${journey.key}`,
    title: `${journey.title}: ${journey.words}`,
    children: [
      { kind: 'rect', x, y, width, height: CHIP, radius: 6, fill: 'surface', stroke: 'control', strokeWidth: 1 },
      glyph(journey.status, x + 9, y + 9, 12),
      {
        ...{ kind: 'text', x: x + 28, y: y + 19, text: fitText(journey.title, width - 36, 12, 500) },
        ...{ size: 12, weight: 500, fill: 'ink' },
      },
    ],
  };
}

function hollow(id: string, words: string, blind: readonly string[], x: number, y: number, width: number): SceneNode[] {
  return [
    {
      kind: 'group',
      stop: id,
      title: blind.join(', '),
      children: [
        { ...{ kind: 'rect', x, y, width, height: CHIP, radius: 6, fill: 'canvas' }, stroke: 'ink2', strokeWidth: 2 },
        glyph('plus', x + 9, y + 9, 12),
        {
          ...{ kind: 'text', x: x + 28, y: y + 19, text: fitText(words, width - 36, 12), size: 12, weight: 400 },
          fill: 'ink2',
        },
      ],
    },
  ];
}

function stop(id: string, label: string, x: number, y: number, width: number): FocusStop {
  return { id, label, x, y, width, height: CHIP, behind: null, next: {} };
}

/** Up and down within a stage, left and right to the nearest of the stage beside. */
function linked(stops: readonly FocusStop[]): readonly FocusStop[] {
  return stops.map((one) => {
    const same = stops.filter((other) => other.x === one.x);
    const at = same.indexOf(one);
    const beside = (isRight: boolean): string | undefined =>
      stops
        .filter((other) => (isRight ? other.x > one.x : other.x < one.x))
        .sort(
          (a, b) => Math.abs(a.x - one.x) - Math.abs(b.x - one.x) || Math.abs(a.y - one.y) - Math.abs(b.y - one.y),
        )[0]?.id;
    const next = { up: same[at - 1]?.id, down: same[at + 1]?.id, left: beside(false), right: beside(true) };
    return { ...one, next: Object.fromEntries(Object.entries(next).filter(([, id]) => id !== undefined)) };
  });
}
