import type { AlertBeside as Beside, WholeAlert } from '@continuo/contract';
import { behindMeasured } from '@continuo/core';
import { formatDay, formatRange } from '@continuo/diagram';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Users } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { client } from '../../api/client.ts';
import { type AskScope, useOverview } from '../../api/hooks.ts';
import { plainName } from '../../format/plain-name.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ALERT_WORDS } from '../../words/alerts.ts';
import styles from './alerts.module.css';

const WORDS = ALERT_WORDS.beside;
const PeoplePanel = lazy(() => import('../customers/people-panel.tsx').then((part) => ({ default: part.PeoplePanel })));

/** Where to look first: what else changed at the same time, as counts, and never called a cause. */
export function AlertBeside({ alert }: { readonly alert: WholeAlert }) {
  const { timeZone } = useOverview().workspace;
  const { data, error, refetch } = useQuery({
    queryKey: ['alerts', String(alert.id), 'beside', alert.lookedToMs],
    queryFn: ({ signal }) => client.call('alertBeside', { params: { id: String(alert.id) }, signal }),
  });
  return (
    <section className={styles.beside}>
      <h2>{WORDS.title}</h2>
      {error && <ProblemBox error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={3} />}
      {data && (
        <>
          <Found beside={data} />
          <p className="meta">
            {WORDS.note(
              formatRange(data.range.fromMs, data.range.toMs, timeZone),
              formatRange(data.before.fromMs, data.before.toMs, timeZone),
            )}
          </p>
        </>
      )}
      <div className={styles.actions}>
        <PeopleBehindAlert alert={alert} />
      </div>
    </section>
  );
}

function Found({ beside: { groups, looked, steps, alerts } }: { readonly beside: Beside }) {
  const { ws } = useParams({ from: '/w/$ws' });
  const { timeZone } = useOverview().workspace;
  const lines: { readonly key: string; readonly line: ReactNode }[] = [
    ...groups.map(({ attribute, value, says }) => ({
      key: `${attribute} ${value}`,
      line: (
        <>
          {WORDS.group} <b>{WORDS.where(plainName(attribute), value)}</b>: {says}
        </>
      ),
    })),
    ...steps.map(({ journey, step, title, says }) => ({
      key: step,
      line: (
        <>
          {WORDS.step}{' '}
          <Link
            to="/w/$ws/journeys/$key"
            params={{ ws, key: journey }}
            search={{ step: `step:${step}` }}
            className={buttonClass('link')}
          >
            {title}
          </Link>
          : {says}
        </>
      ),
    })),
    ...alerts.map(({ id, name, sinceMs }) => ({
      key: `alert ${id}`,
      line: (
        <>
          {WORDS.alert}{' '}
          <Link to="/w/$ws/alerts/$id" params={{ ws, id: String(id) }} className={buttonClass('link')}>
            {name}
          </Link>
          , {ALERT_WORDS.since(formatDay(sinceMs, timeZone))}
        </>
      ),
    })),
  ];
  return (
    <>
      {lines.length > 0 && (
        <ul className={styles.found}>
          {lines.map(({ key, line }) => (
            <li key={key}>{line}</li>
          ))}
        </ul>
      )}
      {groups.length === 0 && looked > 0 && <p>{WORDS.everywhere(looked)}</p>}
      {lines.length === 0 && looked === 0 && <p>{WORDS.nothing}</p>}
    </>
  );
}

/** The customers behind it, from whom call-backs are opened; nothing where there is nobody. */
function PeopleBehindAlert({ alert }: { readonly alert: WholeAlert }) {
  const [isOpen, setOpen] = useState(false);
  const { measured, side, sinceMs, lookedToMs, name } = alert;
  const behind = behindMeasured(measured, side);
  if (behind === null) return null;
  const place =
    measured.kind === 'map' || measured.kind === 'step'
      ? ({ unit: 'journey', journey: { key: measured.journey, judgedBy: 'in-force' } } as const)
      : ({ unit: 'person' } as const);
  const scope: AskScope = { ...place, range: { fromMs: sinceMs, toMs: lookedToMs }, filters: alert.filters };
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <Users size={14} strokeWidth={1.75} aria-hidden="true" />
        {WORDS.people}
      </Button>
      {place.unit === 'journey' && <span className="meta">{WORDS.begun}</span>}
      {isOpen && (
        <Suspense>
          <PeoplePanel behind={behind} scope={scope} why={name} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
