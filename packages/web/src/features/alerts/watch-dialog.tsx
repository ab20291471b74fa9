import type { WatchPreview } from '@continuo/contract';
import { isHeardOnly, isNoneUsual, type Measured } from '@continuo/core';
import { formatDate } from '@continuo/diagram';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { client } from '../../api/client.ts';
import { type AskScope, useOverview } from '../../api/hooks.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Checks, Choice, ChoiceChips, TextField } from '../../ui/field.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ALERT_WORDS } from '../../words/alerts.ts';
import styles from './alerts.module.css';
import { forgetAlerts } from './use-alerts.ts';
import { WatchChart } from './watch-chart.tsx';

const WORDS = ALERT_WORDS.watch;
const optionsOf = <Id extends string>(texts: Readonly<Record<Id, string>>) =>
  (Object.entries(texts) as [Id, string][]).map(([id, text]) => ({ id, text }));

/** What a watch over a number would say, when it would have spoken, and who is to be told. */
export function WatchDialog({
  measured,
  filters,
  onClose,
}: {
  readonly measured: Measured;
  readonly filters: readonly NonNullable<AskScope['filters']>[number][];
  readonly onClose: () => void;
}) {
  const [how, setHow] = useState<'unusual' | 'missing'>(isHeardOnly(measured) ? 'missing' : 'unusual');
  // Of what none is usual nothing is learnt, and there is one side.
  const isLevel = isNoneUsual(measured);
  const [side, setSide] = useState<'more' | 'fewer' | 'both' | null>(null);
  const [period, setPeriod] = useState<'day' | 'week'>('day');
  const [learnFrom, setLearnFrom] = useState('');
  const [name, setName] = useState<string | null>(null);
  const [owner, setOwner] = useState('');
  const [mails, setMails] = useState('');
  const [where, setWhere] = useState<readonly string[]>([]);
  const wish = {
    ...{ measured, how, period },
    filters: [...filters] as never,
    ...(side === null ? {} : { speaksOf: side }),
    learnFrom: learnFrom === '' ? null : learnFrom,
  };
  const preview = useQuery<WatchPreview>({
    queryKey: ['watch-preview', wish],
    queryFn: ({ signal }) => client.call('previewWatch', { body: wish, signal }),
    placeholderData: keepPreviousData,
  });
  const { data } = preview;
  const shownName = name ?? data?.name ?? '';
  const make = useMutation({
    mutationFn: () =>
      client.call('makeWatch', {
        body: {
          ...wish,
          name: shownName,
          owner,
          mails: mails.split(/[,;\s]+/).filter((one) => one !== ''),
          hasWebhook: where.includes('webhook'),
        },
      }),
    onSuccess: async (watch) => {
      announce(WORDS.saved(watch.name));
      await forgetAlerts();
      onClose();
    },
  });
  const save = (event: FormEvent) => {
    event.preventDefault();
    make.mutate();
  };
  return (
    <Dialog title={WORDS.title} onClose={onClose} place="wide">
      <form className={styles.form} onSubmit={save}>
        {preview.error && <ProblemBox error={preview.error} onRetry={() => void preview.refetch()} />}
        {!data && !preview.error && <Skeleton lines={6} />}
        {data && (
          <>
            <p className={styles.name}>{data.name}</p>
            <WatchChart chart={data.chart} name={data.name} spoken={data.episodes.map(({ spokenMs }) => spokenMs)} />
            <Spoken preview={data} />
          </>
        )}
        {data?.canBeMissing && !isHeardOnly(measured) && (
          <ChoiceChips
            label={WORDS.how}
            value={how}
            options={optionsOf(WORDS.hows)}
            onChange={(id) => setHow(id as typeof how)}
          />
        )}
        <div className={styles.pair}>
          {how === 'unusual' && !isLevel && (
            <>
              <Choice
                label={WORDS.side}
                value={side ?? data?.speaksOf ?? 'both'}
                options={optionsOf(WORDS.sides)}
                onChange={(id) => setSide(id as 'more' | 'fewer' | 'both')}
              />
              <Choice
                label={WORDS.period}
                value={period}
                options={optionsOf(WORDS.periods)}
                onChange={(id) => setPeriod(id as typeof period)}
              />
            </>
          )}
          {!isLevel && (
            <TextField label={WORDS.from} type="date" value={learnFrom} help={WORDS.fromHelp} onChange={setLearnFrom} />
          )}
        </div>
        <div className={styles.pair}>
          <TextField label={WORDS.name} value={shownName} onChange={setName} />
          <TextField label={WORDS.owner} value={owner} onChange={setOwner} />
        </div>
        <TextField label={WORDS.mails} value={mails} help={WORDS.mailsHelp} onChange={setMails} />
        <Checks
          label={WORDS.where}
          options={[{ id: 'webhook', text: WORDS.webhook }]}
          chosen={where}
          onChange={setWhere}
        />
        {make.error && <ProblemBox error={make.error} />}
        <div className={styles.end}>
          <Button type="submit" look="primary" isDisabled={!data || make.isPending}>
            {WORDS.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** When it would have spoken, in words. */
function Spoken({ preview }: { readonly preview: WatchPreview }) {
  const { timeZone } = useOverview().workspace;
  const { lookedBack, episodes, learnt } = preview;
  if (lookedBack === null) return <p>{WORDS.learning(learnt.have, learnt.need)}</p>;
  return (
    <div>
      <p>{WORDS.wouldHave(episodes.length, lookedBack.days)}</p>
      {episodes.length > 0 && (
        <ul className={styles.dates}>
          {episodes.map(({ spokenMs, closedMs }) => (
            <li key={spokenMs}>
              <b>{formatDate(spokenMs, timeZone)}</b>{' '}
              <span className="meta">
                {closedMs === null ? WORDS.still : WORDS.until(formatDate(closedMs, timeZone))}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
