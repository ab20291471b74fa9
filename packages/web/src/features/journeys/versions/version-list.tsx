import type { Journey, JourneyVersion } from '@continuo/contract';
import { formatDateTime } from '@continuo/diagram';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { client } from '../../../api/client.ts';
import { useOverview } from '../../../api/hooks.ts';
import { forgetJourneys } from '../../../api/journeys.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ProblemBox } from '../../../ui/problem-box.tsx';
import { JOURNEYS_WORDS } from '../../../words/journeys.ts';
import styles from './versions.module.css';

const WORDS = JOURNEYS_WORDS.versions;

/** The draft and every version, newest first: who, when, why, from when on it counts. */
export function VersionList({
  journey,
  where,
  mayEdit,
}: {
  readonly journey: Journey;
  readonly where: { readonly ws: string; readonly key: string };
  readonly mayEdit: boolean;
}) {
  const { timeZone } = useOverview().workspace;
  const [asked, setAsked] = useState<number | null>(null);
  const [restored, setRestored] = useState<number | null>(null);
  const when = (ms: number) => formatDateTime(ms, timeZone);
  return (
    <>
      {restored !== null && (
        <p role="status">
          {WORDS.restored(restored)}.{' '}
          <Link to="/w/$ws/journeys/$key/edit" params={where} className={buttonClass('link')}>
            {WORDS.edit}
          </Link>
        </p>
      )}
      <ol className={styles.list}>
        <li>
          <span>
            <b>{WORDS.draft}</b>
            <span className="meta">{journey.hasChanges ? WORDS.draftSays : WORDS.draftSame}</span>
          </span>
        </li>
        {journey.versions.map((version) => (
          <li key={version.version}>
            <span>
              <b>{WORDS.version(version.version)}</b>
              <span>{version.note === '' ? WORDS.noNote : version.note}</span>
              <span className="meta">{WORDS.by(version.actor, when(version.publishedMs))}</span>
              <span className="meta">{inForce(version, when)}</span>
            </span>
            <span className={styles.doing}>
              <Link
                to="/w/$ws/journeys/$key"
                params={where}
                search={{ judged: String(version.version) }}
                className={buttonClass('link')}
              >
                {WORDS.judge}
                <span className="sr">: {WORDS.version(version.version)}</span>
              </Link>
              <a
                href={client.fileUrl(
                  'journeyFile',
                  { key: where.key },
                  { format: 'yaml', version: String(version.version) },
                )}
                className={buttonClass('link')}
                download
              >
                {WORDS.file}
                <span className="sr">: {WORDS.version(version.version)}</span>
              </a>
              {mayEdit && (
                <Button onPress={() => setAsked(version.version)}>
                  {WORDS.restore}
                  <span className="sr">: {WORDS.version(version.version)}</span>
                </Button>
              )}
            </span>
          </li>
        ))}
      </ol>
      {asked !== null && (
        <RestoreDialog
          journey={where.key}
          version={asked}
          onClose={() => setAsked(null)}
          onDone={() => {
            announce(WORDS.restored(asked));
            setRestored(asked);
            setAsked(null);
          }}
        />
      )}
    </>
  );
}

function inForce({ fromMs, toMs }: JourneyVersion, when: (ms: number) => string): string {
  if (fromMs === null) return toMs === null ? WORDS.fromStart : WORDS.until(when(toMs));
  return toMs === null ? WORDS.from(when(fromMs)) : WORDS.between(when(fromMs), when(toMs));
}

function RestoreDialog({
  journey,
  version,
  onDone,
  onClose,
}: {
  readonly journey: string;
  readonly version: number;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const [error, setError] = useState<unknown>(null);
  const restore = async () => {
    try {
      await client.call('restoreJourney', { params: { key: journey }, body: { version } });
      await forgetJourneys();
      onDone();
    } catch (problem) {
      setError(problem);
    }
  };
  return (
    <Dialog title={WORDS.restoreTitle(version)} onClose={onClose}>
      <p>{WORDS.restoreAsk}</p>
      {error !== null && <ProblemBox error={error} />}
      <div className={styles.actions}>
        <Button onPress={onClose}>{WORDS.keep}</Button>
        <Button look="primary" onPress={() => void restore()}>
          {WORDS.restore}
        </Button>
      </div>
    </Dialog>
  );
}
