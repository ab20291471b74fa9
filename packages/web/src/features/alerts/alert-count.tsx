import { formatCount } from '@continuo/diagram';
import { SHELL_WORDS } from '../../words/shell.ts';
import styles from './count.module.css';
import { useOpenAlerts } from './use-alerts.ts';

/** How many alerts are open and not quiet, beside the name of the page; none is not shown. */
export function AlertCount() {
  const open = useOpenAlerts();
  if (open === 0) return null;
  return (
    <span className={styles.count}>
      {formatCount(open)}
      <span className="sr"> {SHELL_WORDS.counts.alerts}</span>
    </span>
  );
}
