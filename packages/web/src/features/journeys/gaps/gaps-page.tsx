import type { GapMark, Journey } from '@continuo/contract';
import { GAP_KINDS, type GapKind, type JourneyGap } from '@continuo/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import { useMay } from '../../../api/session.ts';
import { PageHead } from '../../../app/page-head.tsx';
import { useCommand } from '../../../commands/live.ts';
import { ShareButton } from '../../../diagrams/share-button.tsx';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Choice, ChoiceChips } from '../../../ui/field.tsx';
import { ProblemBox } from '../../../ui/problem-box.tsx';
import { Refreshing, Skeleton } from '../../../ui/skeleton.tsx';
import type { GapsSearch } from '../../../url/search.ts';
import { GAPS_WORDS as WORDS } from '../../../words/gaps.ts';
import { MAP_WORDS } from '../../../words/map.ts';
import { FilterBar } from '../../paths/filter-bar.tsx';
import type { ChangeSearch } from '../../paths/use-paths.ts';
import { PeopleBehind } from '../map/figures.tsx';
import { MapState } from '../map/map-state.tsx';
import { gapMarksQuery } from '../map/use-journey.ts';
import { useLook } from '../map/use-map-page.ts';
import { useSide } from '../map/use-side.ts';
import { WithJourney } from '../map/with-journey.tsx';
import { DismissGap } from './dismiss-gap.tsx';
import { GapRow } from './gap-row.tsx';
import { gapTitle } from './gap-words.ts';
import styles from './gaps.module.css';
import { useMarkGap } from './use-mark-gap.ts';

const ProposedChange = lazy(() => import('./proposed-change.tsx').then((part) => ({ default: part.ProposedChange })));

const MARKED = ['open', 'watched', 'decided', 'all'] as const;

/** Where plan and life part: how many, since when, what followed, and what we make of it. */
export function GapsPage() {
  const { key } = useParams({ from: '/w/$ws/shell/journeys/$key/gaps' });
  return <WithJourney journeyKey={key}>{(journey) => <Gaps key={key} journey={journey} />}</WithJourney>;
}

function Gaps({ journey }: { readonly journey: Journey }) {
  const { ws } = useParams({ from: '/w/$ws' });
  const { key } = journey;
  const [search, change] = useGapsSearch();
  const look = useLook(journey, search);
  const side = useSide({ journey, ...look, layer: 'both', hasBefore: false });
  const marks = useQuery(gapMarksQuery(key));
  const markOf = useMemo(() => new Map((marks.data ?? []).map((mark) => [mark.gap, mark])), [marks.data]);
  const all = side.input?.gaps?.gaps ?? [];
  const shown = all.filter((gap) => isShown(gap, markOf.get(gap.id), search));
  const kinds = GAP_KINDS.filter((kind) => all.some((gap) => gap.kind === kind));
  const { from, to, f, judged } = search;
  const toMap = { to: '/w/$ws/journeys/$key', params: { ws, key }, search: { from, to, f, judged } } as const;
  return (
    <PeopleBehind scope={side.scope}>
      <div className={styles.page}>
        <PageHead
          title={WORDS.title}
          isSmall
          before={{ text: journey.title, link: <Link {...toMap}>{journey.title}</Link> }}
          actions={<ShareButton />}
        />
        <div className={styles.say}>
          {side.input ? (
            <>
              <p className={styles.lead}>{WORDS.lead(all.length)}</p>
              <p>
                {all.length > 0 &&
                  WORDS.rest(
                    all.filter(({ isHarm }) => isHarm).length,
                    all.filter(({ compared }) => compared?.verdict === 'better').length,
                  )}{' '}
                {WORDS.note}
              </p>
            </>
          ) : (
            side.error === null && <Skeleton lines={2} />
          )}
        </div>
        <FilterBar
          control={[search, change]}
          hasUnit={false}
          note={side.view?.coverage}
          after={
            <>
              <Choice
                label={WORDS.kind}
                value={search.kind ?? ''}
                options={[
                  { id: '', text: WORDS.allKinds },
                  ...kinds.map((kind) => ({ id: kind, text: WORDS.kinds[kind] })),
                ]}
                onChange={(kind) => change({ kind: (kind || undefined) as GapKind | undefined })}
              />
              <ChoiceChips
                label={WORDS.marked.label}
                value={search.marked ?? 'open'}
                options={MARKED.map((id) => ({ id, text: WORDS.marked[id] }))}
                onChange={(id) => change({ marked: id as GapsSearch['marked'] })}
              />
            </>
          }
        />
        <MapState journey={journey} view={side.view} side={side} search={search} change={change} />
        <div className={styles.body}>
          <Refreshing isOn={side.isFetching && side.input !== null} />
          {side.input === null ? (
            side.error === null && (
              <div className={styles.waiting}>
                <Skeleton lines={6} />
              </div>
            )
          ) : side.view?.columns.length === 0 ? null : shown.length === 0 ? (
            <Empty title={WORDS.empty.title} says={WORDS.empty.says}>
              {all.length > 0 && (
                <Button onPress={() => change({ kind: undefined, marked: 'all' })}>{WORDS.empty.all}</Button>
              )}
            </Empty>
          ) : (
            <GapList
              journey={journey}
              input={side.input}
              gaps={shown}
              markOf={markOf}
              search={search}
              change={change}
            />
          )}
        </div>
      </div>
    </PeopleBehind>
  );
}

