import type { Block, JourneyContract, Stage } from './contract.ts';
import { before, placed } from './ordered.ts';

/** Groups may stand in groups this deep; a deeper one is nothing that anybody could read. */
export const DEEPEST_GROUPS = 6;

/** A block with the stage or group it stands in, and what stands before it there. */
export interface FoundBlock {
  readonly block: Block;
  readonly into: string;
  readonly after: string | null;
}

/** Where a block stands; null when it is gone. */
export function findBlock(contract: JourneyContract, id: string): FoundBlock | null {
  const within = (into: string, blocks: readonly Block[]): FoundBlock | null => {
    for (const block of blocks) {
      if (block.id === id) return { block, into, after: before(blocks, id) };
      const found = block.kind === 'step' ? null : within(block.id, block.blocks);
      if (found !== null) return found;
    }
    return null;
  };
  for (const stage of contract.stages) {
    const found = within(stage.id, stage.blocks);
    if (found !== null) return found;
  }
  return null;
}

/** Every block of the contract with the block's depth, 1 for those that stand in a stage. */
export function* allBlocks(contract: JourneyContract): Generator<{ readonly block: Block; readonly depth: number }> {
  for (const stage of contract.stages) yield* below(stage.blocks, 1);
}

/** These blocks and all below them. */
export function* below(
  blocks: readonly Block[],
  depth: number,
): Generator<{ readonly block: Block; readonly depth: number }> {
  for (const block of blocks) {
    yield { block, depth };
    if (block.kind !== 'step') yield* below(block.blocks, depth + 1);
  }
}

/** Depth at which blocks of this stage or group stand; null when it is gone or a step. */
export function depthInside(contract: JourneyContract, into: string): number | null {
  if (contract.stages.some(({ id }) => id === into)) return 1;
  for (const { block, depth } of allBlocks(contract))
    if (block.id === into) return block.kind === 'step' ? null : depth + 1;
  return null;
}

/** The contract with every block changed, from the leaves up. What does not change stays the same object. */
export function mapBlocks(contract: JourneyContract, change: (block: Block) => Block): JourneyContract {
  const visit = (blocks: readonly Block[]): readonly Block[] =>
    same(
      blocks,
      blocks.map((block) => {
        if (block.kind === 'step') return change(block);
        const inner = visit(block.blocks);
        return change(inner === block.blocks ? block : { ...block, blocks: inner });
      }),
    );
  const stages = contract.stages.map((stage): Stage => {
    const blocks = visit(stage.blocks);
    return blocks === stage.blocks ? stage : { ...stage, blocks };
  });
  const kept = same(contract.stages, stages);
  return kept === contract.stages ? contract : { ...contract, stages: kept };
}

/** The contract with the blocks of one stage or group changed. */
export function changeInside(
  contract: JourneyContract,
  into: string,
  change: (blocks: readonly Block[]) => readonly Block[],
): JourneyContract {
  if (contract.stages.some(({ id }) => id === into)) {
    const stages = contract.stages.map((stage) =>
      stage.id === into ? { ...stage, blocks: change(stage.blocks) } : stage,
    );
    return { ...contract, stages };
  }
  return mapBlocks(contract, (block) =>
    block.id === into && block.kind !== 'step' ? { ...block, blocks: change(block.blocks) } : block,
  );
}

/** The contract with a block put into a stage or group. */
export function placeBlock(
  contract: JourneyContract,
  block: Block,
  { into, after }: Pick<FoundBlock, 'into' | 'after'>,
): JourneyContract {
  return changeInside(contract, into, (blocks) => placed(blocks, block, after));
}

function same<Item>(before: readonly Item[], after: readonly Item[]): readonly Item[] {
  return before.every((item, i) => item === after[i]) ? before : after;
}
