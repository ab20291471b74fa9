import {
  allBlocks,
  below,
  changeInside,
  DEEPEST_GROUPS,
  depthInside,
  findBlock,
  mapBlocks,
  placeBlock,
} from './block-tree.ts';
import type { Block, Card, JourneyContract, Stage } from './contract.ts';
import type { Edit, Edited } from './edit.ts';
import { addItem, removeItem, setField } from './edit-lists.ts';
import { placed, without } from './ordered.ts';

type Of<Kind extends Edit['kind']> = Extract<Edit, { readonly kind: Kind }>;

/**
 * Whether the ids of a contract tell its things apart: stages and blocks share one set of ids, cards have theirs, as have
 * lanes, promises and rules; cards stand in lanes that exist; groups are at most `DEEPEST_GROUPS` deep.
 */
export function isWhole(contract: JourneyContract): boolean {
  const { stages, lanes, promises, rules } = contract;
  const blocks = [...allBlocks(contract)];
  const places = [...stages.map(({ id }) => id), ...blocks.map(({ block }) => block.id)];
  const laneIds = new Set(lanes.map(({ id }) => id));
  const cells = blocks.flatMap(({ block }) => (block.kind === 'step' ? Object.entries(block.cells) : []));
  return (
    [places, lanes.map(idOf), promises.map(idOf), rules.map(idOf), cells.flatMap(([, cards]) => cards.map(idOf))].every(
      (ids) => new Set(ids).size === ids.length,
    ) &&
    cells.every(([lane]) => laneIds.has(lane)) &&
    blocks.every(({ depth }) => depth <= DEEPEST_GROUPS + 1)
  );
}

const idOf = ({ id }: { readonly id: string }): string => id;

/** A stage with its blocks, unless something of its ids is there already. */
export function addStage(contract: JourneyContract, edit: Of<'add-stage'>): Edited {
  const stage: Stage = { ...edit.stage, blocks: edit.stage.blocks.map((block) => inKnownLanes(contract, block)) };
  const edited = addItem(contract, 'stages', stage, edit.after, { kind: 'remove-stage', id: stage.id });
  return isWhole(edited.contract) ? edited : { contract, inverse: null };
}

/** A stage goes with all that stands in it. */
export function removeStage(contract: JourneyContract, { id }: Of<'remove-stage'>): Edited {
  return removeItem(contract, 'stages', id, (stage, after) => ({ kind: 'add-stage', stage, after }));
}

/** A step or a group with all below it, unless its place is gone or something of its ids is there already. */
export function addBlock(contract: JourneyContract, edit: Of<'add-block'>): Edited {
  if (depthInside(contract, edit.into) === null) return { contract, inverse: null };
  const next = placeBlock(contract, inKnownLanes(contract, edit.block), edit);
  return isWhole(next)
    ? { contract: next, inverse: { kind: 'remove-block', id: edit.block.id } }
    : { contract, inverse: null };
}

/** A group goes with all that stands in it. */
export function removeBlock(contract: JourneyContract, { id }: Of<'remove-block'>): Edited {
  const found = findBlock(contract, id);
  if (found === null) return { contract, inverse: null };
  return {
    contract: changeInside(contract, found.into, (blocks) => without(blocks, id)),
    inverse: { kind: 'add-block', ...found },
  };
}

/** Into itself or below itself is nowhere: nothing changes. */
export function moveBlock(contract: JourneyContract, edit: Of<'move-block'>): Edited {
  const nothing: Edited = { contract, inverse: null };
  const found = findBlock(contract, edit.id);
  if (found === null || edit.after === edit.id) return nothing;
  const lifted = changeInside(contract, found.into, (blocks) => without(blocks, edit.id));
  // Once it is lifted, what stood below it is no place any more.
  const depth = depthInside(lifted, edit.into);
  if (depth === null || depth + heightOf(found.block) - 1 > DEEPEST_GROUPS + 1) return nothing;
  const next = changeInside(lifted, edit.into, (blocks) => placed(blocks, found.block, edit.after));
  const now = findBlock(next, edit.id);
  if (now?.into === found.into && now.after === found.after) return nothing;
  return { contract: next, inverse: { kind: 'move-block', id: edit.id, into: found.into, after: found.after } };
}

/** One field of a step or a group. */
export function setBlock(contract: JourneyContract, edit: Of<'set-step'> | Of<'set-group'>): Edited {
  const block = findBlock(contract, edit.id)?.block;
  if (block === undefined || (block.kind === 'step') !== (edit.kind === 'set-step')) return { contract, inverse: null };
  const { next, value } = setField(block as never, edit.field as never, edit.value as never) as {
    readonly next: Block;
    readonly value: unknown;
  };
  if (next === block) return { contract, inverse: null };
  return {
    contract: mapBlocks(contract, (each) => (each === block ? next : each)),
    inverse: { ...edit, value } as Edit,
  };
}

function heightOf(block: Block): number {
  return Math.max(...[...below([block], 1)].map(({ depth }) => depth));
}

/** Cards in lanes that are gone would be seen nowhere. */
function inKnownLanes(contract: JourneyContract, block: Block): Block {
  if (block.kind !== 'step') return { ...block, blocks: block.blocks.map((each) => inKnownLanes(contract, each)) };
  const cells: Record<string, readonly Card[]> = {};
  for (const [lane, cards] of Object.entries(block.cells))
    if (contract.lanes.some(({ id }) => id === lane)) cells[lane] = cards;
  return { ...block, cells };
}
