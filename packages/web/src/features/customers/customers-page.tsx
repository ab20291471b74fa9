import type { PersonRow } from '@continuo/core';
import { counted, formatCount, formatDate, formatDuration } from '@continuo/diagram';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { client } from '../../api/client.ts';
import { useOverview } from '../../api/hooks.ts';
import { useMay } from '../../api/session.ts';
import { PageHead } from '../../app/page-head.tsx';
import { useCommand } from '../../commands/live.ts';
import { ShareButton } from '../../diagrams/share-button.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { ChannelMark } from '../../ui/channel-mark.tsx';
import { type Column, DataGrid } from '../../ui/data-grid.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FeltCounts } from '../../ui/felt-counts.tsx';
import { SearchField } from '../../ui/field.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Refreshing, Skeleton } from '../../ui/skeleton.tsx';
import type { CustomersSearch } from '../../url/search.ts';
import { CUSTOMERS_WORDS as WORDS } from '../../words/customers.ts';
import { DENIED_WORDS } from '../../words/data.ts';
import { FilterBar } from '../paths/filter-bar.tsx';
import { scopeOf } from '../paths/use-scope.ts';
import styles from './customers.module.css';
import { personName } from './person-name.ts';

const STEP = 200;
const SEARCH_ID = 'customer-search';
const SORTS = { recent: 'last', events: 'events', longest: 'took', unhappy: 'felt' } as const;

/** Everyone, one row each: search, sort, filter, open. */
export function CustomersPage() {
  const search = useSearch({ from: '/w/$ws/shell/customers' });
  const navigate = useNavigate();
  const overview = useOverview();
  const change = (next: CustomersSearch, options?: { readonly replace?: boolean }) =>
    void navigate({
      to: '.',
      search: (last: CustomersSearch) => ({ ...last, ...next }),
      replace: options?.replace ?? false,
    } as never);
  const maySearch = useMay('operator');
  const sort = search.sort ?? 'recent';
  const { from, to, f, q } = search;
  const scope = useMemo(
    () => ({ ...scopeOf({ from, to, f }, overview), unit: 'person' as const }),
    [from, to, f, overview],
  );
  const query = useInfiniteQuery({
    queryKey: ['customers', scope, sort, q],
    queryFn: ({ pageParam, signal }) =>
      client.ask('people', { scope, input: { sort, search: q ?? null, limit: STEP, offset: pageParam }, signal }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => (last.result.rows.length < STEP ? undefined : pages.length * STEP),
    placeholderData: keepPreviousData,
  });
  useCommand('list.search', () => document.getElementById(SEARCH_ID)?.focus());
  const rows = query.data?.pages.flatMap((page) => page.result.rows) ?? [];
  const first = query.data?.pages[0]?.result;
  const columns = useColumns();
  return (
    <div className={styles.page}>
      <PageHead title={WORDS.title} after={<span className="meta">{WORDS.note}</span>} actions={<ShareButton />} />
      <FilterBar control={[search, change]} hasUnit={false} note={first && counted(first.people, WORDS.customer)} />
      {maySearch ? (
        <SearchRow text={q ?? ''} onText={(text) => change({ q: text || undefined }, { replace: true })} />
      ) : (
        <p className={`meta ${styles.searchRow}`}>{DENIED_WORDS.search}</p>
      )}
      <div className={styles.grid}>
        <Refreshing isOn={query.isFetching && rows.length > 0} />
        {query.error && <ProblemBox error={query.error} onRetry={() => void query.refetch()} />}
        {!first && !query.error && <Skeleton lines={6} />}
        {first?.runs === 0 && (
          <Empty title={WORDS.none.title} says={WORDS.none.says}>
            <Button onPress={() => change({ q: undefined, f: undefined, from: undefined, to: undefined })}>
              {WORDS.none.action}
            </Button>
          </Empty>
        )}
        {first && first.runs > 0 && (
          <DataGrid
            label={WORDS.title}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.run}
            rowCount={first.runs}
            onEnd={() => query.hasNextPage && !query.isFetching && void query.fetchNextPage()}
            sorting={{
              column: SORTS[sort],
              isDown: true,
              onSort: (column) => {
                const found = Object.entries(SORTS).find(([, id]) => id === column)?.[0];
                change({ sort: found as CustomersSearch['sort'] });
              },
            }}
          />
        )}
      </div>
    </div>
  );
}

/** The box keeps what is typed; the address follows when typing rests. */
function SearchRow({ text, onText }: { readonly text: string; readonly onText: (text: string) => void }) {
  const [typed, setTyped] = useState(text);
  const settled = useDeferredValue(typed);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed changes the address
  useEffect(() => {
    if (settled === text) return;
    const timer = setTimeout(() => onText(settled), 200);
    return () => clearTimeout(timer);
  }, [settled]);
  return (
    <search className={styles.searchRow}>
      <div className={styles.search}>
        <SearchField id={SEARCH_ID} label={WORDS.search} value={typed} onChange={setTyped} />
      </div>
    </search>
  );
}

function useColumns(): readonly Column<PersonRow>[] {
  const { ws } = useParams({ from: '/w/$ws' });
  const { timeZone } = useOverview().workspace;
  const { columns } = WORDS;
  return [
    {
      id: 'name',
      label: columns.name,
      cell: (row) => (
        <Link to="/w/$ws/customers/$person" params={{ ws, person: row.person }} className={buttonClass('link')}>
          {personName(row.person)}
        </Link>
      ),
    },
    { id: 'last', label: columns.last, sortName: columns.last, cell: (row) => formatDate(row.lastMs, timeZone) },
    { id: 'at', label: columns.at, cell: (row) => row.lastActivity },
    { id: 'felt', label: columns.felt, sortName: columns.felt, cell: (row) => <FeltCounts {...row} /> },
    {
      id: 'channels',
      label: columns.channels,
      cell: (row) => (
        <span className={styles.channels}>
          {row.channels.map((channel) => (
            <ChannelMark key={channel} channel={channel} />
          ))}
        </span>
      ),
    },
    {
      id: 'events',
      label: columns.events,
      sortName: columns.events,
      isNumber: true,
      cell: (row) => formatCount(row.events),
    },
    {
      id: 'took',
      label: columns.took,
      sortName: columns.took,
      isNumber: true,
      cell: (row) => formatDuration(row.lastMs - row.startMs),
    },
    {
      id: 'story',
      label: columns.story,
      cell: (row) => (
        <Link to="/w/$ws/stories/$run" params={{ ws, run: row.run }} className={buttonClass('link')}>
          {WORDS.read}
          <span className="sr"> {WORDS.readOf(personName(row.person))}</span>
        </Link>
      ),
    },
  ];
}
