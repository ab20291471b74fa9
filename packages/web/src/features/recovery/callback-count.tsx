import { formatCount } from '@continuo/diagram';
import { useMay } from '../../api/session.ts';
import { SHELL_WORDS } from '../../words/shell.ts';
import styles from './count.module.css';
import { useCallbacks } from './use-callbacks.ts';

/** How many call-backs are mine or nobody's, beside the name of the page; nothing for those who do not work them. */
export function CallbackCount() {
  const { data } = useCallbacks('mine', 1, useMay('operator'));
  const waiting = data ? data.counts.mine + data.counts.unassigned : 0;
  if (waiting === 0) return null;
  return (
    <span className={styles.count}>
      {formatCount(waiting)}
      <span className="sr"> {SHELL_WORDS.counts.callbacks}</span>
    </span>
  );
}
