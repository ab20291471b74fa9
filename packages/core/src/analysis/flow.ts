export interface FlowInput {
  /** The activity the flow is about; null: the start of each run. */
  readonly anchor: string | null;
  /** Steps shown before and after the anchor, 0 … 10. */
  readonly before: number;
  readonly after: number;
  /** Activities kept by name in each layer; all others fall into the rest bucket. */
  readonly top: number;
}

/** What stands in a layer: an activity, the rest bucket, or that the run had begun or ended there. */
export type FlowPlace =
  | { readonly kind: 'activity'; readonly activity: string }
  | { readonly kind: 'rest' | 'start' | 'end' };

export interface FlowNode {
  readonly layer: number;
  readonly place: FlowPlace;
  readonly runs: number;
  readonly people: number;
  /** How many different activities the rest bucket holds; 0 otherwise. */
  readonly restActivities: number;
}

export interface FlowLink {
  /** From a node of `layer` to one of `layer + 1`. */
  readonly layer: number;
  readonly from: FlowPlace;
  readonly to: FlowPlace;
  readonly runs: number;
  readonly people: number;
}

export interface Flow {
  readonly nodes: readonly FlowNode[];
  readonly links: readonly FlowLink[];
  /** Runs that contain the anchor (its first occurrence counts). */
  readonly anchored: number;
}
