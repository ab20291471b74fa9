import { formatCount } from '@continuo/diagram';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { CALLBACK_WORDS as WORDS } from '../../words/callbacks.ts';
import styles from './callbacks.module.css';
import { MeasuresDialog } from './measures-dialog.tsx';
import { useMeasures } from './use-callbacks.ts';

/** How call-backs went in the last four weeks, as counts; it opens what is behind them. */
export function MeasuresLine() {
  const { data } = useMeasures();
  const [isOpen, setOpen] = useState(false);
  if (!data) return null;
  const { opened, answered, putRight, again } = data;
  return (
    <p className={styles.measures}>
      {WORDS.lastWeeks}{' '}
      <Button look="link" onPress={() => setOpen(true)}>
        <b>{formatCount(opened)}</b> {WORDS.opened}, <b>{formatCount(answered.inTime)}</b> {WORDS.inTime}
        {putRight.asked > putRight.unanswered && (
          <>
            , <b>{WORDS.outOf(formatCount(putRight.yes), formatCount(putRight.asked - putRight.unanswered))}</b>{' '}
            {WORDS.putRight}
          </>
        )}
        , <b>{formatCount(again)}</b> {WORDS.again}.
      </Button>
      {isOpen && <MeasuresDialog measures={data} onClose={() => setOpen(false)} />}
    </p>
  );
}
