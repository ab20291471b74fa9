import type { AuditEntryShown } from '@continuo/contract';
import { formatCount, formatDateTime } from '@continuo/diagram';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/client.ts';
import { useOverview } from '../../api/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { type Column, DataGrid } from '../../ui/data-grid.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Choice } from '../../ui/field.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AUDIT_WORDS as WORDS } from '../../words/accounts.ts';
import { DataHead } from '../data/data-head.tsx';
import styles from './accounts.module.css';
import { Refusal } from './refusal.tsx';

const sayAction = (action: string): string => WORDS.actions[action] ?? action;

/** What was done, newest first, and whether the log is whole. */
export function AuditPage() {
  const { timeZone } = useOverview().workspace;
  const [action, setAction] = useState('');
  const query = useInfiniteQuery({
    queryKey: ['audit', action],
    queryFn: ({ pageParam, signal }) =>
      client.call('auditLog', {
        query: { ...(action && { action }), ...(pageParam > 0 && { before: String(pageParam) }) },
        signal,
      }),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next ?? undefined,
    staleTime: 0,
  });
  const check = useMutation({ mutationFn: () => client.call('auditCheck') });
  const entries = query.data?.pages.flatMap((page) => page.entries) ?? [];
  const actions = query.data?.pages[0]?.actions ?? [];
  const { columns } = WORDS;
  const shown: readonly Column<AuditEntryShown>[] = [
    { id: 'when', label: columns.when, cell: (one) => formatDateTime(one.atMs, timeZone) },
    { id: 'who', label: columns.who, cell: (one) => one.name ?? one.actor },
    { id: 'did', label: columns.did, cell: (one) => sayAction(one.action) },
    { id: 'thing', label: columns.thing, cell: (one) => WORDS.things[one.thing] ?? one.thing },
    { id: 'more', label: columns.more, cell: (one) => sayDetails(one.details) },
  ];
  return (
    <>
      <DataHead title={WORDS.title} note={WORDS.note} />
      <div className={styles.filter}>
        <Choice
          label={WORDS.action}
          value={action}
          options={[{ id: '', text: WORDS.all }, ...actions.map((id) => ({ id, text: sayAction(id) }))]}
          onChange={setAction}
        />
        <Button isDisabled={check.isPending} onPress={() => check.mutate()}>
          {check.isPending ? WORDS.checking : WORDS.check}
        </Button>
        {check.data && (
          <p role="status">
            {check.data.isWhole
              ? WORDS.whole(formatCount(check.data.entries), check.data.head.slice(0, 16))
              : WORDS.broken(formatCount(check.data.brokenAt ?? 0))}
          </p>
        )}
        <Refusal error={check.error} />
      </div>
      {query.error && <ProblemBox error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton lines={6} />}
      {query.data && entries.length === 0 && <Empty title={WORDS.none.title} says={WORDS.none.says} />}
      {entries.length > 0 && (
        <div className={styles.grid}>
          <DataGrid
            label={WORDS.list}
            columns={shown}
            rows={entries}
            rowKey={(one) => String(one.id)}
            rowCount={query.hasNextPage ? entries.length + 1 : entries.length}
            onEnd={() => query.hasNextPage && !query.isFetching && void query.fetchNextPage()}
          />
        </div>
      )}
    </>
  );
}

function sayDetails(details: AuditEntryShown['details']): string {
  return Object.entries(details)
    .map(([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join(', ');
}
