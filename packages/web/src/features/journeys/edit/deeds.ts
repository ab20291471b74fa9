import {
  blankStep,
  type Card,
  type Edit,
  findStep,
  type Group,
  type JourneyContract,
  type LaneKind,
} from '@continuo/core';
import { EDITOR_WORDS as WORDS } from '../../../words/map-editor.ts';
import { placeOf } from './grid-model.ts';
import { newId } from './new-id.ts';
import { keyOf, type Spot } from './spot.ts';

/** Something to do to the draft: its edits, what to say of it, and where the focus goes. */
export interface Deed {
  readonly words: string;
  readonly edits: readonly Edit[];
  readonly focus: string | null;
}

/** A stage after the one of this spot, or at the end. */
export function addStage(contract: JourneyContract, spot: Spot | null): Deed {
  const id = newId('stage');
  const after = spot === null ? null : stageOf(contract, spot);
  const last = contract.stages.at(-1)?.id ?? null;
  return {
    words: WORDS.deed.addStage,
    edits: [{ kind: 'add-stage', stage: { id, title: WORDS.newStage, blocks: [] }, after: after ?? last }],
    focus: `stage|${id}`,
  };
}

/** A step after the one of this spot, or last in its stage or group, or last of all; without a stage one is made. */
export function addStep(contract: JourneyContract, spot: Spot | null): Deed {
  const id = newId('step');
  const block = blankStep(id, WORDS.newStep);
  const words = WORDS.deed.addStep;
  const focus = `step|${id}`;
  const near = spot?.kind === 'step' ? spot.id : spot?.kind === 'cell' ? spot.step : null;
  const found = near === null ? null : placeOf(contract, near);
  if (found) return { words, edits: [{ kind: 'add-block', block, into: found.into, after: near }], focus };
  const into = spot && spot.kind !== 'lane' && spot.kind !== 'cell' ? spot.id : contract.stages.at(-1)?.id;
  if (into !== undefined) {
    const last = lastIn(contract, into);
    return { words, edits: [{ kind: 'add-block', block, into, after: last }], focus };
  }
  const stage = { id: newId('stage'), title: WORDS.newStage, blocks: [block] };
  return { words, edits: [{ kind: 'add-stage', stage, after: null }], focus };
}

function lastIn(contract: JourneyContract, into: string): string | null {
  const stage = contract.stages.find(({ id }) => id === into);
  const group = stage ? null : placeOf(contract, into)?.block;
  const blocks = stage?.blocks ?? (group && group.kind !== 'step' ? group.blocks : []);
  return blocks.at(-1)?.id ?? null;
}

/** Stage of a spot; null: of no stage. */
export function stageOf(contract: JourneyContract, spot: Spot): string | null {
  if (spot.kind === 'stage') return spot.id;
  if (spot.kind === 'lane') return null;
  const id = spot.kind === 'cell' ? spot.step : spot.id;
  return (
    contract.stages.find((stage) => stage.id === id || placeOf({ ...contract, stages: [stage] }, id) !== null)?.id ??
    null
  );
}

export function addLane(contract: JourneyContract, kind: LaneKind, spot: Spot | null): Deed {
  const id = newId('lane');
  const beside = spot?.kind === 'lane' ? spot.id : spot?.kind === 'cell' ? spot.lane : null;
  const after = beside ?? contract.lanes.at(-1)?.id ?? null;
  return {
    words: WORDS.deed.addLane,
    edits: [{ kind: 'add-lane', lane: { id, kind, title: WORDS.lane[kind] }, after, cells: {} }],
    focus: `lane|${id}`,
  };
}

/** A card at the end of a cell; empty text: none. */
export function addCard(contract: JourneyContract, step: string, lane: string, text: string): Deed | null {
  if (text.trim() === '') return null;
  const card: Card = { id: newId('card'), text: text.trim(), evidence: { kind: 'think' } };
  const after = findStep(contract, step)?.cells[lane]?.at(-1)?.id ?? null;
  return {
    words: WORDS.deed.addCard,
    edits: [{ kind: 'add-card', card, step, lane, after }],
    focus: keyOf({ kind: 'cell', step, lane, card: card.id }),
  };
}

