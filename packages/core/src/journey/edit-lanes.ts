import { allBlocks, mapBlocks } from './block-tree.ts';
import type { Card, JourneyContract, Step } from './contract.ts';
import type { Edit, Edited } from './edit.ts';
import { addItem, removeItem, setField } from './edit-lists.ts';
import { before, changed, placed, without } from './ordered.ts';

type Of<Kind extends Edit['kind']> = Extract<Edit, { readonly kind: Kind }>;

interface FoundCard {
  readonly card: Card;
  readonly step: string;
  readonly lane: string;
  readonly after: string | null;
}

function* steps(contract: JourneyContract): Generator<Step> {
  for (const { block } of allBlocks(contract)) if (block.kind === 'step') yield block;
}

function findCard(contract: JourneyContract, id: string): FoundCard | null {
  for (const step of steps(contract))
    for (const [lane, cards] of Object.entries(step.cells)) {
      const card = cards.find((each) => each.id === id);
      if (card !== undefined) return { card, step: step.id, lane, after: before(cards, id) };
    }
  return null;
}

/** The contract with one cell changed; a cell that becomes empty is not there. */
function changeCell(
  contract: JourneyContract,
  step: string,
  lane: string,
  change: (cards: readonly Card[]) => readonly Card[],
): JourneyContract {
  return mapBlocks(contract, (block) => {
    if (block.kind !== 'step' || block.id !== step) return block;
    const { [lane]: cards = [], ...others } = block.cells;
    const now = change(cards);
    // Keys stay where they stand, so that taking back gives the very same text.
    if (now.length > 0) return { ...block, cells: { ...block.cells, [lane]: now } };
    return { ...block, cells: others };
  });
}

function emptyCell(contract: JourneyContract, step: string, lane: string): JourneyContract {
  return mapBlocks(contract, (block) =>
    block.kind === 'step' && block.id === step ? { ...block, cells: { ...block.cells, [lane]: [] } } : block,
  );
}

/** A lane, with the cards that it had when it was removed. */
export function addLane(contract: JourneyContract, edit: Of<'add-lane'>): Edited {
  const { lane, cells } = edit;
  const edited = addItem(contract, 'lanes', lane, edit.after, { kind: 'remove-lane', id: lane.id });
  if (edited.inverse === null) return edited;
  let next = edited.contract;
  const known = new Set(
    [...steps(contract)].flatMap((step) =>
      Object.values(step.cells)
        .flat()
        .map(({ id }) => id),
    ),
  );
  for (const [step, cards] of Object.entries(cells)) {
    const fresh = cards.filter(({ id }) => !known.has(id) && known.add(id));
    if (fresh.length > 0) next = changeCell(next, step, lane.id, () => fresh);
    // A file may hold a cell without cards: it comes back as it was.
    else if (cards.length === 0) next = emptyCell(next, step, lane.id);
  }
  return { contract: next, inverse: edited.inverse };
}

/** A lane goes with its cards. */
export function removeLane(contract: JourneyContract, { id }: Of<'remove-lane'>): Edited {
  const cells: Record<string, readonly Card[]> = {};
  for (const step of steps(contract)) {
    const cards = step.cells[id];
    if (cards !== undefined) cells[step.id] = cards;
  }
  const edited = removeItem(contract, 'lanes', id, (lane, after) => ({ kind: 'add-lane', lane, after, cells }));
  let next = edited.contract;
  if (edited.inverse !== null) for (const step of Object.keys(cells)) next = changeCell(next, step, id, () => []);
  return { contract: next, inverse: edited.inverse };
}

function hasCell(contract: JourneyContract, step: string, lane: string): boolean {
  return contract.lanes.some(({ id }) => id === lane) && [...steps(contract)].some(({ id }) => id === step);
}

export function addCard(contract: JourneyContract, edit: Of<'add-card'>): Edited {
  const { card, step, lane } = edit;
  if (findCard(contract, card.id) !== null || !hasCell(contract, step, lane)) return { contract, inverse: null };
  return {
    contract: changeCell(contract, step, lane, (cards) => placed(cards, card, edit.after)),
    inverse: { kind: 'remove-card', id: card.id },
  };
}

export function removeCard(contract: JourneyContract, { id }: Of<'remove-card'>): Edited {
  const found = findCard(contract, id);
  if (found === null) return { contract, inverse: null };
  return {
    contract: changeCell(contract, found.step, found.lane, (cards) => without(cards, id)),
    inverse: { kind: 'add-card', ...found },
  };
}

export function moveCard(contract: JourneyContract, edit: Of<'move-card'>): Edited {
  const nothing: Edited = { contract, inverse: null };
  const found = findCard(contract, edit.id);
  if (found === null || edit.after === edit.id || !hasCell(contract, edit.step, edit.lane)) return nothing;
  const lifted = changeCell(contract, found.step, found.lane, (cards) => without(cards, edit.id));
  const next = changeCell(lifted, edit.step, edit.lane, (cards) => placed(cards, found.card, edit.after));
  const now = findCard(next, edit.id);
  if (now?.step === found.step && now.lane === found.lane && now.after === found.after) return nothing;
  const { step, lane, after } = found;
  return { contract: next, inverse: { kind: 'move-card', id: edit.id, step, lane, after } };
}

export function setCard(contract: JourneyContract, edit: Of<'set-card'>): Edited {
  const found = findCard(contract, edit.id);
  if (found === null) return { contract, inverse: null };
  const { next, value } = setField(found.card as never, edit.field as never, edit.value as never) as {
    readonly next: Card;
    readonly value: unknown;
  };
  if (next === found.card) return { contract, inverse: null };
  return {
    contract: changeCell(contract, found.step, found.lane, (cards) => changed(cards, edit.id, () => next)),
    inverse: { ...edit, value } as Edit,
  };
}
