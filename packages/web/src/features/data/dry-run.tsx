import type { Mapping } from '@continuo/contract';
import { formatCount, formatDateTime } from '@continuo/diagram';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { client } from '../../api/client.ts';
import { useOverview } from '../../api/hooks.ts';
import { Card } from '../../ui/card.tsx';
import { ChannelMark } from '../../ui/channel-mark.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { MAPPING_WORDS as WORDS } from '../../words/data.ts';
import styles from './data.module.css';

/** While fields are being chosen, the dry run waits so long. */
const SETTLE_MS = 400;
const MOMENTS = 8;

/** Five whole customers made with this mapping. */
export function DryRunView({
  id,
  mapping,
  isOn,
}: {
  readonly id: number;
  readonly mapping: Mapping;
  readonly isOn: boolean;
}) {
  const { timeZone } = useOverview().workspace;
  const settled = useSettled(mapping);
  const { data, error } = useQuery({
    queryKey: ['dry-run', id, settled],
    queryFn: ({ signal }) => client.call('dryRun', { params: { id }, body: settled, signal }),
    placeholderData: keepPreviousData,
    enabled: isOn,
    retry: false,
  });
  return (
    <Card title={WORDS.dryRun} note={data && WORDS.dryRunRead(formatCount(data.rowsRead), formatCount(data.rejected))}>
      <p className="meta">{isOn ? WORDS.dryRunSays : WORDS.dryRunWaits}</p>
      {error && <ProblemBox error={error} />}
      {!data && !error && isOn && <Skeleton lines={6} />}
      {data?.rejects.slice(0, 5).map((reject) => (
        <p key={`${reject.line}`} className={styles.warn}>
          {WORDS.line(formatCount(reject.line), reject.reason)}
        </p>
      ))}
      {!error &&
        data?.timelines.map((timeline) => (
          <section key={`${timeline.person}\n${timeline.caseKey}`} className={styles.timeline}>
            <h3>
              {timeline.person}
              {timeline.caseKey && timeline.caseKey !== timeline.person && (
                <span className="meta">{timeline.caseKey}</span>
              )}
            </h3>
            <ol className={styles.moments} data-channels={settled.channel !== null || undefined}>
              {timeline.moments
                .slice(0, MOMENTS)
                .map((moment, at) => ({ moment, key: `${at}` }))
                .map(({ moment, key }) => (
                  <li key={key}>
                    <span className="meta">{formatDateTime(moment.timeMs, timeZone)}</span>
                    {settled.channel !== null && <ChannelMark channel={moment.channel} isNamed />}
                    <span>
                      {moment.activity} {moment.score !== null && <b>{WORDS.score(moment.score, settled.scale)}</b>}{' '}
                      {moment.text && <q>{moment.text}</q>}
                    </span>
                  </li>
                ))}
            </ol>
            {timeline.moments.length > MOMENTS && <span className="meta">+{timeline.moments.length - MOMENTS}</span>}
          </section>
        ))}
    </Card>
  );
}

function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
