import { formatCount } from '@continuo/diagram';
import { Frown, Meh, Smile } from 'lucide-react';
import { FELT_WORDS } from '../words/marks.ts';
import styles from './marks.module.css';

const FACES = { unhappy: Frown, neutral: Meh, happy: Smile } as const;

export interface FeltCountsProps {
  readonly unhappy: number;
  readonly neutral: number;
  readonly happy: number;
}

/** How many answered unhappy, neutral and happy; "nobody answered" when none did, never three zeros. */
export function FeltCounts(counts: FeltCountsProps) {
  if (counts.unhappy + counts.neutral + counts.happy === 0) return <span className="meta">{FELT_WORDS.nobody}</span>;
  return (
    <span className={styles.felt}>
      {(['unhappy', 'neutral', 'happy'] as const).map((felt) => {
        const Face = FACES[felt];
        return (
          <span key={felt}>
            <span className={`${styles.face} ${styles[felt]}`}>
              <Face size={15} strokeWidth={2} aria-hidden="true" />
            </span>
            <b>{formatCount(counts[felt])}</b>
            <span className="sr"> {FELT_WORDS[felt]}</span>
          </span>
        );
      })}
    </span>
  );
}
