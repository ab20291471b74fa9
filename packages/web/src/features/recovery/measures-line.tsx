import { formatCount } from '@continuo/diagram';
import { CALLBACK_WORDS as WORDS } from '../../words/callbacks.ts';
import styles from './callbacks.module.css';
import { useMeasures } from './use-callbacks.ts';

/** How call-backs went in the last four weeks, as counts. */
export function MeasuresLine() {
  const { data } = useMeasures();
  if (!data) return null;
  const { opened, answered, putRight, again } = data;
  return (
    <p className={styles.measures}>
      {WORDS.lastWeeks} <b>{WORDS.opened(formatCount(opened))}</b>, {WORDS.inTime(formatCount(answered.inTime))}
      {putRight.asked > 0 && (
        <>, {WORDS.putRight(formatCount(putRight.yes), formatCount(putRight.asked - putRight.unanswered))}</>
      )}
      , {WORDS.again(formatCount(again))}.
    </p>
  );
}
