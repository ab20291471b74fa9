import { stepsOf } from '../alignment/check-tree.ts';
import type { ProcessTree } from '../alignment/process-tree.ts';
import { allKeys, type BlockKey, keysOf } from './block-keys.ts';
import { STEADY_FROM } from './stability.ts';
import { NOTHING, tidyTree } from './tidy-tree.ts';

/** A piece of the top level: pieces follow each other, and stages are cut between them. */
export interface Part {
  readonly node: ProcessTree;
  readonly isOptional: boolean;
  /** Keys of nodes that were opened into parts, of which this one is one. */
  readonly keys: readonly BlockKey[];
}

/** Blocks as a map has them, without names and counts. */
export type Skeleton = {
  readonly isOptional: boolean;
  /** Everything in the tree that this block stands for. */
  readonly keys: readonly BlockKey[];
  readonly isLoosened: boolean;
} & (
  | { readonly kind: 'step'; readonly step: number; readonly repeats: boolean }
  | { readonly kind: 'choice' | 'any-order' | 'repeat' | 'together'; readonly blocks: readonly Skeleton[] }
);

/** Fewer stages than this are no overview: then optional runs of blocks are opened. */
const ENOUGH_PARTS = 3;
/** Groups in groups in groups: what stands deeper becomes "any of these, as often as you like". */
const MOST_LEVELS = 3;

/**
 * The top level of a tree as parts. With fewer than three, an optional sequence is opened and each of its blocks becomes
 * optional instead (`isOpened`): that allows more than the tree, never less.
 */
export function partsOf(tree: ProcessTree): { readonly parts: readonly Part[]; readonly isOpened: boolean } {
  let parts = opened({ node: tidyTree(tree), isOptional: false, keys: [] });
  let isOpened = false;
  while (parts.length < ENOUGH_PARTS) {
    const at = parts.findIndex(({ node, isOptional }) => isOptional && node.kind === 'sequence');
    if (at < 0) break;
    isOpened = true;
    parts = parts.flatMap((part, index) => (index === at ? split(part) : [part]));
  }
  return { parts, isOpened };
}

function opened(part: Part): readonly Part[] {
  if (part.node.kind === 'nothing') return [];
  if (part.node.kind === 'sequence' && !part.isOptional) return split(part);
  const [first, ...others] = part.node.kind === 'choice' ? part.node.children : [];
  if (first?.kind !== 'nothing') return [part];
  const node = tidyTree({ kind: 'choice', children: others });
  const keys = [...part.keys, ...keysOf(part.node).filter((key) => key.startsWith('optional '))];
  return [{ node, isOptional: true, keys }];
}

function split({ node, isOptional, keys }: Part): readonly Part[] {
  const children = node.kind === 'sequence' ? node.children : [node];
  return children
    .flatMap((child) => opened({ node: child, isOptional: false, keys: [] }))
    .map((part) => ({ ...part, isOptional: isOptional || part.isOptional, keys: [...keys, ...part.keys] }));
}

/** The blocks of a part. */
export function skeletonOf(part: Part): Skeleton {
  const block = build(part.node, 0);
  return { ...block, isOptional: block.isOptional || part.isOptional, keys: [...part.keys, ...block.keys] };
}

function build(node: ProcessTree, level: number): Skeleton {
  const base = { isOptional: false, keys: keysOf(node), isLoosened: false };
  if (node.kind === 'nothing') throw new RangeError('nothing is not a block');
  if (node.kind === 'step') return { ...base, kind: 'step', step: node.step, repeats: false };
  if (node.kind === 'choice' && node.children[0]?.kind === 'nothing') {
    const inner = build(tidyTree({ kind: 'choice', children: node.children.slice(1) }), level);
    return { ...inner, isOptional: true, keys: [...new Set([...base.keys, ...inner.keys])] };
  }
  if (node.kind === 'repeat' && node.redo === null && node.body.kind === 'step') {
    return { ...base, kind: 'step', step: node.body.step, repeats: true, keys: [...base.keys, ...keysOf(node.body)] };
  }
  if (level >= MOST_LEVELS) return looseGroup(node);
  const inside = (children: readonly ProcessTree[]): readonly Skeleton[] =>
    children.map((child) => build(child, level + 1));
  if (node.kind === 'repeat') return { ...base, kind: 'repeat', ...repeated(node, inside) };
  return { ...base, kind: node.kind === 'sequence' ? 'together' : node.kind, blocks: inside(node.children) };
}

/** body (redo body)* becomes (body redo?)*: a group has no way back, so the way back is an optional last block. */
function repeated(
  { body, redo }: ProcessTree & { kind: 'repeat' },
  inside: (children: readonly ProcessTree[]) => readonly Skeleton[],
): { readonly blocks: readonly Skeleton[]; readonly isLoosened: boolean } {
  const passes = body.kind === 'nothing' ? [] : body.kind === 'sequence' ? body.children : [body];
  if (redo === null) return { blocks: inside(passes), isLoosened: false };
  const back = tidyTree({ kind: 'choice', children: [NOTHING, redo] });
  return { blocks: inside([...passes, back]), isLoosened: true };
}

function looseGroup(node: ProcessTree): Skeleton {
  const blocks = stepsOf(node).map(
    (step): Skeleton => ({
      kind: 'step',
      step,
      repeats: true,
      isOptional: true,
      keys: [`step ${step}`],
      isLoosened: true,
    }),
  );
  return { kind: 'any-order', isOptional: false, keys: [...allKeys(node)], isLoosened: true, blocks };
}

/** The least steady of what a block stands for; null when stability was not looked at. */
export function isSteady(
  keys: readonly BlockKey[],
  stability: ReadonlyMap<BlockKey, number> | null,
): { readonly stability: number | null; readonly isUnsteady: boolean } {
  if (stability === null) return { stability: null, isUnsteady: false };
  const least = Math.min(1, ...keys.map((key) => stability.get(key) ?? 0));
  return { stability: least, isUnsteady: least < STEADY_FROM };
}
