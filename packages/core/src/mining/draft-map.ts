import type { ProcessTree } from '../alignment/process-tree.ts';
import type { BlockKey } from './block-keys.ts';
import { DraftNames } from './draft-names.ts';
import { friendlyDuration } from './durations.ts';
import { midSentence } from './readable-name.ts';
import type { SeenRoute } from './seen-routes.ts';
import { isSteady, type Part, partsOf, type Skeleton, skeletonOf } from './skeleton.ts';
import { cutIntoStages, type StepWait } from './stage-cuts.ts';
import { type StepVolume, volumesOf } from './step-volumes.ts';

/** A map as mined from data: a proposal, not yet what anybody designed. */
export interface DraftMap {
  readonly stages: readonly DraftStage[];
  readonly promises: readonly DraftPromise[];
  /** Id of the step that seems to be what they came for: the last one, when nobody passes it over. Null: cannot be told. */
  readonly goal: string | null;
  /** Runs behind all counts, also those on routes that were left out of the map. */
  readonly runs: number;
  /** The map allows more than the mined tree: it was simplified to be drawn in stages and few levels. */
  readonly isLoosened: boolean;
}

export interface DraftStage {
  readonly id: string;
  /** Its only step, its two steps, or its first and last one; the heaviest one of a large group, and when that is too long. */
  readonly title: string;
  readonly blocks: readonly DraftBlock[];
}

export type DraftBlock = DraftStep | DraftGroup;

export interface DraftStep extends StepVolume {
  readonly kind: 'step';
  readonly id: string;
  /** Number of the step in the routes. */
  readonly step: number;
  readonly title: string;
  /** Name of the events that are this step. */
  readonly event: string;
  readonly isOptional: boolean;
  readonly repeats: boolean;
  /** How often it came out the same when people were drawn anew, 0 … 1; null: not looked at. */
  readonly stability: number | null;
  /** Stability under 0.7. */
  readonly isUnsteady: boolean;
}

export interface DraftGroup {
  /** One of them · all in any order · all in this order, again and again · all in this order. */
  readonly kind: 'choice' | 'any-order' | 'repeat' | 'together';
  readonly id: string;
  readonly isOptional: boolean;
  readonly blocks: readonly DraftBlock[];
  readonly stability: number | null;
  readonly isUnsteady: boolean;
}

/** From one step that nobody passes over to the next. */
export interface DraftPromise {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** 9 of 10 take no longer, rounded up to a duration that one would say. */
  readonly withinMs: number;
  readonly p90Ms: number;
  /** Waits measured. */
  readonly waits: number;
}

export interface DraftInput {
  readonly tree: ProcessTree;
  /** All routes, also rare ones that the tree was not mined from; steps outside the tree are passed over. */
  readonly routes: readonly SeenRoute[];
  /** Names of the events, by step number. */
  readonly names: ReadonlyMap<number, string>;
  /** Waits between the pairs of `promisePairs`, and others to place stages by; may be empty. */
  readonly waits: readonly StepWait[];
  /** From `blockStability`; null: not looked at. */
  readonly stability: ReadonlyMap<BlockKey, number> | null;
}

/** Fewer waits tell nothing about the slowest tenth. */
const ENOUGH_WAITS = 30;

/** Steps that follow each other and that nobody passes over: between them a promise can be made. */
export function promisePairs(tree: ProcessTree): readonly { readonly from: number; readonly to: number }[] {
  const musts = mustSteps(partsOf(tree).parts);
  return musts.slice(1).map((to, at) => ({ from: musts[at] as number, to }));
}

/**
 * A map out of a mined tree: stages, blocks, volumes, promises, each with how steady it is. Every run that fits the tree
 * fits the map. An empty tree gives a map without stages. The same input gives the same map, ids included.
 */
