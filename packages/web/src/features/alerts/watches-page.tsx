import type { Watch } from '@continuo/contract';
import { formatDate } from '@continuo/diagram';
import { Link, useParams } from '@tanstack/react-router';
import { useOverview } from '../../api/hooks.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Chip, type ChipTone } from '../../ui/chip.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ALERT_WORDS as WORDS } from '../../words/alerts.ts';
import styles from './alerts.module.css';
import { AlertsHead } from './alerts-head.tsx';
import { useWatches } from './use-alerts.ts';

const TONES: Readonly<Record<Watch['state'], ChipTone>> = {
  learning: 'plain',
  fine: 'good',
  open: 'harm',
  'no-data': 'watch',
};

/** Every number that is watched, with how it stands. */
export function WatchesPage() {
  const { ws } = useParams({ from: '/w/$ws' });
  const { data, error, refetch } = useWatches();
  return (
    <>
      <AlertsHead />
      <div className={styles.page}>
        {error && <ProblemBox error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton lines={4} />}
        {data?.length === 0 && (
          <Empty {...WORDS.none.watches}>
            <Link to="/w/$ws/journeys" params={{ ws }} className={buttonClass()}>
              {WORDS.onMap}
            </Link>
          </Empty>
        )}
        {data && data.length > 0 && (
          <ul className={styles.list} aria-label={WORDS.tabs.watches}>
            {data.map((watch) => (
              <li key={watch.id} className={styles.card}>
                <h2>
                  <Link
                    to="/w/$ws/alerts/watches/$id"
                    params={{ ws, id: String(watch.id) }}
                    className={buttonClass('link')}
                  >
                    {watch.name}
                  </Link>
                </h2>
                <WatchFacts watch={watch} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}

/** State, owner, until when it is quiet. */
export function WatchFacts({ watch }: { readonly watch: Watch }) {
  const { timeZone } = useOverview().workspace;
  const { state, how, learnt, silent, owner, mutedUntilMs, judgedToMs } = watch;
  const name = state === 'open' && how === 'missing' ? WORDS.missing : WORDS.states[state];
  return (
    <p className={styles.meta}>
      <Chip tone={TONES[state]}>{name}</Chip>
      {state === 'no-data' && <span>{WORDS.silent(silent)}</span>}
      {state === 'learning' && <span>{WORDS.learning(learnt.have, learnt.need)}</span>}
      <span>{owner === '' ? WORDS.noOwner : WORDS.owner(owner)}</span>
      {mutedUntilMs !== null && mutedUntilMs > Date.now() && (
        <Chip>{WORDS.muted(formatDate(mutedUntilMs, timeZone))}</Chip>
      )}
      {judgedToMs !== null && <span className="meta">{WORDS.lookedTo(formatDate(judgedToMs - 1, timeZone))}</span>}
    </p>
  );
}
