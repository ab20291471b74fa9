import type { Answer } from '@continuo/core';
import { counted, type Sentence, type Table } from '@continuo/diagram';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Table2 } from 'lucide-react';
import { lazy, type ReactNode, Suspense } from 'react';
import { useOverview } from '../../api/hooks.ts';
import { PageHead } from '../../app/page-head.tsx';
import { useCommand } from '../../commands/live.ts';
import { ExportMenu } from '../../diagrams/export-menu.tsx';
import { ShareButton } from '../../diagrams/share-button.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Refreshing, Skeleton } from '../../ui/skeleton.tsx';
import { DRAWING_WORDS } from '../../words/drawing.ts';
import { HOME_WORDS } from '../../words/home.ts';
import { PATHS_WORDS as WORDS } from '../../words/paths.ts';
import { FilterBar } from './filter-bar.tsx';
import styles from './paths-frame.module.css';
import { usePathsSearch } from './use-paths.ts';
import { useScope } from './use-scope.ts';
import { ViewTabs } from './view-tabs.tsx';

const TableView = lazy(() => import('../../diagrams/table-view.tsx').then((part) => ({ default: part.TableView })));

export interface PathsFrameProps {
  readonly view: keyof typeof WORDS.views;
  readonly query: {
    readonly data: Answer<unknown> | undefined;
    readonly error: unknown;
    readonly isFetching: boolean;
    readonly refetch: () => unknown;
  };
  readonly sentence: Sentence | null;
  readonly diagram: string;
  readonly input: object;
  /** Controls that belong to this view alone. */
  readonly controls?: ReactNode;
  readonly aside?: ReactNode;
  /** What stands in place of the drawing when people want figures in rows. */
  readonly table: Table | null;
  readonly children: ReactNode;
}

/** What every view of Paths has: tabs, one sentence, one filter bar, the drawing or its table, a side panel. */
export function PathsFrame(props: PathsFrameProps) {
  const { view, query, sentence, table, children } = props;
  const { ws } = useParams({ from: '/w/$ws' });
  const [search, change] = usePathsSearch();
  const scope = useScope(search);
  const { workspace } = useOverview();
  const isTable = search.show === 'table';
  const toggle = () => change({ show: isTable ? undefined : 'table' });
  useCommand('view.table', toggle, table !== null);
  const population = query.data?.population;
  return (
    <div className={styles.page}>
      <PageHead
        title={WORDS.views[view]}
        isSmall
        before={{
          text: WORDS.title,
          link: (
            <Link to="/w/$ws/paths/graph" params={{ ws }}>
              {WORDS.title}
            </Link>
          ),
        }}
        after={<ViewTabs />}
        actions={
          <>
            {table && (
              <Button onPress={toggle}>
                <Table2 size={14} strokeWidth={1.75} aria-hidden="true" />
                {isTable ? DRAWING_WORDS.hideTable : DRAWING_WORDS.table}
              </Button>
            )}
            <ShareButton />
            <ExportMenu of={{ diagram: props.diagram, scope, input: props.input }} />
          </>
        }
      />
      <div className={styles.say}>
        {sentence ? (
          <>
            <p className={styles.lead}>{sentence.lead}</p>
            <p>{sentence.rest}</p>
          </>
        ) : (
          !query.error && query.isFetching && <Skeleton lines={2} />
        )}
      </div>
      <FilterBar
        control={[search, change]}
        note={
          population &&
          WORDS.population(counted(population.people, WORDS.customer), counted(population.runs, WORDS.journey))
        }
      />
      {props.controls}
      <div className={styles.body}>
        <Refreshing isOn={query.isFetching && query.data !== undefined} />
        <div className={styles.main}>
          {query.error ? (
            <ProblemBox error={query.error} onRetry={() => void query.refetch()} />
          ) : population?.runs === 0 ? (
            <NobodyLeft />
          ) : isTable && table ? (
            <Suspense fallback={<Skeleton lines={6} />}>
              <TableView table={table} timeZone={workspace.timeZone} />
            </Suspense>
          ) : (
            children
          )}
        </div>
        {props.aside && <aside className={styles.aside}>{props.aside}</aside>}
      </div>
    </div>
  );
}

function NobodyLeft() {
  const { ws } = useParams({ from: '/w/$ws' });
  const navigate = useNavigate();
  const [search, change] = usePathsSearch();
  const isFiltered = search.f !== undefined || search.from !== undefined || search.to !== undefined;
  return (
    <Empty {...(isFiltered ? WORDS.none : HOME_WORDS.empty)}>
      {search.f !== undefined && <Button onPress={() => change({ f: undefined })}>{WORDS.none.filter}</Button>}
      {(search.from ?? search.to) !== undefined && (
        <Button onPress={() => change({ from: undefined, to: undefined })}>{WORDS.none.period}</Button>
      )}
      {!isFiltered && (
        <button
          type="button"
          className={buttonClass('primary')}
          onClick={() => void navigate({ to: '/w/$ws/welcome', params: { ws } })}
        >
          {HOME_WORDS.empty.action}
        </button>
      )}
    </Empty>
  );
}
