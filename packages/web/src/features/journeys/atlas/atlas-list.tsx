import type { JourneyEntry } from '@continuo/contract';
import { Link } from '@tanstack/react-router';
import { useOverview } from '../../../api/hooks.ts';
import { buttonClass } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { SCROLLABLE } from '../../../ui/scrollable.ts';
import { JOURNEYS_WORDS as WORDS } from '../../../words/journeys.ts';
import { reviewOf } from '../review.ts';
import styles from './atlas.module.css';
import { StatusChip } from './journey-card.tsx';
import type { JourneyStatus } from './use-statuses.ts';

/** All journeys as plain rows, retired ones last. */
export function AtlasList({
  entries,
  statuses,
  ws,
}: {
  readonly entries: readonly JourneyEntry[];
  readonly statuses: ReadonlyMap<string, JourneyStatus>;
  readonly ws: string;
}) {
  const rows = [...entries].sort((a, b) => Number(a.status === 'retired') - Number(b.status === 'retired'));
  const { columns, card } = WORDS;
  const overview = useOverview();
  return (
    <Card title={WORDS.list.title}>
      <section className={styles.scroll} aria-label={WORDS.list.title} {...SCROLLABLE}>
        <table className={styles.list}>
          <thead>
            <tr>
              {Object.entries(columns).map(([id, text]) => (
                <th key={id} scope="col">
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((entry) => (
              <tr key={entry.key}>
                <th scope="row">
                  <Link to="/w/$ws/journeys/$key" params={{ ws, key: entry.key }} className={buttonClass('link')}>
                    {entry.title}
                  </Link>
                </th>
                <td>
                  {entry.status === 'retired' ? (
                    card.retired
                  ) : (
                    <StatusChip status={statuses.get(entry.key) ?? { status: 'none', words: card.notKnown }} />
                  )}
                </td>
                <td>{entry.owner ?? card.noOwner}</td>
                <td>{reviewOf(entry.review, overview, Date.now()).words}</td>
                <td>{entry.steps === 0 ? card.noSteps : card.coverage(entry.connected, entry.steps)}</td>
                <td>
                  <Link
                    to="/w/$ws/journeys/$key/versions"
                    params={{ ws, key: entry.key }}
                    className={buttonClass('link')}
                  >
                    {entry.version === null ? card.onlyDraft : card.version(entry.version)}
                    <span className="sr">, {entry.title}</span>
                  </Link>
                  {entry.version !== null && entry.hasChanges && <span className="meta"> {card.changes}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  );
}
