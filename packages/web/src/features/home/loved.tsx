import type { Home } from '@continuo/contract';
import { Heart } from 'lucide-react';
import { Card } from '../../ui/card.tsx';
import { classes } from '../../ui/classes.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { HOME_WORDS } from '../../words/home.ts';
import styles from './home.module.css';

const WORDS = HOME_WORDS.loved;

/** Moments that customers loved, in their words, with the team behind them; never a person. */
export function CustomersLoved({ home, className }: { readonly home: Home; readonly className?: string | undefined }) {
  const { moments, rule } = home.loved;
  return (
    <Card title={WORDS.title} icon={<Heart size={14} strokeWidth={1.75} aria-hidden="true" />} className={className}>
      {moments.length === 0 &&
        (home.isCounting ? (
          <Skeleton lines={4} />
        ) : (
          <p className="meta">{rule ? `${WORDS.none} ${rule}` : WORDS.none}</p>
        ))}
      <ul>
        {moments.map(({ title, quote, says, owner }) => (
          <li key={title} className={classes(styles.line, styles.loved)}>
            <div>
              <b>{quote === null ? title : `“${quote}”`}</b>
              <div className="meta">{[...(quote === null ? [] : [title]), owner, says].filter(Boolean).join(', ')}</div>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
