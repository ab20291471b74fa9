import type { Journey } from '@continuo/contract';
import { acceptGap, type JourneyGap } from '@continuo/core';
import type { MapInput } from '@continuo/diagram';
import { Link, useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ProblemBox } from '../../../ui/problem-box.tsx';
import { GAPS_WORDS } from '../../../words/gaps.ts';
import { gapContext } from './gap-context.ts';
import { editLines, gapTitle } from './gap-words.ts';
import styles from './gaps.module.css';
import { useMarkGap } from './use-mark-gap.ts';

const WORDS = GAPS_WORDS.accepting;

/** What would change on the map if a gap were accepted, before anything is changed. */
export function ProposedChange({
  journey,
  gap,
  input,
  onClose,
}: {
  readonly journey: Journey;
  readonly gap: JourneyGap;
  readonly input: Pick<MapInput, 'lived' | 'contract'>;
  readonly onClose: () => void;
}) {
  const { ws } = useParams({ from: '/w/$ws' });
  const [isDone, setDone] = useState(false);
  const { mark, error, isBusy } = useMarkGap(journey, input);
  // Of the draft as it was when the question was put: once accepted, nothing is left to propose.
  const [draft] = useState(journey.draft);
  const lines = useMemo(() => editLines(acceptGap(draft, gap.id, gapContext(gap, input)), draft), [draft, gap, input]);
  const accept = async (): Promise<void> => {
    if (await mark(gap, 'accept')) setDone(true);
  };
  return (
    <Dialog title={WORDS.title} onClose={onClose}>
      <p>
        <b>{gapTitle(gap, input.contract)}</b>
      </p>
      {lines.length === 0 ? (
        <p>{WORDS.none}</p>
      ) : (
        <>
          <ul className={styles.lines}>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p className="meta">{isDone ? WORDS.done : WORDS.draft}</p>
        </>
      )}
      {error !== null && <ProblemBox error={error} />}
      <div className={styles.buttons}>
        {lines.length > 0 && !isDone && (
          <Button look="primary" isDisabled={isBusy} onPress={() => void accept()}>
            {WORDS.action}
          </Button>
        )}
        <Link
          to={'/w/$ws/journeys/$key/edit' as never}
          params={{ ws, key: journey.key } as never}
          search={{ step: gap.step ?? undefined } as never}
          className={buttonClass()}
        >
          {WORDS.edit}
        </Link>
      </div>
    </Dialog>
  );
}
