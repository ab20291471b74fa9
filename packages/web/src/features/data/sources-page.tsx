import type { Import } from '@continuo/contract';
import { formatCount, formatDateTime } from '@continuo/diagram';
import { Link, useParams } from '@tanstack/react-router';
import { useImports, useOverview } from '../../api/hooks.ts';
import { buttonClass } from '../../ui/button.tsx';
import { type Column, DataGrid } from '../../ui/data-grid.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { SOURCES_WORDS as WORDS } from '../../words/data.ts';
import styles from './data.module.css';
import { DataHead } from './data-head.tsx';

/** Where events come from: the imports that are complete. */
export function SourcesPage() {
  const { ws } = useParams({ from: '/w/$ws' });
  const { timeZone, isDemo } = useOverview().workspace;
  const { data, error, refetch } = useImports();
  const sources = data?.filter((one) => one.status === 'done') ?? [];
  const { columns } = WORDS;
  const shown: readonly Column<Import>[] = [
    {
      id: 'file',
      label: columns.file,
      cell: (one) => (
        <Link to="/w/$ws/data/imports/$id" params={{ ws, id: String(one.id) }} className={buttonClass('link')}>
          {one.file}
        </Link>
      ),
    },
    { id: 'events', label: columns.events, isNumber: true, cell: (one) => formatCount(one.eventsStored) },
    { id: 'rejected', label: columns.rejected, isNumber: true, cell: (one) => formatCount(one.rowsRejected) },
    { id: 'when', label: columns.when, cell: (one) => formatDateTime(one.finishedMs ?? one.createdMs, timeZone) },
    { id: 'notes', label: columns.notes, cell: (one) => one.notes.join(' ') },
  ];
  return (
    <>
      <DataHead title={WORDS.title} note={WORDS.note} />
      {error && <ProblemBox error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={4} />}
      {data && sources.length === 0 && (
        <Empty title={isDemo ? WORDS.none.sample : WORDS.none.title} says={WORDS.none.says}>
          <Link to="/w/$ws/data/imports" params={{ ws }} className={buttonClass('primary')}>
            {WORDS.none.action}
          </Link>
        </Empty>
      )}
      {sources.length > 0 && (
        <div className={styles.grid}>
          <DataGrid label={WORDS.title} columns={shown} rows={sources} rowKey={(one) => String(one.id)} />
        </div>
      )}
    </>
  );
}
