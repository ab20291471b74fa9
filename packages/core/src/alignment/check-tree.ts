import { Problem } from '../problem.ts';
import type { ProcessTree } from './process-tree.ts';

/** Step numbers go into two bytes. */
const MOST_STEP_NUMBER = 65_535;

/**
 * Says what is wrong with a tree by throwing `input.invalid`: step numbers that are not whole numbers from 1 to 65,535, a
 * sequence, choice or any-order without children, `atMost` below 1.
 */
export function checkTree(tree: ProcessTree): void {
  switch (tree.kind) {
    case 'nothing':
      return;
    case 'step':
      if (!Number.isInteger(tree.step) || tree.step < 1 || tree.step > MOST_STEP_NUMBER) {
        throw new Problem('input.invalid', `Step numbers are whole numbers from 1 to 65,535; found ${tree.step}.`);
      }
      return;
    case 'repeat':
      if (tree.atMost !== null && (!Number.isInteger(tree.atMost) || tree.atMost < 1)) {
        throw new Problem('input.invalid', `A repeat is passed at least once; found at most ${tree.atMost}.`);
      }
      checkTree(tree.body);
      if (tree.redo !== null) checkTree(tree.redo);
      return;
    default:
      if (tree.children.length === 0) {
        throw new Problem('input.invalid', `A block of kind ${tree.kind} needs at least one child.`);
      }
      for (const child of tree.children) checkTree(child);
  }
}

/** Step numbers of a tree, ascending, each once. */
export function stepsOf(tree: ProcessTree): readonly number[] {
  const steps = new Set<number>();
  const visit = (part: ProcessTree): void => {
    if (part.kind === 'step') steps.add(part.step);
    else if (part.kind === 'repeat') {
      visit(part.body);
      if (part.redo !== null) visit(part.redo);
    } else if (part.kind !== 'nothing') part.children.forEach(visit);
  };
  visit(tree);
  return [...steps].sort((a, b) => a - b);
}

/** Whether a step stands in two children of one any-order block: then touches cannot be handed to the children beforehand. */
export function sharesSteps(tree: ProcessTree): boolean {
  switch (tree.kind) {
    case 'step':
    case 'nothing':
      return false;
    case 'repeat':
      return sharesSteps(tree.body) || (tree.redo !== null && sharesSteps(tree.redo));
    default: {
      if (tree.children.some(sharesSteps)) return true;
      if (tree.kind !== 'any-order') return false;
      const steps = tree.children.flatMap(stepsOf);
      return new Set(steps).size < steps.length;
    }
  }
}
