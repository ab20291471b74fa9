import type { Behind } from '@continuo/core';
import { formatCount } from '@continuo/diagram';
import type { AskScope } from '../../api/hooks.ts';
import { Card } from '../../ui/card.tsx';
import { ChannelMark } from '../../ui/channel-mark.tsx';
import { PeopleNumber } from '../customers/people-number.tsx';
import styles from './home.module.css';

/** So many rows are shown. */
const SHOWN = 6;

interface Row {
  readonly name: string;
  readonly channel?: string;
  readonly size: number;
  readonly people?: number;
  readonly behind?: Behind;
}

/** A short list of counts, each with a bar as long as its share of the largest. */
export function Bars({
  title,
  note,
  none,
  rows,
  scope,
  className,
}: {
  readonly title: string;
  readonly note: string;
  readonly none?: string;
  readonly rows: readonly Row[];
  readonly scope?: AskScope;
  readonly className?: string | undefined;
}) {
  const shown = rows.slice(0, SHOWN);
  const largest = Math.max(1, ...shown.map((row) => row.size));
  return (
    <Card title={title} note={note} className={className}>
      {shown.length === 0 && none && <p className="meta">{none}</p>}
      <ul className={styles.bars}>
        {shown.map((row) => (
          <li key={row.name} className={styles.bar}>
            <span className={styles.name} title={row.name}>
              {row.channel === undefined ? row.name : <ChannelMark channel={row.channel} isNamed />}
            </span>
            <span>
              {row.behind && scope ? (
                <PeopleNumber behind={row.behind} scope={scope} what={`${title}: ${row.name}`}>
                  {formatCount(row.size)}
                </PeopleNumber>
              ) : (
                formatCount(row.size)
              )}
              {row.people !== undefined && <span className="meta"> · {formatCount(row.people)}</span>}
            </span>
            <span className={styles.rail} aria-hidden="true">
              <i style={{ width: `${(100 * row.size) / largest}%` }} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
