import type { Behind } from '../analysis/scope.ts';
import type { Measured } from './measured.ts';
import type { Side } from './watch.ts';

/** The people behind what is unusual; null: there is nobody, as with what is missing, or nobody can be named by it. */
export function behindMeasured(measured: Measured, side: Side): Behind | null {
  switch (measured.kind) {
    case 'events':
      if (side === 'fewer') return null;
      return measured.activity === null ? { kind: 'all' } : { kind: 'activity', activity: measured.activity };
    case 'answers': {
      const { activity, which } = measured;
      if (which === 'given' || side === 'fewer') return null;
      return { kind: 'voice', at: activity === null ? null : { kind: 'activity', activity }, felt: which };
    }
    case 'map':
      switch (measured.fact) {
        case 'got-it':
          return { kind: 'map-fact', fact: 'goal', is: side === 'more' };
        case 'unhappy':
          return { kind: 'voice', at: null, felt: 'unhappy' };
        default:
          return { kind: 'map-fact', fact: measured.fact, is: side === 'more' };
      }
    case 'step':
      return side === 'fewer' ? null : { kind: 'map-step', step: measured.step, which: measured.which, channel: null };
    case 'callbacks':
    case 'source':
    case 'arrivals':
      return null;
  }
}
