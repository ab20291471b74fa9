import type { Summary } from '@continuo/core';
import { useState } from 'react';
import { useAnswer, useOverview } from '../../api/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { HOME_WORDS } from '../../words/home.ts';
import { Bars } from './bars.tsx';
import { Facts } from './facts.tsx';
import { FirstSteps } from './first-steps.tsx';
import styles from './home.module.css';
import { Touchpoints } from './touchpoints.tsx';

const EVERYONE = { unit: 'person' } as const;
const KEPT = 'continuo.home.more';

/** First steps and what is in the data: shown to whoever wants it, and where there is no map yet. */
export function More({ isWanted }: { readonly isWanted: boolean }) {
  const [isOpen, setOpen] = useState(() => localStorage.getItem(KEPT) === 'open');
  const isShown = isOpen || isWanted;
  const toggle = (): void => {
    localStorage.setItem(KEPT, isOpen ? '' : 'open');
    setOpen(!isOpen);
  };
  return (
    <>
      {!isWanted && (
        <div className={styles.all}>
          <Button onPress={toggle}>{isOpen ? HOME_WORDS.more.close : HOME_WORDS.more.open}</Button>
        </div>
      )}
      {isShown && <Parts />}
    </>
  );
}

function Parts() {
  const { hasCases } = useOverview();
  const scope = { unit: hasCases ? ('case' as const) : ('person' as const) };
  const { data, error, refetch } = useAnswer('summary', scope, {});
  // Customers, events and channels are of everybody, also of those in no case: as on every other page.
  const everyone = useAnswer('summary', EVERYONE, {}).data?.result;
  const { channels, begin, end } = HOME_WORDS;
  return (
    <>
      <div className={styles.third}>
        <FirstSteps />
        {everyone && (
          <Bars
            title={channels.title}
            note={channels.note}
            none={channels.none}
            rows={everyone.channels
              .filter((one) => one.channel !== '')
              .map((one) => ({ name: one.channel, channel: one.channel, size: one.events, people: one.people }))}
          />
        )}
      </div>
      <div className={styles.rest}>
        {error && <ProblemBox error={error} onRetry={() => void refetch()} />}
        {!(data && everyone) && !error && <Skeleton height={180} />}
        {data && everyone && (
          <>
            <Facts journeys={data.result} everyone={everyone} scope={EVERYONE} />
            <div className={styles.ends}>
              <Bars title={begin.title} note={begin.note} scope={scope} rows={endRows(data.result.starts, 'start')} />
              <Bars title={end.title} note={end.note} scope={scope} rows={endRows(data.result.ends, 'end')} />
            </div>
          </>
        )}
      </div>
      {data && <Touchpoints className={styles.all} summary={data.result} scope={scope} />}
    </>
  );
}

function endRows(ends: Summary['starts'], kind: 'start' | 'end') {
  return ends.map(({ activity, runs }) => ({ name: activity, size: runs, behind: { kind, activity } }));
}
