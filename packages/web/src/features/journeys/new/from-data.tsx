import { placedSteps, STEADY_FROM } from '@continuo/core';
import { counted, formatCount } from '@continuo/diagram';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../../api/client.ts';
import { useOverview } from '../../../api/hooks.ts';
import { Button } from '../../../ui/button.tsx';
import { Choice } from '../../../ui/field.tsx';
import { ProblemBox } from '../../../ui/problem-box.tsx';
import { SCROLLABLE } from '../../../ui/scrollable.ts';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { JOURNEYS_WORDS } from '../../../words/journeys.ts';
import { EDITOR_WORDS } from '../../../words/map-editor.ts';
import styles from './new-map.module.css';
import type { Drafted } from './new-map.tsx';

const WORDS = JOURNEYS_WORDS.make;
const SHARES = [50, 80, 95, 100];

/** Proposes a map of what customers do, and says how far each part can be relied on. */
export function FromData({
  event,
  drafted,
  onDraft,
}: {
  readonly event: string | null;
  readonly drafted: Drafted | null;
  readonly onDraft: (drafted: Drafted | null) => void;
}) {
  const { events, hasCases } = useOverview();
  const [percent, setPercent] = useState('80');
  const draft = useMutation({
    mutationFn: () => {
      const filters = event === null ? [] : [{ kind: 'passes' as const, activity: event, is: true }];
      const scope = { unit: hasCases && event === null ? ('case' as const) : ('person' as const), filters };
      return client.call('draftFromData', { body: { share: Number(percent) / 100, scope } });
    },
    onSuccess: (found) => onDraft(found),
  });
  if (events === 0) return <p>{WORDS.noData}</p>;
  const steady = drafted ? Object.values(drafted.stability) : [];
  return (
    <>
      <p className="meta">{WORDS.dataSays}</p>
      {event !== null && <p>{WORDS.onlyWith(event)}</p>}
      <div className={styles.row}>
        <Choice
          label={WORDS.shareLabel}
          value={percent}
          options={SHARES.map((share) => ({ id: String(share), text: WORDS.share(share) }))}
          onChange={(share) => {
            setPercent(share);
            onDraft(null);
          }}
        />
        <Button onPress={() => draft.mutate()} isDisabled={draft.isPending}>
          {WORDS.draft}
        </Button>
      </div>
      {draft.isPending && (
        <>
          <p role="status">{WORDS.drafting}</p>
          <Skeleton lines={3} />
        </>
      )}
      {draft.error && <ProblemBox error={draft.error} onRetry={() => draft.mutate()} />}
      {drafted && draft.data && (
        <>
          <p>
            {WORDS.drafted(formatCount(draft.data.kept), formatCount(draft.data.runs))}{' '}
            {steady.length > 0 &&
              WORDS.steadyOf(String(steady.filter((share) => share >= STEADY_FROM).length), String(steady.length))}
          </p>
          <ol className={styles.draft} aria-label={WORDS.parts} {...SCROLLABLE}>
            {placedSteps(drafted.contract).map(({ step, stage, groups }) => (
              <li key={step.id}>
                <span className="meta">{stage.title} ·</span> <b>{step.title}</b>{' '}
                <span className="meta">
                  {groups
                    .slice(-1)
                    .map((group) => `${EDITOR_WORDS.group[group.kind]} ·`)
                    .join('')}{' '}
                  {counted(draft.data.people[step.id] ?? 0, 'customer')}
                  {steadyText(drafted.stability[groups.at(-1)?.id ?? step.id])}
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  );
}

function steadyText(share: number | undefined): string {
  if (share === undefined) return '';
  const { steady, unsteady } = EDITOR_WORDS.steady;
  return ` · ${share >= STEADY_FROM ? steady : unsteady(Math.round(100 * share))}`;
}
