import type { Alert } from '@continuo/contract';
import { formatDate, formatDay } from '@continuo/diagram';
import { Link, useParams } from '@tanstack/react-router';
import { useOverview } from '../../api/hooks.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ALERT_WORDS as WORDS } from '../../words/alerts.ts';
import styles from './alerts.module.css';
import { AlertsHead } from './alerts-head.tsx';
import { useAlerts } from './use-alerts.ts';

/** What is unusual now. */
export function AlertsPage() {
  return <AlertList which="open" />;
}

/** What was unusual once. */
export function PastAlertsPage() {
  return <AlertList which="past" />;
}

function AlertList({ which }: { readonly which: 'open' | 'past' }) {
  const { ws } = useParams({ from: '/w/$ws' });
  const { data, error, refetch } = useAlerts();
  const alerts = data?.[which];
  return (
    <>
      <AlertsHead />
      <div className={styles.page}>
        <p className="meta">{WORDS.note}</p>
        {error && <ProblemBox error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton lines={4} />}
        {alerts?.length === 0 && (
          <Empty {...WORDS.none[which]}>
            <Link to="/w/$ws/alerts/watches" params={{ ws }} className={buttonClass()}>
              {WORDS.seeWatches}
            </Link>
          </Empty>
        )}
        {alerts && alerts.length > 0 && (
          <ul className={styles.list} aria-label={WORDS.tabs[which]}>
            {alerts.map((alert) => (
              <AlertCard key={alert.id} alert={alert} />
            ))}
          </ul>
        )}
      </div>
    </>
  );
}

function AlertCard({ alert }: { readonly alert: Alert }) {
  const { ws } = useParams({ from: '/w/$ws' });
  return (
    <li className={styles.card}>
      <h2>
        <Link to="/w/$ws/alerts/$id" params={{ ws, id: String(alert.id) }} className={buttonClass('link')}>
          {alert.name}
        </Link>
      </h2>
      <p className={styles.says}>{alert.says}</p>
      <AlertFacts alert={alert} />
    </li>
  );
}

/** State, since when, whose it is, who has seen it. */
export function AlertFacts({ alert }: { readonly alert: Alert }) {
  const { timeZone } = useOverview().workspace;
  const { closedMs, acknowledged, mutedUntilMs, owner, how } = alert;
  return (
    <p className={styles.meta}>
      {closedMs === null ? (
        <Chip tone="harm">{how === 'missing' ? WORDS.missing : WORDS.states.open}</Chip>
      ) : (
        <Chip tone="good">{WORDS.ended(formatDate(closedMs, timeZone))}</Chip>
      )}
      <span>{WORDS.since(formatDay(alert.sinceMs, timeZone))}</span>
      <span className="meta">{WORDS.noticed(formatDay(alert.noticedMs, timeZone))}</span>
      <span>{owner === '' ? WORDS.noOwner : WORDS.owner(owner)}</span>
      {closedMs === null && <span>{acknowledged ? WORDS.seen(acknowledged.by) : WORDS.notSeen}</span>}
      {closedMs === null && mutedUntilMs !== null && mutedUntilMs > Date.now() && (
        <Chip>{WORDS.muted(formatDate(mutedUntilMs, timeZone))}</Chip>
      )}
    </p>
  );
}
