import type { JourneyEntry } from '@continuo/contract';
import { Link } from '@tanstack/react-router';
import { useOverview } from '../../../api/hooks.ts';
import { buttonClass } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Glyph } from '../../../ui/glyph.tsx';
import { JOURNEYS_WORDS } from '../../../words/journeys.ts';
import { reviewOf } from '../review.ts';
import styles from './atlas.module.css';
import type { JourneyStatus } from './use-statuses.ts';

const WORDS = JOURNEYS_WORDS.card;

/** Shape and word of a status; crimson only for harm. */
export function StatusChip({ status }: { readonly status: JourneyStatus }) {
  if (status.status === 'none')
    return (
      <Chip>
        <Glyph kind="none" size={11} />
        {status.words}
      </Chip>
    );
  return <Chip tone={status.status === 'good' ? 'good' : 'harm'}>{status.words}</Chip>;
}

/** One journey with what a person must know before opening it. */
export function JourneyCard({
  entry,
  status,
  ws,
  titleOf,
  mayEdit,
}: {
  readonly entry: JourneyEntry;
  readonly status: JourneyStatus;
  readonly ws: string;
  readonly titleOf: (key: string) => string | undefined;
  readonly mayEdit: boolean;
}) {
  const review = reviewOf(entry.review, useOverview(), Date.now());
  const parent = entry.parent === null ? undefined : titleOf(entry.parent);
  const leads = entry.leadsTo
    .filter((key) => key !== entry.key)
    .map(titleOf)
    .filter((title) => title !== undefined);
  return (
    <li className={styles.card}>
      <h3>
        <Link to="/w/$ws/journeys/$key" params={{ ws, key: entry.key }}>
          {entry.title}
        </Link>
      </h3>
      <StatusChip status={status} />
      <span className={entry.owner === null ? 'meta' : undefined}>{entry.owner ?? WORDS.noOwner}</span>
      <span className="meta">{entry.steps === 0 ? WORDS.noSteps : WORDS.coverage(entry.connected, entry.steps)}</span>
      {review.kind !== 'none' && (
        <span className="meta">
          {review.kind === 'overdue' && <Glyph kind="watch" size={10} />} {review.words}
        </span>
      )}
      <span className="meta">
        {entry.version === null ? WORDS.onlyDraft : entry.hasChanges ? WORDS.changes : WORDS.version(entry.version)}
      </span>
      {parent && <span className="meta">{WORDS.partOf(parent)}</span>}
      {leads.length > 0 && <span className="meta">{WORDS.leadsTo(leads.map((title) => `“${title}”`).join(', '))}</span>}
      {mayEdit && (
        <Link to="/w/$ws/journeys/$key/edit" params={{ ws, key: entry.key }} className={buttonClass('link')}>
          {WORDS.edit}
          <span className="sr">: {entry.title}</span>
        </Link>
      )}
    </li>
  );
}
