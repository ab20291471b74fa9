import type { Summary } from '@continuo/core';
import { formatDateTime } from '@continuo/diagram';
import { Link, useParams } from '@tanstack/react-router';
import { useAnswer, useOverview } from '../../api/hooks.ts';
import { PageHead } from '../../app/page-head.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { HOME_WORDS } from '../../words/home.ts';
import { SHELL_WORDS } from '../../words/shell.ts';
import { Bars } from './bars.tsx';
import { Facts } from './facts.tsx';
import { FirstSteps } from './first-steps.tsx';
import styles from './home.module.css';
import { Touchpoints } from './touchpoints.tsx';
import { TwoStories } from './two-stories.tsx';

const EVERYONE = { unit: 'person' } as const;

/** What there is: two stories, the facts of the data, where it hurts, what to do next. */
export function HomePage() {
  const { ws } = useParams({ from: '/w/$ws' });
  const overview = useOverview();
  const { workspace, checklist, dataAsOfMs } = overview;
  return (
    <>
      <PageHead
        title={HOME_WORDS.title}
        after={
          <>
            {workspace.isDemo && <Chip tone="watch">{SHELL_WORDS.sample}</Chip>}
            {dataAsOfMs !== null && <Chip>{HOME_WORDS.dataAsOf(formatDateTime(dataAsOfMs, workspace.timeZone))}</Chip>}
          </>
        }
      />
      {checklist.hasData ? (
        <HomeParts />
      ) : (
        <Empty title={HOME_WORDS.empty.title} says={HOME_WORDS.empty.says}>
          <Link to="/w/$ws/welcome" params={{ ws }} className={buttonClass('primary')}>
            {HOME_WORDS.empty.action}
          </Link>
        </Empty>
      )}
    </>
  );
}

function HomeParts() {
  const { hasCases } = useOverview();
  const scope = { unit: hasCases ? ('case' as const) : ('person' as const) };
  const { data, error, refetch } = useAnswer('summary', scope, {});
  // Customers, events and channels are of everybody, also of those in no case: as on every other page.
  const everyone = useAnswer('summary', EVERYONE, {}).data?.result;
  const { channels, begin, end } = HOME_WORDS;
  return (
    <div className={styles.page}>
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
        <TwoStories />
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
    </div>
  );
}

function endRows(ends: Summary['starts'], kind: 'start' | 'end') {
  return ends.map(({ activity, runs }) => ({ name: activity, size: runs, behind: { kind, activity } }));
}