/** New words for a thing; empty or unchanged: nothing is done, except that an emptied card goes. */
export function rename(contract: JourneyContract, spot: Spot, typed: string): Deed | null {
  const text = typed.trim();
  const focus = keyOf(spot);
  if (text === textOf(contract, spot)) return null;
  if (spot.kind === 'cell') {
    if (spot.card === null) return addCard(contract, spot.step, spot.lane, text);
    if (text === '') return remove(contract, spot);
    const edit: Edit = { kind: 'set-card', id: spot.card, field: 'text', value: text };
    return { words: WORDS.deed.text, edits: [edit], focus };
  }
  if (text === '') return null;
  const title = text.replace(/\s*\n\s*/g, ' ');
  const words = WORDS.deed.rename;
  if (spot.kind === 'stage')
    return { words, edits: [{ kind: 'set-stage', id: spot.id, field: 'title', value: title }], focus };
  if (spot.kind === 'lane')
    return { words, edits: [{ kind: 'set-lane', id: spot.id, field: 'title', value: title }], focus };
  if (spot.kind === 'step')
    return { words, edits: [{ kind: 'set-step', id: spot.id, field: 'title', value: title }], focus };
  return null;
}

/** What a spot says now. */
export function textOf(contract: JourneyContract, spot: Spot): string {
  switch (spot.kind) {
    case 'stage':
      return contract.stages.find(({ id }) => id === spot.id)?.title ?? '';
    case 'lane':
      return contract.lanes.find(({ id }) => id === spot.id)?.title ?? '';
    case 'step':
      return findStep(contract, spot.id)?.title ?? '';
    case 'cell':
      return findStep(contract, spot.step)?.cells[spot.lane]?.find(({ id }) => id === spot.card)?.text ?? '';
    case 'group': {
      const block = placeOf(contract, spot.id)?.block;
      return block && block.kind !== 'step' ? WORDS.group[block.kind] : '';
    }
    case 'empty':
      return '';
  }
}

/** Takes a thing away; a group with all that stands in it. Null: there is nothing to take away. */
export function remove(contract: JourneyContract, spot: Spot): Deed | null {
  const words = WORDS.deed.remove;
  switch (spot.kind) {
    case 'stage': {
      const at = contract.stages.findIndex(({ id }) => id === spot.id);
      const beside = contract.stages[at + 1] ?? contract.stages[at - 1];
      return { words, edits: [{ kind: 'remove-stage', id: spot.id }], focus: beside ? `stage|${beside.id}` : null };
    }
    case 'lane': {
      const at = contract.lanes.findIndex(({ id }) => id === spot.id);
      const beside = contract.lanes[at + 1] ?? contract.lanes[at - 1];
      return { words, edits: [{ kind: 'remove-lane', id: spot.id }], focus: beside ? `lane|${beside.id}` : null };
    }
    case 'group':
    case 'step': {
      const found = placeOf(contract, spot.id);
      if (found === null) return null;
      const before = found.after === null ? null : placeOf(contract, found.after)?.block;
      const focus = before?.kind === 'step' ? `step|${before.id}` : `stage|${stageOf(contract, spot)}`;
      return { words, edits: [{ kind: 'remove-block', id: spot.id }], focus };
    }
    case 'cell': {
      if (spot.card === null) return null;
      const cards = findStep(contract, spot.step)?.cells[spot.lane] ?? [];
      const at = cards.findIndex(({ id }) => id === spot.card);
      const beside = cards[at + 1] ?? cards[at - 1];
      return {
        words,
        edits: [{ kind: 'remove-card', id: spot.card }],
        focus: keyOf({ ...spot, card: beside?.id ?? null }),
      };
    }
    case 'empty':
      return null;
  }
}

/** Puts a group around a step or group. */
export function wrap(contract: JourneyContract, id: string, kind: Group['kind']): Deed | null {
  const found = placeOf(contract, id);
  if (found === null) return null;
  const group: Group = { kind, id: newId('group'), isOptional: false, atMost: null, blocks: [] };
  return {
    words: WORDS.deed.group,
    edits: [
      { kind: 'add-block', block: group, into: found.into, after: found.after },
      { kind: 'move-block', id, into: group.id, after: null },
    ],
    focus: `group|${group.id}`,
  };
}

/** Takes a group away and leaves its steps where they are. */
export function unwrap(contract: JourneyContract, id: string): Deed | null {
  const found = placeOf(contract, id);
  if (found === null || found.block.kind === 'step') return null;
  let after = id;
  const moves = found.block.blocks.map((block): Edit => {
    const edit: Edit = { kind: 'move-block', id: block.id, into: found.into, after };
    after = block.id;
    return edit;
  });
  const first = found.block.blocks[0];
  return {
    words: WORDS.deed.ungroup,
    edits: [...moves, { kind: 'remove-block', id }],
    focus: first ? `${first.kind === 'step' ? 'step' : 'group'}|${first.id}` : null,
  };
}
