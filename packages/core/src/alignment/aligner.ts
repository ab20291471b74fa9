import { Problem } from '../problem.ts';
import type { Alignment } from './alignment.ts';
import { automatonOf } from './automaton.ts';
import { checkTree, sharesSteps } from './check-tree.ts';
import { MOST_PLACES } from './most-places.ts';
import { AlignmentPacker, type PackedAlignments, unpackAlignments } from './packed-alignments.ts';
import type { ProcessTree } from './process-tree.ts';
import { batchOf, longestOf, type SequenceBatch } from './sequence-batch.ts';
import { checkCosts, extraCostOf, type StepCosts } from './step-costs.ts';
import { TreeAligner } from './tree-align.ts';
import { TrieAligner } from './trie-align.ts';

/**
 * Where algorithm A may do it instead. 500 sequences on a loaded machine: 259 places 0.2 s by the automaton and 0.7 s by the
 * tree, 4,099 places 1.1 and 0.5, 32,771 places (15 steps in any order) 7.5 and 0.3.
 */
const PLACES_WORTH_IT = 2_000;

/** Places × touches of the longest sequence: 512 MB of rows. */
const MOST_CELLS = 0x800_0000;

export interface Aligner {
  /** What it is aligned by; very long sequences go by the tree all the same. */
  readonly algorithm: 'tree' | 'trie';
  /** Aligns sequences to the whole map, or, of runs still under way (`isOpen`), to any beginning of it. */
  align(batch: SequenceBatch, isOpen: boolean): PackedAlignments;
}

/** What an algorithm offers; both choose the same moves. */
type Algorithm = Pick<TrieAligner, 'align' | 'cheapestRun' | 'steps'>;

/**
 * Prepares a map for any number of batches. Alignments are optimal, and which of several equally cheap ones is given is a
 * rule: the one with the most touches in their place; then, from the start on, a sync before an extra touch before a skip,
 * and of skips the lowest step number. So it is the same whatever algorithm found it. Touches whose step is not in the tree (0 among them) are extra moves where they happened.
 * Throws `input.invalid` for trees and costs that are not allowed, and for a map with more than 50,000 places in which
 * the same step stands in two children of an any-order block (neither algorithm is exact there).
 */
export function prepareAligner(tree: ProcessTree, costs: StepCosts, mostPlaces?: number): Aligner {
  checkTree(tree);
  checkCosts(costs);
  const isSplittable = !sharesSteps(tree);
  const automaton = automatonOf(tree, mostPlaces ?? (isSplittable ? PLACES_WORTH_IT : MOST_PLACES));
  if (automaton === null && !isSplittable) {
    throw new Problem(
      'input.invalid',
      'The map allows too many orders: steps that stand twice in one any-order block cannot be told apart. Let every step stand once.',
    );
  }
  const byTree = new TreeAligner(tree, costs);
  if (automaton === null)
    return { algorithm: 'tree', align: (batch, isOpen) => alignWith(byTree, costs, batch, isOpen) };
  const byTrie = new TrieAligner(automaton, costs);
  return {
    algorithm: 'trie',
    align: (batch, isOpen) => {
      const isTooLong = automaton.places * longestOf(batch) > MOST_CELLS && isSplittable;
      return alignWith(isTooLong ? byTree : byTrie, costs, batch, isOpen);
    },
  };
}

/** Runs an algorithm over the touches that are on the map and puts the others back in. */
export function alignWith(
  algorithm: Algorithm,
  costs: StepCosts,
  batch: SequenceBatch,
  isOpen: boolean,
): PackedAlignments {
  const onMap = new Set(algorithm.steps);
  const { steps, starts } = batch;
  const n = starts.length - 1;
  const kept = new Uint16Array(steps.length);
  const keptStarts = new Uint32Array(n + 1);
  const allExtra = new Uint32Array(n);
  const offCost = new Uint32Array(n);
  const extraOf = new Map<number, number>();
  let length = 0;
  for (let index = 0; index < n; index += 1) {
    let all = 0;
    let off = 0;
    for (let at = starts[index] as number; at < (starts[index + 1] as number); at += 1) {
      const step = steps[at] as number;
      let extra = extraOf.get(step);
      if (extra === undefined) {
        extra = extraCostOf(costs, step);
        extraOf.set(step, extra);
      }
      all += extra;
      if (onMap.has(step)) {
        kept[length] = step;
        length += 1;
      } else off += extra;
    }
    keptStarts[index + 1] = length;
    allExtra[index] = all;
    offCost[index] = off;
  }
  const packer = new AlignmentPacker(batch, allExtra, isOpen ? 0 : algorithm.cheapestRun());
  const isOff = (step: number): boolean => !onMap.has(step);
  algorithm.align({ steps: kept.subarray(0, length), starts: keptStarts }, isOpen, (index, cost, moves, count) =>
    packer.add(index, cost + (offCost[index] as number), moves, count, isOff),
  );
  return packer.packed();
}

/**
 * Aligns sequences of step numbers (0: not on the map) to a map, in their order; see `prepareAligner` for the rule of moves
 * and what is thrown. `isOpen`: the runs are still under way, so nothing after their last touch is owed. An empty sequence
 * skips the cheapest way through; with `isOpen` it costs nothing.
 */
export function alignSequences(
  tree: ProcessTree,
  costs: StepCosts,
  sequences: readonly ArrayLike<number>[],
  { isOpen = false }: { readonly isOpen?: boolean } = {},
): Alignment[] {
  return unpackAlignments(prepareAligner(tree, costs).align(batchOf(sequences), isOpen));
}
