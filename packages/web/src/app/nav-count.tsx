import { formatCount } from '@continuo/diagram';
import styles from './shell.module.css';

/** How many wait at a page of the navigation; none is not shown. `hint` says to a screen reader what they are. */
export function NavCount({ count, hint }: { readonly count: number; readonly hint: string }) {
  if (count === 0) return null;
  return (
    <span className={styles.count}>
      {formatCount(count)}
      <span className="sr"> {hint}</span>
    </span>
  );
}
