/**
 * What a map allows, as a tree. Step numbers are small positive integers, stable for a journey; 0 is never in a tree (it
 * stands for touches that are not on the map).
 */
export type ProcessTree =
  | { readonly kind: 'step'; readonly step: number }
  /** All children, one after the other. */
  | { readonly kind: 'sequence'; readonly children: readonly ProcessTree[] }
  /** Exactly one of the children; with `nothing` among them the others are optional. */
  | { readonly kind: 'choice'; readonly children: readonly ProcessTree[] }
  /** All children, in any order, also mixed. */
  | { readonly kind: 'any-order'; readonly children: readonly ProcessTree[] }
  /** The body, then any number of times `redo` and the body again; null: nothing between. `atMost` counts passes of the body. */
  | {
      readonly kind: 'repeat';
      readonly body: ProcessTree;
      readonly redo: ProcessTree | null;
      readonly atMost: number | null;
    }
  /** Goes through without a step. */
  | { readonly kind: 'nothing' };
