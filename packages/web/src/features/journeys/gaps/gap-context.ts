import type { GapContext, JourneyGap } from '@continuo/core';
import type { MapInput } from '@continuo/diagram';

/** What a gap's id does not tell: where it happens most, and how long nine of ten take. */
export function gapContext({ step, kind, promise }: JourneyGap, { lived }: Pick<MapInput, 'lived'>): GapContext {
  const kept = lived?.promises.find((one) => one.promise === promise);
  return {
    after: kind === 'not-on-map' ? step : null,
    nineOfTenMs: kept?.wait ? Math.max(1, Math.ceil(kept.wait.p90Ms)) : null,
  };
}
