import type { JourneyDefinition } from '@continuo/core';

/** The journey that a scope of unit `journey` means, with everything that judges its runs there: nothing is looked up later. */
export interface ResolvedJourney {
  readonly key: string;
  /** Oldest first; empty: nothing has been built, and every question finds nothing. */
  readonly definitions: readonly JourneyDefinition[];
}
