import type { ActOnAlert, WholeAlert } from '@continuo/contract';
import { isHeardOnly } from '@continuo/core';
import { formatDateTime } from '@continuo/diagram';
import { useMutation } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { client, queryClient } from '../../api/client.ts';
import { useOverview } from '../../api/hooks.ts';
import { useMay } from '../../api/session.ts';
import { PageHead } from '../../app/page-head.tsx';
import { announce } from '../../ui/announcer.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Choice, TextField } from '../../ui/field.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ALERT_WORDS as WORDS } from '../../words/alerts.ts';
import { AlertBeside } from './alert-beside.tsx';
import styles from './alerts.module.css';
import { AlertFacts } from './alerts-page.tsx';
import { forgetAlerts, useAlert } from './use-alerts.ts';
import { WatchChart } from './watch-chart.tsx';

/** One alert: what, since when, where on the map, whose; what is done about it. */
export function AlertPage() {
  const { ws, id } = useParams({ from: '/w/$ws/shell/alerts/$id' });
  const { data, error, refetch } = useAlert(id);
  return (
    <>
      <PageHead
        title={data?.name ?? WORDS.title}
        isSmall
        before={{
          text: WORDS.title,
          link: (
            <Link to="/w/$ws/alerts" params={{ ws }}>
              {WORDS.title}
            </Link>
          ),
        }}
      />
      <div className={styles.page}>
        {error && <ProblemBox error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton lines={6} />}
        {data && (
          <>
            <p className={styles.says}>{data.says}</p>
            <AlertFacts alert={data} />
            <WatchChart chart={data.chart} name={data.name} spoken={[data.noticedMs]} />
            <p className={styles.actions}>
              <Where alert={data} />
              <Link to="/w/$ws/alerts/watches/$id" params={{ ws, id: String(data.watch) }} className={buttonClass()}>
                {WORDS.theWatch}
              </Link>
            </p>
            <AlertBeside alert={data} />
            <Acts alert={data} />
            <Log alert={data} />
          </>
        )}
      </div>
    </>
  );
}

/** Where it is: on a map, among the call-backs, with the sources. */
function Where({ alert: { measured } }: { readonly alert: WholeAlert }) {
  const { ws } = useParams({ from: '/w/$ws' });
  if (measured.kind === 'callbacks')
    return (
      <Link to="/w/$ws/callbacks" params={{ ws }} search={{ tab: 'past-due' }} className={buttonClass()}>
        {WORDS.callbacks}
      </Link>
    );
  if (isHeardOnly(measured))
    return (
      <Link to="/w/$ws/data/sources" params={{ ws }} className={buttonClass()}>
        {WORDS.sources}
      </Link>
    );
  if (measured.kind !== 'map' && measured.kind !== 'step') return null;
  const search = measured.kind === 'step' ? { step: `step:${measured.step}` } : {};
  return (
    <Link
      to="/w/$ws/journeys/$key"
      params={{ ws, key: measured.journey }}
      search={search as never}
      className={buttonClass()}
    >
      {WORDS.onMap}
    </Link>
  );
}

const DAY_MS = 86_400_000;
const QUIET = { day: DAY_MS, week: 7 * DAY_MS, month: 28 * DAY_MS } as const;

function Acts({ alert }: { readonly alert: WholeAlert }) {
  const mayAct = useMay('editor');
  const [note, setNote] = useState('');
  const [quiet, setQuiet] = useState<keyof typeof QUIET>('day');
  const act = useMutation({
    mutationFn: (body: ActOnAlert) => client.call('actOnAlert', { params: { id: String(alert.id) }, body }),
    onSuccess: (next, { kind }) => {
      queryClient.setQueryData(['alerts', String(alert.id)], next);
      if (kind === 'acknowledge') announce(WORDS.acknowledged);
      if (kind === 'comment') {
        announce(WORDS.said);
        setNote('');
      }
      void forgetAlerts();
    },
  });
  if (!mayAct) return null;
  const isMuted = alert.mutedUntilMs !== null && alert.mutedUntilMs > Date.now();
  const say = (event: FormEvent) => {
    event.preventDefault();
    if (note.trim() !== '') act.mutate({ kind: 'comment', note: note.trim() });
  };
  return (
    <>
      {act.error && <ProblemBox error={act.error} />}
      {alert.closedMs === null && (
        <div className={styles.actions}>
          {!alert.acknowledged && (
            <Button look="primary" onPress={() => act.mutate({ kind: 'acknowledge' })}>
              {WORDS.acknowledge}
            </Button>
          )}
          {isMuted ? (
            <Button onPress={() => act.mutate({ kind: 'unmute' })}>{WORDS.unmute}</Button>
          ) : (
            <>
              <Choice
                label={WORDS.muteFor.label}
                value={quiet}
                options={(['day', 'week', 'month'] as const).map((id) => ({ id, text: WORDS.muteFor[id] }))}
                onChange={(id) => setQuiet(id as keyof typeof QUIET)}
              />
              <Button onPress={() => act.mutate({ kind: 'mute', untilMs: Date.now() + QUIET[quiet] })}>
                {WORDS.mute}
              </Button>
            </>
          )}
        </div>
      )}
      <form className={styles.form} onSubmit={say}>
        <TextField label={WORDS.comment} value={note} onChange={setNote} />
        <div className={styles.actions}>
          <Button type="submit">{WORDS.say}</Button>
        </div>
      </form>
    </>
  );
}

function Log({ alert: { log } }: { readonly alert: WholeAlert }) {
  const { timeZone } = useOverview().workspace;
  return (
    <section>
      <h2>{WORDS.log}</h2>
      <ol className={styles.log}>
        {log.map(({ atMs, actor, kind, note }) => (
          <li key={`${atMs} ${kind} ${note}`}>
            <span className="meta">{formatDateTime(atMs, timeZone)}</span> {actor && <b>{actor}</b>}{' '}
            {WORDS.logKinds[kind]} {kind !== 'muted' && <span className={styles.note}>{note}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
