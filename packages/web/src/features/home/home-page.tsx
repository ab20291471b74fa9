import { formatDateTime } from '@continuo/diagram';
import { Link, useParams } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useOverview } from '../../api/hooks.ts';
import { useMay } from '../../api/session.ts';
import { PageHead } from '../../app/page-head.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { HOME_WORDS } from '../../words/home.ts';
import { SHELL_WORDS } from '../../words/shell.ts';
import { Changes } from './changes.tsx';
import { FiveJourneys } from './five-journeys.tsx';
import styles from './home.module.css';
import { CustomersLoved } from './loved.tsx';
import { More } from './more.tsx';
import { TwoStories } from './two-stories.tsx';
import { useHome } from './use-home.ts';
import { WaitingForYou } from './waiting.tsx';

/** What waits for the reader, what changed for customers, what they loved, two stories, and the journeys that need it most. */
export function HomePage() {
  const { ws } = useParams({ from: '/w/$ws' });
  const { workspace, checklist, dataAsOfMs } = useOverview();
  const mayEdit = useMay('editor');
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
        actions={
          checklist.hasData && (
            <>
              <Link to="/w/$ws/letters" params={{ ws }} className={buttonClass()}>
                {HOME_WORDS.letter}
              </Link>
              {mayEdit && (
                <Link to="/w/$ws/journeys" params={{ ws }} search={{ new: 'blank' }} className={buttonClass('primary')}>
                  <Plus size={14} strokeWidth={1.75} aria-hidden="true" />
                  {HOME_WORDS.newMap}
                </Link>
              )}
            </>
          )
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
  const { data: home, error, refetch } = useHome();
  return (
    <div className={styles.page}>
      {error && (
        <div className={styles.all}>
          <ProblemBox error={error} onRetry={() => void refetch()} />
        </div>
      )}
      {!home && !error && (
        <div className={styles.all}>
          <Skeleton height={320} />
        </div>
      )}
      {home && (
        <>
          <WaitingForYou home={home} className={styles.third} />
          <Changes home={home} className={styles.rest} />
          <CustomersLoved home={home} className={styles.third} />
          <TwoStories home={home} className={styles.rest} />
          <FiveJourneys home={home} className={styles.all} />
          {home.isCounting && (
            <p className={`meta ${styles.all}`} role="status">
              {HOME_WORDS.counting}
            </p>
          )}
          <More isWanted={home.journeysInAll === 0} />
        </>
      )}
    </div>
  );
}
