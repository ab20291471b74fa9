import type { JourneyGap } from './journey-gaps.ts';
import type { Behind } from './scope.ts';

/** Who stands behind the size of a gap; null: nobody can be listed (rules, and promises that are gone). */
export function behindGap({ kind, step, activity, channel, promise }: JourneyGap): Behind | null {
  switch (kind) {
    case 'not-on-map':
      return activity === null ? null : { kind: 'map-off', activity };
    case 'late':
      return promise === null ? null : { kind: 'map-promise', promise, is: 'late' };
    case 'rule':
      return null;
    case 'other-channel':
      return step === null ? null : { kind: 'map-step', step, which: 'other-channel', channel };
    // Whom it broke for is behind the gap that says so.
    case 'we-skipped':
      return step === null ? null : { kind: 'map-step', step, which: 'we-missed', channel: null };
    case 'partner-skipped':
      return step === null ? null : { kind: 'map-step', step, which: 'partner-missed', channel: null };
    default:
      return step === null ? null : { kind: 'map-step', step, which: kind, channel: null };
  }
}
