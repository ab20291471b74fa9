import type { ProcessTree } from '../alignment/process-tree.ts';
import type { StepCosts } from '../alignment/step-costs.ts';
import type { Block, Group, JourneyContract, Step } from './contract.ts';
import { numberOf } from './match.ts';
import { placedSteps } from './walk.ts';

/** A touch that says step n failed is aligned as step n + this: it may stand where the step is due, at a price. */
export const FAILED = 16_384;

/** A map as alignments see it. */
export interface CompiledMap {
  readonly tree: ProcessTree;
  readonly costs: StepCosts;
  /** By step number: all steps of the map, also those that no data can show. */
  readonly steps: ReadonlyMap<number, Pick<Step, 'actor' | 'isOwed' | 'ends'>>;
}

/**
 * The map as a tree of step numbers, with costs: every move away from it costs 1, and so does a touch that says its step
 * failed where the step was due. Stages follow each other. A step without matchers is not connected to data: nobody can be
 * blamed for what nobody can see, so it is nothing; with failures only, it may be missing. Groups without blocks are nothing.
 * Throws `input.invalid` for a step without a number.
 */
export function compileMap(contract: JourneyContract, numbers: ReadonlyMap<string, number>): CompiledMap {
  const steps = placedSteps(contract).map(({ step }) => step);
  const failing = steps.filter(({ failures }) => failures.length > 0).map((step) => numberOf(step, numbers));
  return {
    tree: sequence(contract.stages.map(({ blocks }) => inOrder(blocks, numbers))),
    costs: { sync: new Map(failing.map((step) => [step + FAILED, 1])) },
    steps: new Map(
      steps.map((step) => [numberOf(step, numbers), { actor: step.actor, isOwed: step.isOwed, ends: step.ends }]),
    ),
  };
}

const NOTHING: ProcessTree = { kind: 'nothing' };

function inOrder(blocks: readonly Block[], numbers: ReadonlyMap<string, number>): ProcessTree {
  return sequence(blocks.map((block) => blockTree(block, numbers)));
}

function blockTree(block: Block, numbers: ReadonlyMap<string, number>): ProcessTree {
  const tree = block.kind === 'step' ? stepTree(block, numbers) : groupTree(block, numbers);
  return block.isOptional ? choice([tree, NOTHING]) : tree;
}

function stepTree(step: Step, numbers: ReadonlyMap<string, number>): ProcessTree {
  const number = numberOf(step, numbers);
  if (step.matchers.length === 0 && step.failures.length === 0) return NOTHING;
  const good: ProcessTree = { kind: 'step', step: number };
  const failed: ProcessTree = { kind: 'step', step: number + FAILED };
  const once = step.failures.length === 0 ? good : choice([good, failed]);
  const passes = step.atMost === 1 ? once : repeat(once, step.atMost);
  return step.matchers.length === 0 ? choice([passes, NOTHING]) : passes;
}

function groupTree({ kind, atMost, blocks }: Group, numbers: ReadonlyMap<string, number>): ProcessTree {
  switch (kind) {
    case 'choice':
      return choice(blocks.map((block) => blockTree(block, numbers)));
    case 'any-order': {
      const children = blocks.map((block) => blockTree(block, numbers)).filter((child) => child.kind !== 'nothing');
      return children.length < 2 ? (children[0] ?? NOTHING) : { kind: 'any-order', children };
    }
    case 'repeat':
      return repeat(inOrder(blocks, numbers), atMost);
  }
}

function sequence(all: readonly ProcessTree[]): ProcessTree {
  const children = all.filter((child) => child.kind !== 'nothing');
  return children.length < 2 ? (children[0] ?? NOTHING) : { kind: 'sequence', children };
}

function choice(children: readonly ProcessTree[]): ProcessTree {
  if (children.every((child) => child.kind === 'nothing')) return NOTHING;
  return children.length === 1 ? (children[0] as ProcessTree) : { kind: 'choice', children };
}

function repeat(body: ProcessTree, atMost: number | null): ProcessTree {
  return body.kind === 'nothing' || atMost === 1 ? body : { kind: 'repeat', body, redo: null, atMost };
}