export function draftMap(input: DraftInput): DraftMap {
  const { parts, isOpened } = partsOf(input.tree);
  const names = new DraftNames(input.names);
  const volumes = volumesOf(input.tree, input.routes);
  const cuts = cutIntoStages(parts, input.routes, input.waits);
  let isLoosened = isOpened;
  const draw = (skeleton: Skeleton): DraftBlock => {
    isLoosened ||= skeleton.isLoosened;
    const steadiness = isSteady(skeleton.keys, input.stability);
    const { isOptional } = skeleton;
    if (skeleton.kind !== 'step') {
      const blocks = skeleton.blocks.map(draw);
      return { kind: skeleton.kind, id: names.group(skeleton.kind), isOptional, blocks, ...steadiness };
    }
    const { step, repeats } = skeleton;
    const volume = volumes.get(step) as StepVolume;
    return { kind: 'step', step, ...names.step(step), isOptional, repeats, ...volume, ...steadiness };
  };
  const stages = cuts.map((of): DraftStage => {
    const blocks = of.map((part) => draw(skeletonOf(part)));
    const title = stageTitle(blocks);
    return { id: names.stage(title), title, blocks };
  });
  const last = parts.at(-1);
  return {
    stages,
    promises: promisesOf(input, names),
    goal: last && isMust(last) && last.node.kind === 'step' ? names.step(last.node.step).id : null,
    runs: input.routes.reduce((sum, { runs }) => sum + runs, 0),
    isLoosened,
  };
}

/** Every step of some blocks, in file order. */
export function draftSteps(blocks: readonly DraftBlock[]): readonly DraftStep[] {
  return blocks.flatMap((block) => (block.kind === 'step' ? [block] : draftSteps(block.blocks)));
}

/** Stability of every block, steps and groups, by id; empty when it was not looked at. */
export function stabilityById({ stages }: DraftMap): ReadonlyMap<string, number> {
  const byId = new Map<string, number>();
  const visit = (block: DraftBlock): void => {
    if (block.stability !== null) byId.set(block.id, block.stability);
    if (block.kind !== 'step') block.blocks.forEach(visit);
  };
  for (const { blocks } of stages) blocks.forEach(visit);
  return byId;
}

/** Longer is no title at the head of a column. */
const LONGEST_TITLE = 48;

function stageTitle(blocks: readonly DraftBlock[]): string {
  const steps = draftSteps(blocks);
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined || first === last) return first?.title ?? '';
  const [only] = blocks.length === 1 ? blocks : [];
  const between = only?.kind === 'choice' ? 'or' : steps.length === 2 ? 'and' : 'to';
  const title = `${first.title} ${between} ${midSentence(last.title)}`;
  // A single group of many has no first and last.
  const isGroup = only !== undefined && steps.length > 2;
  return isGroup || title.length > LONGEST_TITLE ? (heaviest(blocks)?.title ?? '') : title;
}

function heaviest(blocks: readonly DraftBlock[]): DraftStep | null {
  return draftSteps(blocks).reduce<DraftStep | null>(
    (best, step) => (best && best.runs >= step.runs ? best : step),
    null,
  );
}

const isMust = ({ node, isOptional }: Part): boolean => node.kind === 'step' && !isOptional;

function mustSteps(parts: readonly Part[]): readonly number[] {
  return parts.flatMap((part) => (isMust(part) && part.node.kind === 'step' ? [part.node.step] : []));
}

function promisesOf({ tree, waits }: DraftInput, names: DraftNames): readonly DraftPromise[] {
  return promisePairs(tree).flatMap(({ from, to }) => {
    const wait = waits.find((one) => one.from === from && one.to === to && one.waits >= ENOUGH_WAITS);
    const withinMs = wait ? friendlyDuration(wait.p90Ms) : null;
    if (!wait || withinMs === null) return [];
    const [a, b] = [names.step(from).id, names.step(to).id];
    return [{ id: names.promise(a, b), from: a, to: b, withinMs, p90Ms: wait.p90Ms, waits: wait.waits }];
  });
}
