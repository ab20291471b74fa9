import type { CallbackMeasures, CallbackTab } from '@continuo/contract';
import { formatCount, formatRange } from '@continuo/diagram';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useOverview } from '../../api/hooks.ts';
import { useMay } from '../../api/session.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { CALLBACK_WORDS } from '../../words/callbacks.ts';
import { WatchThis } from '../alerts/watch-this.tsx';
import styles from './callbacks.module.css';

const WORDS = CALLBACK_WORDS.behind;

/** What is behind the counts of four weeks: each group adds up, each cause leads to its step of the map. */
export function MeasuresDialog({
  measures: { fromMs, toMs, opened, answered, again, closed, putRight, causes },
  onClose,
}: {
  readonly measures: CallbackMeasures;
  readonly onClose: () => void;
}) {
  const { ws } = useParams({ from: '/w/$ws' });
  const { workspace } = useOverview();
  const late =
    answered.notYetLate === 0 ? (
      WORDS.notYetLate
    ) : (
      <TabLink tab="past-due" text={WORDS.notYetLate} onFollow={onClose} />
    );
  return (
    <Dialog title={WORDS.title} onClose={onClose}>
      <div className={styles.behind}>
        <p className="meta">{formatRange(fromMs, toMs, workspace.timeZone)}</p>
        <Counts
          title={WORDS.opened(formatCount(opened))}
          note={again > 0 ? WORDS.again(formatCount(again)) : WORDS.noneAgain}
          lines={[
            [WORDS.inTime, answered.inTime, false],
            [WORDS.late, answered.late, answered.late > 0],
            [WORDS.notYet, answered.notYet, false],
            [late, answered.notYetLate, answered.notYetLate > 0, 'past-due'],
          ]}
        />
        <p>
          <WatchThis measured={{ kind: 'callbacks', which: 'opened' }} what={WORDS.watchOpened} />{' '}
          <WatchThis measured={{ kind: 'callbacks', which: 'past-due' }} what={WORDS.watchLate} />
        </p>
        <Counts
          title={WORDS.asked(formatCount(putRight.asked))}
          note={WORDS.askedNote}
          lines={[
            [CALLBACK_WORDS.ask.yes, putRight.yes, false],
            [CALLBACK_WORDS.ask.partly, putRight.partly, false],
            [CALLBACK_WORDS.ask.no, putRight.no, putRight.no > 0],
            [WORDS.unanswered, putRight.unanswered, false],
          ]}
        />
        <Counts
          title={WORDS.closed(formatCount(closed))}
          note={closed > 0 ? WORDS.causes : ''}
          lines={causes.map(({ cause, title, owner, n }) => [
            cause.kind === 'step' ? (
              <>
                <Link
                  to="/w/$ws/journeys/$key"
                  params={{ ws, key: cause.journey }}
                  search={{ step: `step:${cause.step}` }}
                  className={buttonClass('link')}
                >
                  {title}
                </Link>{' '}
                <span className="meta">{owner ?? WORDS.noOwner}</span>
              </>
            ) : (
              title
            ),
            n,
            false,
            cause.kind === 'step' ? `${cause.journey}/${cause.step}` : cause.kind,
          ])}
        />
      </div>
    </Dialog>
  );
}

function TabLink({
  tab,
  text,
  onFollow,
}: {
  readonly tab: CallbackTab;
  readonly text: string;
  readonly onFollow: () => void;
}) {
  const { ws } = useParams({ from: '/w/$ws' });
  return useMay('operator') ? (
    <Link to="/w/$ws/callbacks" params={{ ws }} search={{ tab }} className={buttonClass('link')} onClick={onFollow}>
      {text}
    </Link>
  ) : (
    text
  );
}

type Line = readonly [text: ReactNode, n: number, isHarm: boolean, key?: string];

function Counts({
  title,
  note,
  lines,
}: {
  readonly title: string;
  readonly note: string;
  readonly lines: readonly Line[];
}) {
  return (
    <section>
      <h3>{title}</h3>
      <p className="meta">{note}</p>
      <ul className={styles.counts}>
        {lines.map(([text, n, isHarm, key]) => (
          <li key={key ?? String(text)}>
            <span>
              {isHarm && (
                <span className={styles.harm}>
                  <Glyph kind="harm" />
                </span>
              )}{' '}
              {text}
            </span>
            <b>{formatCount(n)}</b>
          </li>
        ))}
      </ul>
    </section>
  );
}
