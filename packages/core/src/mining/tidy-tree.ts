import { stepsOf } from '../alignment/check-tree.ts';
import type { ProcessTree } from '../alignment/process-tree.ts';

export const NOTHING: ProcessTree = { kind: 'nothing' };

/**
 * The same routes, said shorter: a sequence in a sequence (choice in choice, any order in any order) opens, what goes
 * through without a step is dropped or stands first in its choice, single children stand for themselves, and a way
 * back without a step is null. Children of a choice and of any order come by their smallest step.
 */
export function tidyTree(tree: ProcessTree): ProcessTree {
  switch (tree.kind) {
    case 'step':
    case 'nothing':
      return tree;
    case 'repeat':
      return tidyRepeat(tidyTree(tree.body), tree.redo === null ? NOTHING : tidyTree(tree.redo), tree.atMost);
    case 'choice':
      return tidyChoice(tree.children.map(tidyTree));
    default: {
      const { kind } = tree;
      const open = tree.children
        .map(tidyTree)
        .flatMap((child) => (child.kind === kind ? child.children : child.kind === 'nothing' ? [] : [child]));
      if (open.length === 0) return NOTHING;
      return open.length === 1
        ? (open[0] as ProcessTree)
        : { kind, children: kind === 'sequence' ? open : bySmallest(open) };
    }
  }
}

function tidyChoice(children: readonly ProcessTree[]): ProcessTree {
  const open = children.flatMap((child) => (child.kind === 'choice' ? child.children : [child]));
  const some = bySmallest(open.filter((child) => child.kind !== 'nothing'));
  if (some.length === 0) return NOTHING;
  if (some.length < open.length) return { kind: 'choice', children: [NOTHING, ...some] };
  return some.length === 1 ? (some[0] as ProcessTree) : { kind: 'choice', children: some };
}

function tidyRepeat(body: ProcessTree, redo: ProcessTree, atMost: number | null): ProcessTree {
  if (body.kind === 'nothing' && redo.kind === 'nothing') return NOTHING;
  if (atMost === 1) return body;
  return { kind: 'repeat', body, redo: redo.kind === 'nothing' ? null : redo, atMost };
}

function bySmallest(children: readonly ProcessTree[]): readonly ProcessTree[] {
  return children
    .map((child) => ({ child, smallest: stepsOf(child)[0] ?? 0 }))
    .sort((a, b) => a.smallest - b.smallest)
    .map(({ child }) => child);
}
