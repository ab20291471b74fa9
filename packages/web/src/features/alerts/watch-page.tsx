import type { Watch } from '@continuo/contract';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { client } from '../../api/client.ts';
import { useMay } from '../../api/session.ts';
import { PageHead } from '../../app/page-head.tsx';
import { announce } from '../../ui/announcer.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Checks, TextField } from '../../ui/field.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ALERT_WORDS as WORDS } from '../../words/alerts.ts';
import styles from './alerts.module.css';
import { forgetAlerts, useWatch } from './use-alerts.ts';
import { WatchChart } from './watch-chart.tsx';
import { WatchFacts } from './watches-page.tsx';

/** One watch: how it stands, whom it tells, from when on it learns. */
export function WatchPage() {
  const { ws, id } = useParams({ from: '/w/$ws/shell/alerts/watches/$id' });
  const { data, error, refetch } = useWatch(id);
  return (
    <>
      <PageHead
        title={data?.name ?? WORDS.theWatch}
        isSmall
        before={{
          text: WORDS.tabs.watches,
          link: (
            <Link to="/w/$ws/alerts/watches" params={{ ws }}>
              {WORDS.tabs.watches}
            </Link>
          ),
        }}
      />
      <div className={styles.page}>
        {error && <ProblemBox error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton lines={6} />}
        {data && (
          <>
            <WatchFacts watch={data} />
            {data.alert !== null && (
              <p>
                <Link to="/w/$ws/alerts/$id" params={{ ws, id: String(data.alert) }} className={buttonClass('link')}>
                  {WORDS.theAlert}
                </Link>
              </p>
            )}
            <WatchChart chart={data.chart} name={data.name} spoken={[]} />
            <Change key={data.id} watch={data} />
          </>
        )}
      </div>
    </>
  );
}

function Change({ watch }: { readonly watch: Watch }) {
  const { ws } = useParams({ from: '/w/$ws' });
  const navigate = useNavigate();
  const mayChange = useMay('editor');
  const [name, setName] = useState(watch.name);
  const [owner, setOwner] = useState(watch.owner);
  const [mails, setMails] = useState(watch.mails.join(', '));
  const [where, setWhere] = useState<readonly string[]>(watch.hasWebhook ? ['webhook'] : []);
  const [learnFrom, setLearnFrom] = useState('');
  const params = { id: String(watch.id) };
  const done = (words: string) => async () => {
    announce(words);
    await forgetAlerts();
  };
  const change = useMutation({
    mutationFn: () =>
      client.call('changeWatch', {
        params,
        body: {
          ...{ name, owner },
          mails: mails.split(/[,;\s]+/).filter((one) => one !== ''),
          hasWebhook: where.includes('webhook'),
        },
      }),
    onSuccess: done(WORDS.changed),
  });
  const relearn = useMutation({
    mutationFn: () => client.call('relearnWatch', { params, body: { learnFrom } }),
    onSuccess: done(WORDS.learnt),
  });
  const remove = useMutation({
    mutationFn: () => client.call('removeWatch', { params }),
    onSuccess: async () => {
      await navigate({ to: '/w/$ws/alerts/watches', params: { ws } });
      await done(WORDS.stopped(watch.name))();
    },
  });
  if (!mayChange) return null;
  const error = change.error ?? relearn.error ?? remove.error;
  const save = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <form className={styles.form} onSubmit={save}>
      <div className={styles.pair}>
        <TextField label={WORDS.watch.name} value={name} onChange={setName} />
        <TextField label={WORDS.watch.owner} value={owner} onChange={setOwner} />
      </div>
      <TextField label={WORDS.watch.mails} value={mails} help={WORDS.watch.mailsHelp} onChange={setMails} />
      <Checks
        label={WORDS.watch.where}
        options={[{ id: 'webhook', text: WORDS.watch.webhook }]}
        chosen={where}
        onChange={setWhere}
      />
      {error && <ProblemBox error={error} />}
      <div className={styles.actions}>
        <Button type="submit" look="primary" isDisabled={change.isPending || name.trim() === ''}>
          {WORDS.change}
        </Button>
      </div>
      <div className={styles.actions}>
        <TextField label={WORDS.learnFrom} type="date" value={learnFrom} onChange={setLearnFrom} />
        <Button isDisabled={learnFrom === '' || relearn.isPending} onPress={() => relearn.mutate()}>
          {WORDS.learnAnew}
        </Button>
        <Button look="ghost" isDisabled={remove.isPending} onPress={() => remove.mutate()}>
          {WORDS.stop}
        </Button>
      </div>
    </form>
  );
}
