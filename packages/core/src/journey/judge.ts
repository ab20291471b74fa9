import { prepareAligner } from '../alignment/aligner.ts';
import type { Alignment } from '../alignment/alignment.ts';
import { labelMoves } from '../alignment/labels.ts';
import { unpackAlignments } from '../alignment/packed-alignments.ts';
import { batchOf } from '../alignment/sequence-batch.ts';
import { sipHash } from '../event/hash.ts';
import { utf8 } from '../event/utf8.ts';
import { type CompiledMap, compileMap, FAILED } from './compile.ts';
import type { JourneyDefinition } from './definition.ts';
import { type Judged, touchOf } from './touch.ts';

/** Raised when the same map and touches would be judged otherwise than before: what is stored is then judged anew. */
const RULES = 2;

/** What alignments see of the touches of a run: their steps, those that failed as steps of their own; channels are looked at elsewhere. */
export function alignable(symbols: readonly number[]): number[] {
  return symbols.map((symbol) => {
    const { step, isFailed } = touchOf(symbol);
    return isFailed ? step + FAILED : step;
  });
}

/** The judgement of touches whose alignable form was aligned so. */
export function judgementOf(
  map: CompiledMap,
  symbols: readonly number[],
  alignment: Alignment,
  isOpen: boolean,
): Judged {
  const { reached, touches, skips } = labelMoves(alignment.moves, map.steps, { isOpen, readStep });
  return { symbols, isOpen, cost: alignment.cost, cheapest: alignment.cheapestRun, reached, touches, skips };
}

function readStep(step: number): { readonly step: number; readonly isFailed: boolean } {
  return step > FAILED ? { step: step - FAILED, isFailed: true } : { step, isFailed: false };
}

/**
 * Holds sequences of touches on the map (symbols, none of them 0) against it, all as under way (`isOpen`: nothing after the
 * last touch is due yet) or all as ended. A failed touch stands where its step is due unless a good one does: then they had
 * to try twice. An empty sequence skips the cheapest way through. Throws as `prepareAligner` does.
 */
export function judgeTouches(map: CompiledMap, sequences: readonly (readonly number[])[], isOpen: boolean): Judged[] {
  const aligned = prepareAligner(map.tree, map.costs).align(batchOf(sequences.map(alignable)), isOpen);
  return unpackAlignments(aligned).map((alignment, i) =>
    judgementOf(map, sequences[i] as readonly number[], alignment, isOpen),
  );
}

/** Tells maps apart that judge the same touches differently: 64 bits over the tree, its costs, what labels look at, and the rules. */
export function mapHash({ contract, numbers }: Pick<JourneyDefinition, 'contract' | 'numbers'>): bigint {
  const { tree, costs, steps } = compileMap(contract, numbers);
  return sipHash(utf8(JSON.stringify([RULES, tree, [...(costs.sync ?? [])], [...steps]])));
}
