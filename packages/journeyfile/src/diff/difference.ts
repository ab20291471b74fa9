/** One difference between two versions of a map. */
export interface Difference {
  readonly kind: 'added' | 'removed' | 'moved' | 'renamed' | 'changed';
  readonly of: 'journey' | 'stage' | 'group' | 'step' | 'lane' | 'card' | 'promise' | 'rule';
  /** Id of the thing; of a card its own; of the journey its key. */
  readonly id: string;
  /** The step a card belongs to; null: no card. */
  readonly step: string | null;
  /** Field that changed, as in the data; null unless `changed`. */
  readonly field: string | null;
  readonly words: string;
}

/** The difference as one line: `+ step “I pay” added to “Choose”`. */
export function differenceText({ kind, words }: Difference): string {
  const mark = kind === 'added' ? '+' : kind === 'removed' ? '−' : '~';
  return `${mark} ${words}`;
}
