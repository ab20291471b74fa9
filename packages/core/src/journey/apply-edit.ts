import type { JourneyContract } from './contract.ts';
import type { Edit, Edited } from './edit.ts';
import { addBlock, addStage, isWhole, moveBlock, removeBlock, removeStage, setBlock } from './edit-blocks.ts';
import { addCard, addLane, moveCard, removeCard, removeLane, setCard } from './edit-lanes.ts';
import { addItem, isSame, moveItem, removeItem, setField, setItem, setRule } from './edit-lists.ts';

/**
 * A draft after one edit, with the edit that takes it back. Pure: the draft is the fold of its log, on the server and in every
 * editor. An edit of what is gone, or of what would then be there twice, changes nothing, so that a log of many hands can
 * always be folded; whole data stays whole (`isWhole`). References to steps in promises, rules and starts may be left without
 * their step: checking the contract says so, and taking the removal back mends them.
 */
export function applyEdit(contract: JourneyContract, edit: Edit): Edited {
  switch (edit.kind) {
    case 'set-journey': {
      const { next, value } = setField(contract, edit.field as never, edit.value as never);
      return { contract: next, inverse: next === contract ? null : ({ ...edit, value } as Edit) };
    }
    case 'set-passage': {
      const { next, value } = setField(contract.passage, edit.field as never, edit.value as never);
      if (next === contract.passage) return { contract, inverse: null };
      return { contract: { ...contract, passage: next }, inverse: { ...edit, value } as Edit };
    }
    case 'add-stage':
      return addStage(contract, edit);
    case 'remove-stage':
      return removeStage(contract, edit);
    case 'move-stage':
      return moveItem(contract, 'stages', edit);
    case 'set-stage':
      return setItem(contract, 'stages', edit);
    case 'add-block':
      return addBlock(contract, edit);
    case 'remove-block':
      return removeBlock(contract, edit);
    case 'move-block':
      return moveBlock(contract, edit);
    case 'set-step':
    case 'set-group':
      return setBlock(contract, edit);
    case 'add-lane':
      return addLane(contract, edit);
    case 'remove-lane':
      return removeLane(contract, edit);
    case 'move-lane':
      return moveItem(contract, 'lanes', edit);
    case 'set-lane':
      return setItem(contract, 'lanes', edit);
    case 'add-card':
      return addCard(contract, edit);
    case 'remove-card':
      return removeCard(contract, edit);
    case 'move-card':
      return moveCard(contract, edit);
    case 'set-card':
      return setCard(contract, edit);
    case 'add-promise': {
      const { promise, after } = edit;
      return addItem(contract, 'promises', promise, after, { kind: 'remove-promise', id: promise.id });
    }
    case 'remove-promise':
      return removeItem(contract, 'promises', edit.id, (promise, after) => ({ kind: 'add-promise', promise, after }));
    case 'set-promise':
      return setItem(contract, 'promises', edit);
    case 'add-rule':
      return addItem(contract, 'rules', edit.rule, edit.after, { kind: 'remove-rule', id: edit.rule.id });
    case 'remove-rule':
      return removeItem(contract, 'rules', edit.id, (rule, after) => ({ kind: 'add-rule', rule, after }));
    case 'set-rule':
      return setRule(contract, edit);
    case 'replace': {
      const next = { ...edit.contract, key: contract.key };
      if (isSame(next, contract) || !isWhole(next)) return { contract, inverse: null };
      return { contract: next, inverse: { kind: 'replace', contract } };
    }
  }
}

/** A draft after several edits, with those that take them back, in the order in which to apply them. */
export function applyEdits(
  contract: JourneyContract,
  edits: readonly Edit[],
): { readonly contract: JourneyContract; readonly inverse: readonly Edit[] } {
  let current = contract;
  const inverse: Edit[] = [];
  for (const edit of edits) {
    const edited = applyEdit(current, edit);
    current = edited.contract;
    if (edited.inverse !== null) inverse.unshift(edited.inverse);
  }
  return { contract: current, inverse };
}
