import { stepsOf } from '../alignment/check-tree.ts';
import type { ProcessTree } from '../alignment/process-tree.ts';

/** What a block is called when it is looked for in another tree: its kind and the steps below it. */
export type BlockKey = string;

/**
 * Keys of one node, without those below it: a choice with `nothing` is `optional`, and a choice besides when there are
 * several others. Equal blocks of two trees have equal keys; blocks that differ only inside have equal keys, too.
 */
export function keysOf(node: ProcessTree): readonly BlockKey[] {
  if (node.kind === 'nothing') return [];
  const steps = stepsOf(node).join();
  if (node.kind !== 'choice') return [`${node.kind} ${steps}`];
  const others = node.children.filter((child) => child.kind !== 'nothing').length;
  const optional = others < node.children.length ? [`optional ${steps}`] : [];
  return others > 1 ? [...optional, `choice ${steps}`] : optional;
}

/** Keys of every node of a tree. */
export function allKeys(tree: ProcessTree): ReadonlySet<BlockKey> {
  const keys = new Set<BlockKey>();
  const visit = (node: ProcessTree): void => {
    for (const key of keysOf(node)) keys.add(key);
    if (node.kind === 'repeat') {
      visit(node.body);
      if (node.redo) visit(node.redo);
    } else if (node.kind !== 'step' && node.kind !== 'nothing') node.children.forEach(visit);
  };
  visit(tree);
  return keys;
}
