import { type Behind, type Measured, measuredOf } from '@continuo/core';
import { counted, formatCount, formatDate } from '@continuo/diagram';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { AskScope } from '../../api/hooks.ts';
import { useAnswer, useOverview } from '../../api/hooks.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { ChannelMark } from '../../ui/channel-mark.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FeltCounts } from '../../ui/felt-counts.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { PEOPLE_WORDS } from '../../words/people.ts';
import { WatchThis } from '../alerts/watch-this.tsx';
import { OpenCallbacks } from '../recovery/open-callbacks.tsx';
import styles from './people-panel.module.css';
import { personName } from './person-name.ts';

const STEP = 50;

export interface PeoplePanelProps {
  readonly behind: Behind;
  readonly scope: AskScope;
  /** Why these are to be called back, where that is near at hand. */
  readonly why?: string;
  readonly onClose: () => void;
}

/** The customers behind a number, each with their story one step away. */
export function PeoplePanel({ behind, scope, why, onClose }: PeoplePanelProps) {
  const { ws } = useParams({ from: '/w/$ws' });
  const { workspace } = useOverview();
  const [limit, setLimit] = useState(STEP);
  const { data, error, refetch } = useAnswer('people', scope, { behind, limit, sort: 'unhappy' });
  return (
    <Dialog title={PEOPLE_WORDS.title} onClose={onClose} place="side">
      <div className={styles.actions}>
        <WatchThis measured={watchable(behind, scope)} filters={scope.filters ?? []} />
        {why !== undefined && data && (
          <OpenCallbacks people={[...new Set(data.result.rows.map(({ person }) => person))]} why={why} />
        )}
      </div>
      {error && <ProblemBox error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={6} />}
      {data && (
        <>
          <p>
            <b>
              {PEOPLE_WORDS.counts(
                counted(data.result.people, PEOPLE_WORDS.customer),
                counted(data.result.runs, PEOPLE_WORDS.journey),
              )}
            </b>{' '}
            <span className="meta">{PEOPLE_WORDS.names}</span>
          </p>
          {data.result.runs === 0 && <p>{PEOPLE_WORDS.none}</p>}
          {data.result.runs > 0 && data.result.rows.length === 0 && <p>{PEOPLE_WORDS.few}</p>}
          <ul>
            {data.result.rows.map((row) => (
              <li key={row.run} className={styles.row}>
                <Link to="/w/$ws/customers/$person" params={{ ws, person: row.person }} className={buttonClass('link')}>
                  {personName(row.person)}
                </Link>
                <span className={styles.channels}>
                  {row.channels.slice(0, 8).map((channel) => (
                    <ChannelMark key={channel} channel={channel} />
                  ))}
                </span>
                <span className="meta">
                  {PEOPLE_WORDS.events(formatCount(row.events))},{' '}
                  {PEOPLE_WORDS.last(row.lastActivity, formatDate(row.lastMs, workspace.timeZone))}
                </span>
                {row.unhappy + row.neutral + row.happy > 0 && <FeltCounts {...row} />}
                <Link to="/w/$ws/stories/$run" params={{ ws, run: row.run }} className={buttonClass('link')}>
                  {PEOPLE_WORDS.story}
                </Link>
              </li>
            ))}
          </ul>
          {data.result.rows.length > 0 && data.result.rows.length < data.result.runs && limit < 1000 && (
            <Button onPress={() => setLimit(Math.min(1000, limit * 2))}>{PEOPLE_WORDS.more}</Button>
          )}
        </>
      )}
    </Dialog>
  );
}

/** What a watch would look at; null: a number of another version, or one that has no days. */
function watchable(behind: Behind, { journey }: AskScope): Measured | null {
  if (journey && (journey.judgedBy ?? 'in-force') !== 'in-force') return null;
  return measuredOf(behind, journey?.key ?? null);
}
