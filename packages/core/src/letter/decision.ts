import type { Change } from './change.ts';
import { worstOf } from './what-changed.ts';

/** The one decision a letter asks for. */
export type Decision =
  /** Harm, better or another way for which nobody is named. */
  | { readonly kind: 'name-owner'; readonly change: Change }
  | { readonly kind: 'mend'; readonly change: Change }
  | { readonly kind: 'offer'; readonly change: Change }
  | { readonly kind: 'help-late'; readonly late: number }
  | { readonly kind: 'map'; readonly change: Change };

/**
 * The one decision wanted: who answers for the worst harm; what to mend of it; who helps with call-backs past due; whether to
 * offer what serves customers better; whether the map should say what they do. Harm that is watched already is decided. Null:
 * nothing is to be decided.
 */
export function decisionWanted(
  changes: readonly Change[],
  ownerOf: (change: Change) => string | null,
): Decision | null {
  const isOpen = (change: Change): boolean => change.kind !== 'gap' || change.decided === null;
  const worst = worstOf(changes.filter(isOpen));
  if (worst !== null) return { kind: ownerOf(worst) === null ? 'name-owner' : 'mend', change: worst };
  const late = changes.find(({ kind }) => kind === 'late');
  if (late !== undefined) return { kind: 'help-late', late: late.people };
  const good = changes.find((one) => one.kind === 'gap' && one.tone === 'good' && !one.isRarer && isOpen(one));
  if (good !== undefined) return { kind: 'offer', change: good };
  const other = changes.find((one) => one.tone === 'plus' && isOpen(one));
  return other === undefined ? null : { kind: 'map', change: other };
}
