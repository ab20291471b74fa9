/** Input of `path-graph`. With sliders, the answer also says how many runs the filtered view explains. */
export interface PathGraphInput {
  /** Share of activities to keep, (0, 1], the most frequent first; null: no filtering, nothing is explained away. */
  readonly activityShare: number | null;
  /** Share of the remaining edges to keep, [0, 1]; every kept activity stays reachable whatever this is. */
  readonly pathShare: number | null;
}

export interface GraphNode {
  readonly activity: string;
  readonly events: number;
  readonly runs: number;
  readonly people: number;
  /** Runs that begin (end) here; ends cut off by the range are not counted. */
  readonly starts: number;
  readonly ends: number;
  /** The channel most of its events came by; `''` when none is known. */
  readonly channel: string;
  /** Answers given at this activity, by how it felt; all 0 means not asked or not answered. */
  readonly unhappy: number;
  readonly neutral: number;
  readonly happy: number;
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /** Times the second activity directly followed the first. */
  readonly count: number;
  readonly runs: number;
  readonly people: number;
  readonly meanMs: number;
  readonly medianMs: number;
  readonly p90Ms: number;
  readonly minMs: number;
  readonly maxMs: number;
}

export interface PathGraph {
  /** By events, most first; equal counts by name. */
  readonly nodes: readonly GraphNode[];
  /** By count, most first; equal counts by names. */
  readonly edges: readonly GraphEdge[];
  /** Null without sliders. */
  readonly view: {
    readonly activities: readonly string[];
    readonly edges: readonly { readonly from: string; readonly to: string }[];
    /** Runs whose every activity and every move is in the view. */
    readonly explainedRuns: number;
    readonly runs: number;
  } | null;
}