function isShown({ kind }: JourneyGap, mark: GapMark | undefined, search: GapsSearch): boolean {
  if (search.kind !== undefined && kind !== search.kind) return false;
  switch (search.marked ?? 'open') {
    case 'open':
      return mark === undefined || mark.action === 'watch';
    case 'watched':
      return mark?.action === 'watch';
    case 'decided':
      return mark !== undefined && mark.action !== 'watch';
    case 'all':
      return true;
  }
}

function useGapsSearch(): readonly [GapsSearch, ChangeSearch<GapsSearch>] {
  const search = useSearch({ from: '/w/$ws/shell/journeys/$key/gaps' });
  const navigate = useNavigate();
  const change = useCallback<ChangeSearch<GapsSearch>>(
    (next, options) =>
      void navigate({
        to: '.',
        search: (last: GapsSearch) => ({ ...last, ...next }),
        replace: options?.replace ?? false,
        resetScroll: false,
      } as never),
    [navigate],
  );
  return [search, change];
}

type ListProps = {
  readonly journey: Journey;
  readonly input: NonNullable<ReturnType<typeof useSide>['input']>;
  readonly gaps: readonly JourneyGap[];
  readonly markOf: ReadonlyMap<string, GapMark>;
  readonly search: GapsSearch;
  readonly change: ChangeSearch<GapsSearch>;
};

function GapList({ journey, input, gaps, markOf, search, change }: ListProps) {
  const { ws } = useParams({ from: '/w/$ws' });
  const navigate = useNavigate();
  const mayEdit = useMay('editor');
  const list = useRef<HTMLOListElement>(null);
  const [accepting, setAccepting] = useState<JourneyGap | null>(null);
  const [dismissing, setDismissing] = useState<JourneyGap | null>(null);
  const { mark, error } = useMarkGap(journey, input);
  const chosen = gaps.find(({ id }) => id === search.gap) ?? null;
  const at = chosen === null ? -1 : gaps.indexOf(chosen);
  const go = (by: -1 | 1) => () => {
    const next = gaps[Math.min(gaps.length - 1, Math.max(0, at + by))];
    if (next === undefined) return;
    change({ gap: next.id }, { replace: true });
    const row = list.current?.children[gaps.indexOf(next)];
    row?.querySelector<HTMLElement>('[data-gap]')?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  };
  const open = ({ step, activity, kind }: JourneyGap) => {
    const column = kind === 'not-on-map' ? `off:${activity}` : step === null ? undefined : `step:${step}`;
    const { from, to, f, judged } = search;
    void navigate({
      to: '/w/$ws/journeys/$key',
      params: { ws, key: journey.key },
      search: { from, to, f, judged, step: column },
    });
  };
  const isMarked = chosen !== null && markOf.has(chosen.id);
  useCommand('list.next', go(1));
  useCommand('list.previous', go(-1));
  useCommand('gap.open', () => chosen && open(chosen), chosen !== null);
  useCommand('gap.accept', () => setAccepting(chosen), mayEdit && chosen !== null);
  useCommand('gap.watch', () => chosen && void mark(chosen, 'watch'), mayEdit && chosen !== null);
  useCommand('gap.dismiss', () => setDismissing(chosen), mayEdit && chosen !== null);
  useCommand('gap.reopen', () => chosen && void mark(chosen, 'clear'), mayEdit && isMarked);
  return (
    <>
      {error !== null && <ProblemBox error={error} />}
      <p className={`meta ${styles.keys}`}>{WORDS.keys}</p>
      <ol className={styles.list} ref={list} aria-label={WORDS.list(gaps.length)}>
        {gaps.map((gap) => (
          <GapRow
            key={gap.id}
            gap={gap}
            input={input}
            mark={markOf.get(gap.id) ?? null}
            isChosen={gap === chosen}
            onChoose={() => change({ gap: gap.id }, { replace: true })}
            onOpen={() => open(gap)}
            actions={
              mayEdit
                ? {
                    onAccept: () => setAccepting(gap),
                    onWatch: () => void mark(gap, 'watch'),
                    onDismiss: () => setDismissing(gap),
                    onReopen: () => void mark(gap, 'clear'),
                  }
                : null
            }
          />
        ))}
      </ol>
      {!mayEdit && <p className={`meta ${styles.keys}`}>{MAP_WORDS.mayNotEdit}</p>}
      {accepting && (
        <Suspense>
          <ProposedChange journey={journey} gap={accepting} input={input} onClose={() => setAccepting(null)} />
        </Suspense>
      )}
      {dismissing && (
        <DismissGap
          title={gapTitle(dismissing, input.contract)}
          onClose={() => setDismissing(null)}
          onDismiss={(reason) => {
            void mark(dismissing, 'dismiss', reason);
            setDismissing(null);
          }}
        />
      )}
    </>
  );
}
