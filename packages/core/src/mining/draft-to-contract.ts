import { blankJourney, blankStep } from '../journey/blank.ts';
import type { Block, JourneyContract } from '../journey/contract.ts';
import type { DraftBlock, DraftMap } from './draft-map.ts';

/**
 * A draft as a journey that can be edited: every step connected to its events, in any channel, done by the customer and
 * owed by nobody; steps that repeat without a limit; blocks that belong together as a repeat of one pass.
 * Stability and volumes stay behind in the draft, under the same ids.
 */
export function draftToContract(
  draft: DraftMap,
  named: { readonly key: string; readonly title: string },
): JourneyContract {
  const toBlock = (block: DraftBlock): Block => {
    if (block.kind === 'step') {
      return {
        ...blankStep(block.id, block.title),
        isOptional: block.isOptional,
        atMost: block.repeats ? null : 1,
        ends: block.id === draft.goal ? 'goal' : null,
        matchers: [{ events: [block.event], where: [], channels: [] }],
      };
    }
    return {
      kind: block.kind === 'together' ? 'repeat' : block.kind,
      id: block.id,
      isOptional: block.isOptional,
      atMost: block.kind === 'together' ? 1 : null,
      blocks: block.blocks.map(toBlock),
    };
  };
  return {
    ...blankJourney(named.key, named.title),
    stages: draft.stages.map(({ id, title, blocks }) => ({ id, title, blocks: blocks.map(toBlock) })),
    promises: draft.promises.map(({ id, from, to, withinMs }) => ({ id, from, to, withinMs, says: null })),
  };
}
