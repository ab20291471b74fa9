import type { SeenEvent } from '@continuo/contract';
import { findStep, isMatched, placedSteps } from '@continuo/core';
import { counted } from '@continuo/diagram';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { client } from '../../../api/client.ts';
import { useCommand } from '../../../commands/live.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Card } from '../../../ui/card.tsx';
import { ProblemBox } from '../../../ui/problem-box.tsx';
import { CONNECT_WORDS as WORDS } from '../../../words/connect.ts';
import { EDITOR_WORDS } from '../../../words/map-editor.ts';
import type { DraftStore } from '../edit/draft-store.ts';
import { useDraftState, useLiveMap } from '../edit/use-draft.ts';
import styles from './connect.module.css';
import { EventList } from './event-list.tsx';
import { connectEvent, type Side, usesOf } from './matchers.ts';
import { Meter } from './meter.tsx';
import { StepList } from './step-list.tsx';
import { Suggestions } from './suggestions.tsx';

/** Both sides with what is between them: suggestions, how much is connected, what is left over. */
export function ConnectView({
  store,
  journey,
  seen,
  chosen,
  search,
  onChange,
}: {
  readonly store: DraftStore;
  readonly journey: string;
  readonly seen: readonly SeenEvent[];
  readonly chosen: string | null;
  readonly search: string;
  readonly onChange: (search: { readonly step?: string; readonly q?: string }, isTyping: boolean) => void;
}) {
  const { contract, save, undo, redo } = useDraftState(store);
  useLiveMap(store, journey, chosen === null ? null : `step|${chosen}`);
  const steps = useMemo(() => placedSteps(contract).map(({ step }) => step), [contract]);
  const selected =
    (chosen === null ? null : findStep(contract, chosen)) ?? steps.find((step) => !isMatched(step)) ?? steps[0] ?? null;
  const uses = useMemo(() => usesOf(contract), [contract]);
  const tried = useTried(contract, journey);
  useCommand(
    'edit.undo',
    () => {
      const words = store.undo();
      announce(words === null ? EDITOR_WORDS.said.nothingToUndo : EDITOR_WORDS.said.undone(words));
    },
    undo.length > 0,
  );
  useCommand(
    'edit.redo',
    () => {
      const words = store.redo();
      announce(words === null ? EDITOR_WORDS.said.nothingToRedo : EDITOR_WORDS.said.redone(words));
    },
    redo.length > 0,
  );
  const connect = (step: string, side: Side, event: string) => {
    store.act(WORDS.deed.connect, connectEvent(contract, step, side, event));
    announce(WORDS.said.connected(event, findStep(contract, step)?.title ?? ''));
  };
  return (
    <>
      <Meter
        connected={steps.filter(isMatched).length}
        steps={steps.length}
        tried={tried.data ?? null}
        isTrying={tried.isFetching}
        save={save}
      />
      {tried.error && <ProblemBox error={tried.error} onRetry={() => void tried.refetch()} />}
      {steps.length > 0 && <Suggestions store={store} contract={contract} journey={journey} onAccept={connect} />}
      <div className={styles.sides}>
        <Card title={WORDS.steps}>
          {steps.length === 0 && <p className="meta">{WORDS.noSteps}</p>}
          <StepList
            contract={contract}
            selected={selected?.id ?? null}
            seen={seen}
            tried={tried.data ?? null}
            onChoose={(step) => onChange({ step }, false)}
            act={(words, edits) => store.act(words, edits)}
          />
        </Card>
        <Card title={WORDS.events} note={WORDS.eventsNote(counted(seen.length, 'kind'))}>
          <EventList
            seen={seen}
            uses={uses}
            step={selected}
            search={search}
            onSearch={(q) => onChange({ q }, true)}
            onConnect={connect}
          />
        </Card>
      </div>
      <Card title={WORDS.off.title}>
        <p className="meta">{WORDS.off.says}</p>
        {tried.data && tried.data.others.length === 0 && <p>{WORDS.off.none}</p>}
        <ul className={styles.off}>
          {tried.data?.others.map(({ name, people, events }) => (
            <li key={name}>
              <b>{name}</b>
              <span className="meta">{WORDS.off.row(counted(people, 'customer'), counted(events, 'time'))}</span>
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}

/** The draft's matchers on the last 100 people; asked anew when they change, not with each letter of something else. */
function useTried(contract: Parameters<typeof placedSteps>[0], journey: string) {
  const steps = useDeferredValue(
    useMemo(
      () =>
        placedSteps(contract).map(({ step }) => ({
          step: step.id,
          matchers: [...step.matchers],
          failures: [...step.failures],
        })),
      [contract],
    ),
  );
  return useQuery({
    queryKey: ['matches-tried', journey, steps],
    queryFn: ({ signal }) =>
      client.call('testMatches', { params: { key: journey }, body: { steps: steps as never }, signal }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}
