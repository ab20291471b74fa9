import type { CallbackCount, CallbackMeasures } from '@continuo/contract';
import { formatCount, formatRange } from '@continuo/diagram';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useOverview } from '../../api/hooks.ts';
import { useMay } from '../../api/session.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { CALLBACK_WORDS } from '../../words/callbacks.ts';
import { WatchThis } from '../alerts/watch-this.tsx';
import { type Behind, BehindCount } from './behind-count.tsx';
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
  const [shown, setShown] = useState<Behind | null>(null);
  const show = useMay('operator') ? (count: CallbackCount, cause?: string) => setShown({ count, cause }) : null;
  if (shown !== null)
    return (
      <Dialog title={WORDS.title} onClose={onClose}>
        <BehindCount {...shown} fromMs={fromMs} toMs={toMs} onBack={() => setShown(null)} onFollow={onClose} />
      </Dialog>
    );
  return (
    <Dialog title={WORDS.title} onClose={onClose}>
      <div className={styles.behind}>
        <p className="meta">{formatRange(fromMs, toMs, workspace.timeZone)}</p>
        <Counts
          title={WORDS.opened(formatCount(opened))}
          note={again > 0 ? WORDS.again(formatCount(again)) : WORDS.noneAgain}
          show={show}
          lines={[
            { text: WORDS.inTime, n: answered.inTime, count: 'inTime' },
            { text: WORDS.late, n: answered.late, count: 'late', isHarm: true },
            { text: WORDS.notYet, n: answered.notYet, count: 'notYet' },
            { text: WORDS.notYetLate, n: answered.notYetLate, count: 'notYetLate', isHarm: true },
            ...(again > 0 ? [{ text: WORDS.againLine, n: again, count: 'again' as const }] : []),
          ]}
        />
        <p>
          <WatchThis measured={{ kind: 'callbacks', which: 'opened' }} what={WORDS.watchOpened} />{' '}
          <WatchThis measured={{ kind: 'callbacks', which: 'past-due' }} what={WORDS.watchLate} />
        </p>
        <Counts
          title={WORDS.asked(formatCount(putRight.asked))}
          note={WORDS.askedNote}
          show={show}
          lines={[
            { text: CALLBACK_WORDS.ask.yes, n: putRight.yes, count: 'yes' },
            { text: CALLBACK_WORDS.ask.partly, n: putRight.partly, count: 'partly' },
            { text: CALLBACK_WORDS.ask.no, n: putRight.no, count: 'no', isHarm: true },
            { text: WORDS.unanswered, n: putRight.unanswered, count: 'unanswered' },
          ]}
        />
        <Counts
          title={WORDS.closed(formatCount(closed))}
          note={closed > 0 ? WORDS.causes : ''}
          show={show}
          lines={causes.map(({ cause, title, owner, n }) => ({
            text:
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
            ...{ n, count: 'closed', cause: cause.kind === 'step' ? `${cause.journey}/${cause.step}` : cause.kind },
          }))}
        />
      </div>
    </Dialog>
  );
}

interface Line {
  readonly text: ReactNode;
  readonly n: number;
  readonly count: CallbackCount;
  readonly cause?: string;
  readonly isHarm?: boolean;
}

function Counts({
  title,
  note,
  lines,
  show,
}: {
  readonly title: string;
  readonly note: string;
  readonly lines: readonly Line[];
  /** Null: whoever looks may not see the call-backs behind a number. */
  readonly show: ((count: CallbackCount, cause?: string) => void) | null;
}) {
  return (
    <section>
      <h3>{title}</h3>
      <p className="meta">{note}</p>
      <ul className={styles.counts}>
        {lines.map(({ text, n, count, cause, isHarm = false }) => (
          <li key={`${count} ${cause ?? ''}`}>
            <span>
              {isHarm && n > 0 && (
                <span className={styles.harm}>
                  <Glyph kind="harm" />
                </span>
              )}{' '}
              {text}
            </span>
            {show === null || n === 0 ? (
              <b>{formatCount(n)}</b>
            ) : (
              <Button look="link" onPress={() => show(count, cause)}>
                <b>{formatCount(n)}</b> <span className="sr">{WORDS.show}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
