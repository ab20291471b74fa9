import type { JourneyCheck } from '@continuo/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../../api/client.ts';
import { useOverview } from '../../../api/hooks.ts';
import { forgetJourneys } from '../../../api/journeys.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ChoiceChips, TextField } from '../../../ui/field.tsx';
import { Glyph } from '../../../ui/glyph.tsx';
import { ProblemBox } from '../../../ui/problem-box.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { dayStart } from '../../../url/period.ts';
import { EDITOR_WORDS } from '../../../words/map-editor.ts';
import { CommitField } from './commit-field.tsx';
import styles from './edit.module.css';

const WORDS = EDITOR_WORDS.publishDialog;
type Finding = JourneyCheck['findings'][number];

/** Makes the draft the newest version, unless the check finds what would not hold; then it says where. */
export function PublishDialog({
  journey,
  isFirst,
  isWaiting,
  onShow,
  onDone,
  onClose,
}: {
  readonly journey: string;
  readonly isFirst: boolean;
  /** Edits are still on their way to the server. */
  readonly isWaiting: boolean;
  readonly onShow: (id: string) => void;
  readonly onDone: (version: number) => void;
  readonly onClose: () => void;
}) {
  const { timeZone } = useOverview().workspace;
  const [note, setNote] = useState('');
  const [from, setFrom] = useState<string>(isFirst ? 'start' : 'now');
  const [day, setDay] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [isGoing, setGoing] = useState(false);
  const check = useQuery({
    queryKey: ['journey-check', journey],
    queryFn: ({ signal }) => client.call('checkJourney', { params: { key: journey }, signal }),
    staleTime: 0,
    gcTime: 0,
    enabled: !isWaiting,
  });
  const findings = check.data?.findings ?? [];
  const errors = findings.filter(({ severity }) => severity === 'error');
  const canPublish = check.data?.canPublish ?? false;
  const publish = async () => {
    setGoing(true);
    setError(null);
    try {
      const fromMs = from === 'start' ? null : from === 'day' ? dayStart(day, timeZone) : undefined;
      const body = { note, ...(fromMs !== undefined && { fromMs }) };
      const done = await client.call('publishJourney', { params: { key: journey }, body });
      await forgetJourneys();
      announce(WORDS.done(done.version ?? 1));
      onDone(done.version ?? 1);
    } catch (problem) {
      setError(problem);
      void check.refetch();
    } finally {
      setGoing(false);
    }
  };
  return (
    <Dialog title={WORDS.title} onClose={onClose}>
      {isWaiting && <p className={styles.warn}>{WORDS.waiting}</p>}
      {check.isPending && !isWaiting && <Skeleton lines={2} />}
      {check.error && <ProblemBox error={check.error} onRetry={() => void check.refetch()} />}
      {check.data && !canPublish && (
        <section role="alert">
          <h3>{WORDS.refused}</h3>
          <p>{WORDS.refusedSays}</p>
          <Findings findings={errors} onShow={onShow} />
        </section>
      )}
      {check.data && canPublish && findings.length === 0 && <p className="meta">{WORDS.fine}</p>}
      {canPublish && (
        <>
          <CommitLike label={WORDS.note} value={note} onChange={setNote} />
          <ChoiceChips
            label={WORDS.from}
            value={from}
            options={[
              ...(isFirst ? [{ id: 'start', text: WORDS.fromStart }] : []),
              { id: 'now', text: WORDS.fromNow },
              { id: 'day', text: WORDS.fromDay },
            ]}
            onChange={setFrom}
          />
          {from === 'day' && <TextField label={WORDS.day} type="date" value={day} onChange={setDay} />}
          <p className="meta">{from === 'start' ? WORDS.startHelp : isFirst ? WORDS.firstHelp : WORDS.fromHelp}</p>
          {findings.length > 0 && (
            <details>
              <summary>{WORDS.may}</summary>
              <Findings findings={findings} onShow={onShow} />
            </details>
          )}
        </>
      )}
      {error !== null && <ProblemBox error={error} />}
      <div className={styles.actions}>
        <Button
          look="primary"
          isDisabled={!canPublish || isGoing || isWaiting || (from === 'day' && dayStart(day, timeZone) === undefined)}
          onPress={() => void publish()}
        >
          {WORDS.go}
        </Button>
      </div>
    </Dialog>
  );
}

function CommitLike({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}) {
  return <CommitField label={label} value={value} isLong onCommit={onChange} />;
}

function Findings({
  findings,
  onShow,
}: {
  readonly findings: readonly Finding[];
  readonly onShow: (id: string) => void;
}) {
  return (
    <ul className={styles.list}>
      {findings.map((one) => (
        <li key={`${one.code} ${one.id} ${one.words}`}>
          <Glyph kind={one.severity === 'error' ? 'watch' : 'none'} />
          <span>
            {one.words} {one.todo}
            {one.path !== '' && <span className="meta"> {one.path}</span>}
          </span>
          {one.id !== null && (
            <Button look="link" onPress={() => onShow(one.id ?? '')}>
              {WORDS.show}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
