import type { Silent, SilentGroup } from '../analysis/feedback.ts';
import { newcombe } from '../stats/newcombe.ts';

/** Below this many people in either group nothing is claimed. */
export const SILENT_FROM = 30;

/** What a sentence about those who did not answer may say. */
export type SilentSays =
  | { readonly kind: 'too-few'; readonly answered: number; readonly silent: number }
  | { readonly kind: 'everybody-answered' }
  | { readonly kind: 'compared'; readonly called: SilentCompared; readonly left: SilentCompared | null };

export interface SilentCompared {
  readonly silent: { readonly n: number; readonly of: number };
  readonly answered: { readonly n: number; readonly of: number };
  /** `same`: no difference seen. It goes together with not answering; it is not its cause. */
  readonly than: 'more' | 'less' | 'same';
}

/** Whether those who did not answer called or left more often: by Newcombe's 95 % interval of the difference, from 30 people each. */
export function silentSays({ answered, silent }: Silent): SilentSays {
  if (silent.people === 0 && answered.people > 0) return { kind: 'everybody-answered' };
  if (answered.people < SILENT_FROM || silent.people < SILENT_FROM)
    return { kind: 'too-few', answered: answered.people, silent: silent.people };
  const compare = (of: (group: SilentGroup) => number): SilentCompared => {
    const [quiet, spoke] = [
      { n: of(silent), of: silent.people },
      { n: of(answered), of: answered.people },
    ];
    const difference = newcombe(quiet, spoke);
    const than = difference === null ? 'same' : difference.lo > 0 ? 'more' : difference.hi < 0 ? 'less' : 'same';
    return { silent: quiet, answered: spoke, than };
  };
  // Where nobody left, of neither, there is nothing to tell apart.
  const hasLeft = answered.left !== null && silent.left !== null && answered.left + silent.left > 0;
  return {
    kind: 'compared',
    called: compare(({ called }) => called),
    left: hasLeft ? compare(({ left }) => left ?? 0) : null,
  };
}
