import type { Moment, Timeline } from '@continuo/core';
import {
  drawTimeline,
  type FocusStop,
  formatCount,
  formatDateTime,
  timelineSentence,
  timelineTable,
} from '@continuo/diagram';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useAnswer, useOverview } from '../../api/hooks.ts';
import { PageHead } from '../../app/page-head.tsx';
import { useCommand } from '../../commands/live.ts';
import { ExportMenu } from '../../diagrams/export-menu.tsx';
import { Fitted } from '../../diagrams/fitted.tsx';
import { ShareButton } from '../../diagrams/share-button.tsx';
import { TableView } from '../../diagrams/table-view.tsx';
import { plainName } from '../../format/plain-name.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ChannelMark } from '../../ui/channel-mark.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { CUSTOMERS_WORDS, PERSON_WORDS as WORDS } from '../../words/customers.ts';
import { FELT_WORDS } from '../../words/marks.ts';
import { Reveal } from '../accounts/reveal.tsx';
import { OpenCallback } from '../recovery/open-callback.tsx';
import styles from './person.module.css';
import { personName } from './person-name.ts';

/** Everything one customer lived, across channels, on one time line or in rows. */
export function PersonPage() {
  const { ws, person } = useParams({ from: '/w/$ws/shell/customers/$person' });
  const search = useSearch({ from: '/w/$ws/shell/customers/$person' });
  const navigate = useNavigate();
  const { workspace } = useOverview();
  const input = { person };
  const { data, error, refetch } = useAnswer('timeline', {}, input);
  const isTable = search.show === 'table';
  const toggle = () =>
    void navigate({
      to: '/w/$ws/customers/$person',
      params: { ws, person },
      search: { show: isTable ? undefined : 'table' },
    });
  useCommand('view.table', toggle);
  const name = personName(person);
  const timeline = data?.result;
  return (
    <div className={styles.page}>
      <PageHead
        title={name}
        before={{
          text: CUSTOMERS_WORDS.title,
          link: (
            <Link to="/w/$ws/customers" params={{ ws }}>
              {CUSTOMERS_WORDS.title}
            </Link>
          ),
        }}
        after={<span className="meta">{WORDS.madeUp}</span>}
        actions={
          <>
            <OpenCallback person={person} />
            <Button onPress={toggle}>{isTable ? WORDS.drawing : WORDS.table}</Button>
            <ShareButton />
            <ExportMenu of={{ diagram: 'timeline', input }} />
            <Link to="/w/$ws/stories/$run" params={{ ws, run: `p-${person}-1` }} className={buttonClass('primary')}>
              {WORDS.story}
            </Link>
          </>
        }
      />
      {error && <ProblemBox error={error} onRetry={() => void refetch()} />}
      {!timeline && !error && <Skeleton height={320} />}
      {timeline?.moments.length === 0 && <Empty title={WORDS.unknown} says={CUSTOMERS_WORDS.none.says} />}
      {timeline && timeline.moments.length > 0 && (
        <>
          <Said timeline={timeline} timeZone={workspace.timeZone} />
          {isTable ? (
            <TableView table={timelineTable(timeline)} timeZone={workspace.timeZone} />
          ) : (
            <Drawn timeline={timeline} timeZone={workspace.timeZone} />
          )}
        </>
      )}
    </div>
  );
}

function Said({ timeline, timeZone }: { readonly timeline: Timeline; readonly timeZone: string }) {
  const sentence = timelineSentence(timeline, timeZone);
  return (
    <div className={styles.say}>
      <p className={styles.lead}>{sentence.lead}</p>
      <p>{sentence.rest}</p>
      <div className={styles.known}>
        <Reveal person={timeline.person} />
      </div>
      {timeline.leftOut > 0 && <p className="meta">{WORDS.leftOut(formatCount(timeline.leftOut))}</p>}
    </div>
  );
}

function Drawn({ timeline, timeZone }: { readonly timeline: Timeline; readonly timeZone: string }) {
  const [selected, setSelected] = useState<number | null>(null);
  const draw = useCallback(
    (width: number) => drawTimeline(timeline, { width, timeZone, selected }),
    [timeline, timeZone, selected],
  );
  const moment = selected === null ? undefined : timeline.moments[selected];
  const choose = (stop: FocusStop) => {
    const at = /^moment:(\d+)$/.exec(stop.id)?.[1];
    setSelected(at === undefined ? null : Number(at));
  };
  return (
    <div className={styles.body}>
      <Fitted draw={draw} onStop={choose} isWhole />
      <Card title={WORDS.chosen} className={styles.chosen}>
        {moment ? <Chosen moment={moment} timeZone={timeZone} /> : <p className="meta">{WORDS.choose}</p>}
      </Card>
    </div>
  );
}

function Chosen({ moment, timeZone }: { readonly moment: Moment; readonly timeZone: string }) {
  const properties = Object.entries(moment.properties);
  return (
    <div className={styles.moment}>
      <h3>{moment.activity}</h3>
      <p className="meta">
        {formatDateTime(moment.timeMs, timeZone)} <ChannelMark channel={moment.channel} isNamed />
      </p>
      {moment.score !== null && (
        <p>
          {WORDS.score(formatCount(moment.score), moment.scale)}
          {moment.felt !== 'none' && `, ${FELT_WORDS[moment.felt]}`}
        </p>
      )}
      {moment.text && <q>{moment.text}</q>}
      <dl className={styles.properties}>
        {properties.map(([name, value]) => (
          <div key={name}>
            <dt>{plainName(name)}</dt>
            <dd>{String(value)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
