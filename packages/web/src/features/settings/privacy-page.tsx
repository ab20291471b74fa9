import type { Privacy } from '@continuo/contract';
import { useQuery } from '@tanstack/react-query';
import { client } from '../../api/client.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Columns } from '../../ui/columns.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { PRIVACY_WORDS as WORDS } from '../../words/settings.ts';
import { DataHead } from '../data/data-head.tsx';
import { HeldList } from './held-list.tsx';
import styles from './settings.module.css';
import { SwitchesCard } from './switches-card.tsx';

/** What is held, why, how long and who sees it; what can be shown about employees; what is switched off. */
export function PrivacyPage() {
  const { data, error, refetch } = useQuery({
    queryKey: ['privacy'],
    queryFn: ({ signal }) => client.call('privacy', { signal }),
  });
  const actions = (['privacySheet', 'staffSheet'] as const).map((route) => (
    <a key={route} href={client.fileUrl(route)} download className={buttonClass('plain')}>
      {route === 'privacySheet' ? WORDS.downloads.sheet : WORDS.downloads.staff}
    </a>
  ));
  return (
    <>
      <DataHead title={WORDS.title} note={WORDS.note} actions={actions} />
      {error && <ProblemBox error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={6} />}
      {data && (
        <Columns
          beside={
            <>
              <SwitchesCard switches={data.switches} />
              <Card title={WORDS.outside}>
                {data.outside.length === 0 ? <p>{WORDS.nobodyElse}</p> : <Outside outside={data.outside} />}
              </Card>
              <Card title={WORDS.staff}>
                <Rules title={WORDS.shows} rules={data.staff.shows} />
                <Rules title={WORDS.never} rules={data.staff.never} />
              </Card>
            </>
          }
        >
          <Card title={WORDS.held}>
            <HeldList held={data.held} />
          </Card>
        </Columns>
      )}
    </>
  );
}

function Outside({ outside }: Pick<Privacy, 'outside'>) {
  return (
    <ul className={styles.rules}>
      {outside.map(({ who, what }) => (
        <li key={`${who} ${what}`}>
          <b>{who}</b>
          <p>{what}</p>
        </li>
      ))}
    </ul>
  );
}

function Rules({ title, rules }: { readonly title: string; readonly rules: Privacy['staff']['shows'] }) {
  return (
    <>
      <h3 className={styles.group}>{title}</h3>
      <ul className={styles.rules}>
        {rules.map(({ says, how }) => (
          <li key={says}>
            <b>{says}</b>
            <p>{how}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
