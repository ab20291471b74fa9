import type { JourneyEntry } from '@continuo/contract';
import { formatDay } from '@continuo/diagram';
import { Link } from '@tanstack/react-router';
import { buttonClass } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Glyph } from '../../../ui/glyph.tsx';
import { JOURNEYS_WORDS } from '../../../words/journeys.ts';
import { isOverdue, reviewWords } from '../edit/review-words.ts';
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
      {entry.review?.nextDay && (
        <span className="meta">
          {isOverdue(entry.review, today()) && <Glyph kind="watch" size={10} />} {reviewWords(entry.review, today())}
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

export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** A day as the list prints it; null: nothing. */
export function dayOf(day: string | null | undefined): string {
  return day ? formatDay(Date.parse(`${day}T12:00:00Z`), 'UTC') : '';
}
