import { findStep, type JourneyContract } from '@continuo/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { useMemo } from 'react';
import { client } from '../../../api/client.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { ProblemBox } from '../../../ui/problem-box.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { CONNECT_WORDS } from '../../../words/connect.ts';
import type { DraftStore } from '../edit/draft-store.ts';
import styles from './connect.module.css';
import { connectEvent, type Side } from './matchers.ts';

const WORDS = CONNECT_WORDS.suggest;
/** Above this they are accepted together. */
const SURE = 0.9;
/** A second candidate for a step is shown only when it is this likely. */
const SECOND_BEST = 0.5;

/** Events that may be steps without one, with how sure and why; accepted one by one, or all that are sure. */
export function Suggestions({
  store,
  contract,
  journey,
  onAccept,
}: {
  readonly store: DraftStore;
  readonly contract: JourneyContract;
  readonly journey: string;
  readonly onAccept: (step: string, side: Side, event: string) => void;
}) {
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['suggestions', journey],
    queryFn: ({ signal }) => client.call('suggestMatches', { params: { key: journey }, body: {}, signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const open = useMemo(
    () =>
      (data ?? []).flatMap(({ step, candidates }) => {
        const found = findStep(contract, step);
        return found && found.matchers.length === 0
          ? candidates
              .slice(0, 2)
              .filter((one, i) => i === 0 || one.confidence >= SECOND_BEST)
              .map((one) => ({ ...one, step: found }))
          : [];
      }),
    [data, contract],
  );
  // Only the best of each step: two events for one step are a choice, which is a person's.
  const sure = open.filter(
    (one, i) => one.confidence > SURE && open.findIndex(({ step }) => step.id === one.step.id) === i,
  );
  const acceptAll = () => {
    store.act(
      CONNECT_WORDS.deed.all,
      sure.flatMap(({ step, event }) => connectEvent(contract, step.id, 'matchers', event)),
    );
    announce(CONNECT_WORDS.said.all(sure.length));
  };
  if (error) return <ProblemBox error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Skeleton lines={2} />;
  if (open.length === 0) return <p className="meta">{WORDS.none}</p>;
  return (
    <Card
      title={WORDS.title}
      note={
        sure.length > 0 && (
          <Button look="primary" onPress={acceptAll}>
            {WORDS.all(sure.length)}
          </Button>
        )
      }
    >
      <ul className={styles.suggestions}>
        {open.map(({ step, event, confidence, reasons }) => (
          <li key={`${step.id} ${event}`}>
            <span>
              <b>{step.title}</b> ← {event}
              <span className="meta">
                {' '}
                {WORDS.sure(Math.round(100 * confidence))}: {reasons.join(', ')}
              </span>
            </span>
            <Button onPress={() => onAccept(step.id, 'matchers', event)}>
              <Check size={14} aria-hidden="true" />
              {WORDS.accept}
              <span className="sr">: {WORDS.acceptOf(event, step.title)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
