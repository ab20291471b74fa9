import type { PackedAlignments, ProblemCode, ProcessTree, SequenceBatch, StepCosts } from '@continuo/core';

/** What a worker is told: first the map it will need, then batches of sequences, one at a time. */
export type AlignOrder =
  | { readonly type: 'map'; readonly map: number; readonly tree: ProcessTree; readonly costs: StepCosts }
  | { readonly type: 'batch'; readonly map: number; readonly batch: SequenceBatch; readonly isOpen: boolean };

/** What it answers to a batch. */
export type AlignAnswer =
  | { readonly type: 'aligned'; readonly packed: PackedAlignments }
  | {
      readonly type: 'failed';
      readonly code: ProblemCode;
      readonly message: string;
      readonly details: Readonly<Record<string, unknown>>;
    };
