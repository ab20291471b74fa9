import type { JourneyContract, Step } from '@continuo/core';
import { z } from 'zod';
import { type FileProblem, type ReadResult, unreadable } from '../file/problem.ts';
import { MapBuilder } from './builder.ts';
import { meaningOf } from './label.ts';

const text = z.union([z.string(), z.number().transform(String), z.null().transform(() => '')]).default('');
const id = z.union([z.string().min(1), z.number().transform(String)]);
const part = z.union([z.string(), z.record(z.string(), z.unknown())]);
const parts = z.array(part).max(200).default([]);
const ojfSchema = z.object({
  version: text.optional(),
  title: text.optional(),
  persona: text.optional(),
  pointOfView: text.optional(),
  metadata: z.object({ title: text, persona: text, pov: text }).partial().optional(),
  stages: z
    .array(z.object({ id, name: text }))
    .min(1)
    .max(60),
  swimlanes: z
    .array(z.object({ id, name: text }))
    .max(40)
    .default([]),
  nodes: z
    .array(
      z.object({
        id: id.optional(),
        stageId: id,
        swimlaneId: id,
        title: text,
        description: text,
        score: z.number().nullish(),
        sentiment: text,
        isMomentOfTruth: z.boolean().nullish(),
        tags: z.array(text).max(100).nullish(),
        blueprint: z.object({ evidence: parts, onstage: parts, backstage: parts, support: parts }).partial().nullish(),
        /** Ours: which node of the lane of steps this one belongs to. */
        stepId: id.optional(),
      }),
    )
    .max(5_000)
    .default([]),
});
type Ojf = z.output<typeof ojfSchema>;
type Node = Ojf['nodes'][number];

const BLUEPRINT = [
  ['evidence', 'text', 'Evidence'],
  ['onstage', 'frontstage', null],
  ['backstage', 'backstage', null],
  ['support', 'systems', null],
] as const;

/**
 * Reads OpenJourney (`.ojf`, 1.x). Nodes of the lane of actions become steps; without such a lane each stage is one step. Other nodes are
 * cards of the step at the same place of their stage, or of the last one. Scores −5 … +5 become emotions −2 … +2.
 */
export function readOjf(source: string): ReadResult<JourneyContract> {
  let data: unknown;
  try {
    data = JSON.parse(source.replace(/^\uFEFF/, ''));
  } catch (error) {
    return unreadable('This is not JSON.', `The reader says: ${(error as Error).message.slice(0, 200)}`);
  }
  const parsed = ojfSchema.safeParse(data);
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.slice(0, 50).map(problemOf) };
  const lost = dangling(parsed.data);
  if (lost.length > 0) return { ok: false, problems: lost };
  return build(parsed.data);
}

const problemOf = (issue: z.core.$ZodIssue): FileProblem => ({
  line: null,
  path: issue.path.map((key) => (typeof key === 'number' ? String(key + 1) : String(key))).join(' › '),
  words: `It is not as OpenJourney has it: ${issue.message}.`,
  todo: 'It has “stages” and “swimlanes” with id and name, and “nodes” with stageId and swimlaneId.',
});

function dangling({ stages, swimlanes, nodes }: Ojf): FileProblem[] {
  const stageIds = new Set(stages.map((stage) => stage.id));
  const laneIds = new Set(swimlanes.map((lane) => lane.id));
  return nodes.flatMap((node, i) => {
    const missing = [
      ...(stageIds.has(node.stageId) ? [] : [['stageId', node.stageId] as const]),
      ...(laneIds.has(node.swimlaneId) ? [] : [['swimlaneId', node.swimlaneId] as const]),
    ];
    return missing.map(([key, value]) => ({
      line: null,
      path: `nodes › ${i + 1} › ${key}`,
      words: `There is no ${key === 'stageId' ? 'stage' : 'swimlane'} “${value}”.`,
      todo: 'Correct the id, or take the node out.',
    }));
  });
}

function build(ojf: Ojf): ReadResult<JourneyContract> {
  const builder = new MapBuilder();
  const kinds = new Map(ojf.swimlanes.map((lane) => [lane.id, meaningOf(lane.name)]));
  const ofActions = ojf.swimlanes.find(({ id: lane }) => {
    const meaning = kinds.get(lane);
    return meaning?.row === 'step' || (meaning?.row === 'lane' && meaning.kind === 'actions');
  });
  if (ofActions === undefined) builder.notes.push('No lane holds actions: each stage became one step.');
  for (const stage of ojf.stages) {
    builder.stage(stage.name);
    const nodes = ojf.nodes.filter(({ stageId }) => stageId === stage.id);
    const acts = nodes.filter(({ swimlaneId }) => swimlaneId === ofActions?.id);
    const steps = acts.map((node) => stepOf(builder, node));
    if (steps.length === 0) steps.push(builder.step({ title: stage.name }));
    const byNode = new Map(acts.flatMap((node, i) => (node.id === undefined ? [] : [[node.id, steps[i]] as const])));
    for (const lane of ojf.swimlanes) {
      if (lane.id === ofActions?.id) continue;
      nodes
        .filter(({ swimlaneId }) => swimlaneId === lane.id)
        .forEach((node, i) => {
          const step = byNode.get(node.stepId ?? '') ?? steps[Math.min(i, steps.length - 1)];
          if (step !== undefined) addCard(builder, step, lane.name, node);
        });
    }
  }
  const title = [ojf.metadata?.title, ojf.title, ojf.pointOfView, ojf.metadata?.pov].find((one) => (one ?? '') !== '');
  const persona = (ojf.persona ?? '') || (ojf.metadata?.persona ?? '');
  const meantFor =
    persona.trim() === ''
      ? []
      : [
          persona
            .replace(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, ' ')
            .trim()
            .slice(0, 190),
        ];
  return builder.finish({
    title: title ?? 'A journey from OpenJourney',
    meantFor: meantFor.filter((one) => one !== ''),
  });
}

function stepOf(builder: MapBuilder, node: Node): Step {
  const step = builder.step({ title: node.title, matters: node.isMomentOfTruth === true, channels: node.tags ?? [] });
  builder.card(step, builder.lane('actions', null), node.description);
  addFeeling(builder, step, node);
  for (const [key, kind, title] of BLUEPRINT)
    for (const item of node.blueprint?.[key] ?? []) builder.card(step, builder.lane(kind, title), partText(item));
  return step;
}

function addFeeling(builder: MapBuilder, step: Step, node: Node): void {
  if (typeof node.score === 'number')
    builder.card(
      step,
      builder.lane('emotion', null),
      String(Math.max(-2, Math.min(2, Math.round((node.score * 2) / 5))) + 0),
    );
  if (node.sentiment !== '') builder.card(step, builder.lane('text', 'Feeling in a word'), node.sentiment);
}

function addCard(builder: MapBuilder, step: Step, laneName: string, node: Node): void {
  const meaning = meaningOf(laneName);
  // An emotion in words is no scale; its score is.
  const kind = meaning?.row === 'lane' && meaning.kind !== 'emotion' ? meaning.kind : 'text';
  const says = [node.title, node.description].map((one) => one.trim()).filter((one) => one !== '');
  builder.card(step, builder.lane(kind, laneName), [...new Set(says)].join(': '));
  if (meaning?.row === 'lane' && meaning.kind === 'emotion' && typeof node.score === 'number')
    addFeeling(builder, step, { ...node, sentiment: '' });
}

const partText = (item: z.output<typeof part>): string =>
  typeof item === 'string'
    ? item
    : Object.values(item)
        .filter((value) => typeof value === 'string' && value !== '')
        .join(': ');
