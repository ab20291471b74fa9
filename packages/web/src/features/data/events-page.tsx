import type { ActivityFacts } from '@continuo/core';
import { formatCount, formatDate, formatShare } from '@continuo/diagram';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { client } from '../../api/client.ts';
import { useAnswer, useOverview } from '../../api/hooks.ts';
import { useMay } from '../../api/session.ts';
import { useCommand } from '../../commands/live.ts';
import { About } from '../../ui/about.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { ChannelMark } from '../../ui/channel-mark.tsx';
import { type Column, DataGrid } from '../../ui/data-grid.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FeltCounts } from '../../ui/felt-counts.tsx';
import { SearchField } from '../../ui/field.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { pack } from '../../url/filters.ts';
import { DENIED_WORDS, EVENTS_WORDS as WORDS } from '../../words/data.ts';
import { PeopleNumber } from '../customers/people-number.tsx';
import styles from './data.module.css';
import { DataHead } from './data-head.tsx';

const SEARCH_ID = 'event-search';
const EVERYONE = { unit: 'person' } as const;
const JOURNEYS = { unit: 'case' } as const;
const EXPORTS = ['csv', 'ndjson', 'xes'] as const;

/** The catalogue: every touchpoint that was seen. */
export function EventsPage() {
  const { ws } = useParams({ from: '/w/$ws' });
  const { workspace, hasCases } = useOverview();
  // All events, also those that belong to no case; whether something was done again is a matter of one journey.
  const { data, error, refetch } = useAnswer('activities', EVERYONE, {});
  const journeys = useAnswer('activities', hasCases ? JOURNEYS : EVERYONE, {});
  const [text, setText] = useState('');
  const [sort, setSort] = useState<{ readonly column: string; readonly isDown: boolean }>({
    column: 'events',
    isDown: true,
  });
  useCommand('list.search', () => document.getElementById(SEARCH_ID)?.focus());
  const { columns } = WORDS;
  const { timeZone } = workspace;
  const shown: readonly Column<ActivityFacts>[] = [
    {
      id: 'activity',
      label: columns.activity,
      sortName: columns.activity,
      cell: ({ activity }) => (
        <Link
          to="/w/$ws/paths/graph"
          params={{ ws }}
          search={{ sel: pack(['at', activity]) }}
          className={buttonClass('link')}
        >
          {activity}
        </Link>
      ),
    },
    {
      id: 'events',
      label: columns.events,
      sortName: columns.events,
      isNumber: true,
      cell: (facts) => formatCount(facts.events),
    },
    {
      id: 'people',
      label: columns.people,
      sortName: columns.people,
      isNumber: true,
      cell: ({ activity, people }) => (
        <PeopleNumber behind={{ kind: 'activity', activity }} scope={EVERYONE} what={activity}>
          {formatCount(people)}
        </PeopleNumber>
      ),
    },
    {
      id: 'again',
      label: columns.again,
      sortName: columns.again,
      cell: (facts) => (facts.runs === 0 ? WORDS.notMeasured : formatShare(facts.reworkRuns, facts.runs)),
    },
    { id: 'felt', label: columns.felt, sortName: columns.felt, cell: (facts) => <FeltCounts {...facts} /> },
    {
      id: 'channels',
      label: columns.channels,
      cell: (facts) => (
        <span className={styles.channels}>
          {facts.channels.map(({ channel }) => (
            <ChannelMark key={channel} channel={channel} />
          ))}
        </span>
      ),
    },
    {
      id: 'first',
      label: columns.first,
      sortName: columns.first,
      cell: (facts) => formatDate(facts.firstMs, timeZone),
    },
    { id: 'last', label: columns.last, sortName: columns.last, cell: (facts) => formatDate(facts.lastMs, timeZone) },
  ];
  const all = withJourneys(data?.result.activities ?? [], journeys.data?.result.activities ?? []);
  const rows = all
    .filter((facts) => facts.activity.toLowerCase().includes(text.toLowerCase()))
    .sort((a, b) => (sort.isDown ? -1 : 1) * compare(a, b, sort.column));
  return (
    <>
      <DataHead
        title={WORDS.title}
        note={WORDS.note}
        actions={
          <>
            <About name="events" />
            <Exports />
          </>
        }
      />
      {error && <ProblemBox error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={6} />}
      {data && all.length === 0 && (
        <Empty title={WORDS.none.title} says={WORDS.none.says}>
          <Link to="/w/$ws/data/imports" params={{ ws }} className={buttonClass('primary')}>
            {WORDS.none.action}
          </Link>
        </Empty>
      )}
      {all.length > 0 && (
        <>
          <search className={styles.search}>
            <div>
              <SearchField id={SEARCH_ID} label={WORDS.search} value={text} onChange={setText} />
            </div>
          </search>
          <div className={styles.grid}>
            <DataGrid
              label={WORDS.title}
              columns={shown}
              rows={rows}
              rowKey={(facts) => facts.activity}
              sorting={{
                ...sort,
                onSort: (column) => setSort({ column, isDown: sort.column === column ? !sort.isDown : true }),
              }}
            />
          </div>
        </>
      )}
    </>
  );
}

/** Events of everybody with the journeys that did them again; none where they belong to no journey. */
function withJourneys(everyone: readonly ActivityFacts[], journeys: readonly ActivityFacts[]): ActivityFacts[] {
  const found = new Map(journeys.map((facts) => [facts.activity, facts]));
  return everyone.map((facts) => {
    const { runs = 0, reworkRuns = 0 } = found.get(facts.activity) ?? {};
    return { ...facts, runs, reworkRuns };
  });
}

const VALUES: Readonly<Record<string, (facts: ActivityFacts) => number>> = {
  events: (facts) => facts.events,
  people: (facts) => facts.people,
  again: (facts) => facts.reworkRuns / Math.max(1, facts.runs),
  felt: (facts) => facts.unhappy,
  first: (facts) => facts.firstMs,
  last: (facts) => facts.lastMs,
};

function compare(a: ActivityFacts, b: ActivityFacts, column: string): number {
  const value = VALUES[column];
  return value ? value(a) - value(b) : b.activity.localeCompare(a.activity);
}

/** All events as files, for those who may have them. */
function Exports() {
  if (!useMay('operator')) return <span className="meta">{DENIED_WORDS.export}</span>;
  return EXPORTS.map((format) => (
    <a key={format} href={client.fileUrl('export', {}, { format })} download className={buttonClass('plain')}>
      {WORDS.export(format.toUpperCase())}
    </a>
  ));
}
