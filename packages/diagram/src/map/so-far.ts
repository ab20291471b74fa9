import type { Count, JourneyMap, Share } from '@continuo/core';
import { formatCount, formatShare } from '../words/format.ts';

/** Fewer finished journeys than this are counted, not estimated. */
const ENOUGH_FINISHED = 30;

/** People still under way, of whom it is not known yet. */
export function underWay({ statuses }: JourneyMap, share: Count | Share): number {
  return 'method' in share && share.method.startsWith('Aalen-Johansen') ? Math.min(statuses.open, share.of) : 0;
}

/** People of whom it is known. */
export function finished(lived: JourneyMap, share: Count | Share): number {
  return share.of - underWay(lived, share);
}

/**
 * "61 of 100". While some are under way: the estimate that neither counts them as lost nor leaves them out, and under 30
 * finished ones the count of those, "5 of 12 so far".
 */
export function soFarText(lived: JourneyMap, share: Count | Share): string {
  if (underWay(lived, share) === 0 || !('estimate' in share)) return formatShare(share.n, share.of);
  const ended = finished(lived, share);
  if (ended < ENOUGH_FINISHED) return `${formatCount(share.n)} of ${formatCount(ended)} so far`;
  return formatShare(Math.round(share.estimate * 1000), 1000);
}

/** "390 so far, 26 of 640 still under way"; "390 of 640" when nobody is; empty where the share says it all. */
export function soFarNote(lived: JourneyMap, share: Count | Share): string {
  const open = underWay(lived, share);
  if (open > 0)
    return `${formatCount(share.n)} so far, ${formatCount(open)} of ${formatCount(share.of)} still under way`;
  return share.of < 100 ? '' : `${formatCount(share.n)} of ${formatCount(share.of)}`;
}
