import { ACTIVITIES } from '../world/names.ts';

/** What an answer comes down to: sums and counts that must be the same on every side. */
export type Facts = Readonly<Record<string, number>>;

export const WORKLOADS = ['path-graph', 'variants', 'funnel', 'flow', 'retention', 'sessions'] as const;
export type Workload = (typeof WORKLOADS)[number];

export const DAY_MS = 86_400_000;
export const FUNNEL_WINDOW_MS = 7 * DAY_MS;
export const SESSION_GAP_MS = DAY_MS;
export const LAP_GAP_MS = 30 * DAY_MS;
export const FLOW = { before: 2, after: 5 } as const;
export const VARIANTS_LISTED = 20;

// The first kind of journey walks the touchpoints 0, 1, 2 …: they are frequent, and in this order.
export const FUNNEL_STEPS: readonly string[] = ACTIVITIES.slice(0, 5);
export const FLOW_ANCHOR: string = ACTIVITIES[2] as string;

/** Names of the facts of which sides are equal up to floating point only. */
export function differences(one: Facts, other: Facts): readonly string[] {
  return Object.keys(one).filter((key) => {
    const a = one[key] as number;
    const b = other[key];
    return b !== undefined && Math.abs(a - b) > 1e-9 * Math.max(Math.abs(a), Math.abs(b));
  });
}
