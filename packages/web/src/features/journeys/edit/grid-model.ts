import type { Block, Group, JourneyContract, Lane, Stage, Step } from '@continuo/core';

/** A column of the grid: a step, or the room of a stage or group that has none yet. */
export type EditColumn =
  | { readonly kind: 'step'; readonly step: Step; readonly stage: Stage; readonly groups: readonly Group[] }
  | { readonly kind: 'empty'; readonly into: string; readonly stage: Stage; readonly groups: readonly Group[] };

export interface Span<Thing> {
  readonly thing: Thing;
  readonly from: number;
  readonly columns: number;
}

/** Where something may be put: after `after` in the stage or group `into`, which is before the column `at`. */
export interface Slot {
  readonly into: string;
  readonly after: string | null;
  readonly at: number;
}

export interface GridModel {
  readonly columns: readonly EditColumn[];
  readonly stages: readonly Span<Stage>[];
  /** Groups by depth, outermost first. */
  readonly groups: readonly (readonly Span<Group>[])[];
  readonly lanes: readonly Lane[];
  /** Every place for a step or group, in reading order. */
  readonly slots: readonly Slot[];
}

/** The grid of a draft: steps as columns, lanes as rows. */
export function gridModel(contract: JourneyContract): GridModel {
  const columns: EditColumn[] = [];
  const groups: Span<Group>[][] = [];
  const slots: Slot[] = [];
  const fill = (stage: Stage, into: string, blocks: readonly Block[], around: readonly Group[]): void => {
    slots.push({ into, after: null, at: columns.length });
    if (blocks.length === 0) columns.push({ kind: 'empty', into, stage, groups: around });
    for (const block of blocks) {
      if (block.kind === 'step') columns.push({ kind: 'step', step: block, stage, groups: around });
      else {
        const from = columns.length;
        fill(stage, block.id, block.blocks, [...around, block]);
        const row = groups[around.length] ?? [];
        groups[around.length] = row;
        row.push({ thing: block, from, columns: columns.length - from });
      }
      slots.push({ into, after: block.id, at: columns.length });
    }
  };
  const stages = contract.stages.map((stage): Span<Stage> => {
    const from = columns.length;
    fill(stage, stage.id, stage.blocks, []);
    return { thing: stage, from, columns: columns.length - from };
  });
  return { columns, stages, groups, lanes: contract.lanes, slots };
}

/** A group or step by its id, with the stage or group it stands in and what stands before it. */
export interface FoundPlace {
  readonly block: Block;
  readonly into: string;
  readonly after: string | null;
}

export function placeOf(contract: JourneyContract, id: string): FoundPlace | null {
  const visit = (into: string, blocks: readonly Block[]): FoundPlace | null => {
    for (const [i, block] of blocks.entries()) {
      if (block.id === id) return { block, into, after: blocks[i - 1]?.id ?? null };
      const below = block.kind === 'step' ? null : visit(block.id, block.blocks);
      if (below) return below;
    }
    return null;
  };
  for (const stage of contract.stages) {
    const found = visit(stage.id, stage.blocks);
    if (found) return found;
  }
  return null;
}

/** Slots a block may move to: none inside itself, none where it stands already. */
export function slotsFor(contract: JourneyContract, model: GridModel, id: string): readonly Slot[] {
  const found = placeOf(contract, id);
  if (found === null) return [];
  const own = new Set<string>();
  const collect = (block: Block): void => {
    own.add(block.id);
    if (block.kind !== 'step') block.blocks.forEach(collect);
  };
  collect(found.block);
  return model.slots.filter(
    ({ into, after }) => !own.has(into) && after !== id && !(into === found.into && after === found.after),
  );
}
