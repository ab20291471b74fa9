import { formatCount } from '@continuo/diagram';
import { FELT_WORDS } from '../words/marks.ts';
import { Face } from './face.tsx';
import styles from './marks.module.css';

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
      {(['unhappy', 'neutral', 'happy'] as const).map((felt) => (
        <span key={felt}>
          <Face felt={felt} size={15} />
          <b>{formatCount(counts[felt])}</b>
          <span className="sr"> {FELT_WORDS[felt]}</span>
        </span>
      ))}
    </span>
  );
}
