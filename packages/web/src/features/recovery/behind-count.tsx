import type { CallbackCount } from '@continuo/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ChevronLeft } from 'lucide-react';
import { client } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { CALLBACK_WORDS } from '../../words/callbacks.ts';
import styles from './callbacks.module.css';
import { DueChip } from './due-chip.tsx';

const WORDS = CALLBACK_WORDS.behind;

/** A count that is looked behind. */
export interface Behind {
  readonly count: CallbackCount;
  /** `journey/step` or `off-map`. */
  readonly cause: string | undefined;
}

/** The call-backs that one count is made of, the newest first. */
export function BehindCount({
  count,
  cause,
  fromMs,
  toMs,
  onBack,
  onFollow,
}: Behind & {
  readonly fromMs: number;
  readonly toMs: number;
  readonly onBack: () => void;
  readonly onFollow: () => void;
}) {
  const { ws } = useParams({ from: '/w/$ws' });
  const query = useInfiniteQuery({
    queryKey: ['callbacks', 'behind', count, cause, fromMs, toMs],
    queryFn: ({ pageParam, signal }) =>
      client.call('callbacks', {
        query: {
          ...{ behind: count, from: String(fromMs), to: String(toMs) },
          ...(cause !== undefined && { cause }),
          ...(pageParam !== null && { after: pageParam }),
        },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  const pages = query.data?.pages ?? [];
  return (
    <div className={styles.behind}>
      <div>
        <Button look="ghost" onPress={onBack}>
          <ChevronLeft size={14} aria-hidden="true" />
          {WORDS.back}
        </Button>
      </div>
      {query.error && <ProblemBox error={query.error} onRetry={() => void query.refetch()} />}
      {!query.data && !query.error && <Skeleton lines={6} />}
      <ul className={styles.rows} aria-label={WORDS.list}>
        {pages.flatMap(({ items, nowMs, timeZone }) =>
          items.map((entry) => (
            <li key={entry.id} className={styles.row}>
              <Link
                to="/w/$ws/callbacks/$id"
                params={{ ws, id: String(entry.id) }}
                className={styles.rowLink}
                onClick={onFollow}
              >
                <span className={styles.rowHead}>
                  <b>{entry.name}</b>
                  <DueChip callback={entry} nowMs={nowMs} timeZone={timeZone} />
                </span>
                <span className={styles.what}>{entry.what}</span>
              </Link>
            </li>
          )),
        )}
      </ul>
      {query.hasNextPage && (
        <div>
          <Button isDisabled={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
            {CALLBACK_WORDS.more}
          </Button>
        </div>
      )}
    </div>
  );
}
