import type { Touchpoint } from '@continuo/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useMayEdit } from '../../../api/journeys.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { channelName } from '../../../ui/channel-mark.tsx';
import { type Column, DataGrid } from '../../../ui/data-grid.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { ProblemBox } from '../../../ui/problem-box.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { TOUCHPOINTS_WORDS as WORDS } from '../../../words/touchpoints.ts';
import { DataHead } from '../../data/data-head.tsx';
import { eventsOf, hasConditions } from './choose-events.ts';
import { RemoveTouchpoint } from './remove-touchpoint.tsx';
import { TouchpointForm } from './touchpoint-form.tsx';
import styles from './touchpoints.module.css';
import { type Users, useTouchpoints, useUsers } from './use-touchpoints.ts';

const MOST_LINKS = 2;

type Asked = { readonly to: 'add' } | { readonly to: 'edit' | 'remove'; readonly touchpoint: Touchpoint };

/** The catalogue of touchpoints: what each is, which events show it, which maps use it. */
export function TouchpointsPage() {
  const { mayEdit } = useMayEdit();
  const { data, error, refetch } = useTouchpoints();
  const { users, error: usersError } = useUsers();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const add = mayEdit && (
    <Button look="primary" onPress={() => setAsked({ to: 'add' })}>
      {WORDS.add}
    </Button>
  );
  const { columns } = WORDS;
  const shown: Column<Touchpoint>[] = [
    {
      id: 'title',
      label: columns.title,
      cell: (touchpoint) =>
        mayEdit ? (
          <Button look="link" onPress={() => setAsked({ to: 'edit', touchpoint })}>
            {touchpoint.title}
          </Button>
        ) : (
          touchpoint.title
        ),
    },
    { id: 'kind', label: columns.kind, cell: ({ kind }) => WORDS.kinds[kind] },
    { id: 'channels', label: columns.channels, cell: ({ channels }) => channels.map(channelName).join(', ') },
    { id: 'events', label: columns.events, cell: ({ matchers }) => eventWords(matchers) },
    { id: 'owner', label: columns.owner, cell: ({ owner }) => owner },
    { id: 'journeys', label: columns.journeys, cell: ({ key }) => <UsedIn touchpoint={key} users={users} /> },
  ];
  if (mayEdit)
    shown.push({
      id: 'remove',
      label: <span className="sr">{columns.remove}</span>,
      cell: (touchpoint) => (
        <Button look="ghost" onPress={() => setAsked({ to: 'remove', touchpoint })}>
          {WORDS.remove.button}
          <span className="sr"> {touchpoint.title}</span>
        </Button>
      ),
    });
  const isEmpty = data?.length === 0;
  return (
    <>
      <DataHead title={WORDS.title} note={WORDS.note} actions={!isEmpty && add} />
      {error && <ProblemBox error={error} onRetry={() => void refetch()} />}
      {usersError && <ProblemBox error={usersError} />}
      {!data && !error && <Skeleton lines={4} />}
      {isEmpty && (
        <Empty title={WORDS.none.title} says={mayEdit ? WORDS.none.says : `${WORDS.none.says} ${WORDS.none.viewer}`}>
          {add}
        </Empty>
      )}
      {data && !isEmpty && <DataGrid label={WORDS.title} columns={shown} rows={data} rowKey={({ key }) => key} />}
      {asked?.to === 'add' && (
        <TouchpointForm touchpoint={null} taken={(data ?? []).map(({ key }) => key)} onClose={close} />
      )}
      {asked?.to === 'edit' && <TouchpointForm touchpoint={asked.touchpoint} taken={[]} onClose={close} />}
      {asked?.to === 'remove' && <RemoveTouchpoint touchpoint={asked.touchpoint} onClose={close} />}
    </>
  );
}

function eventWords(matchers: Touchpoint['matchers']): string {
  if (matchers.length === 0) return WORDS.noEvents;
  const names = eventsOf(matchers).join(', ');
  return matchers.some(hasConditions) ? `${names} (${WORDS.withConditions})` : names;
}

function UsedIn({ touchpoint, users }: { readonly touchpoint: string; readonly users: Users | null }) {
  const { ws } = useParams({ from: '/w/$ws' });
  if (!users) return <span className="meta">{WORDS.looking}</span>;
  const using = users.get(touchpoint) ?? [];
  if (using.length === 0) return <span className="meta">{WORDS.unused}</span>;
  return (
    <span className={styles.journeys}>
      {using.slice(0, MOST_LINKS).map(({ key, title }) => (
        <Link key={key} to="/w/$ws/journeys/$key" params={{ ws, key }} className={buttonClass('link')}>
          {title}
        </Link>
      ))}
      {using.length > MOST_LINKS && <span className="meta">{WORDS.more(using.length - MOST_LINKS)}</span>}
    </span>
  );
}
