import type { SaidAt } from '@continuo/core';
import { placedSteps } from '@continuo/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { type AskScope, useOverview } from '../../api/hooks.ts';
import { journeyQuery, useJourneys } from '../../api/journeys.ts';
import { readSaidAt } from '../../url/said-at.ts';
import type { FeedbackSearch } from '../../url/search.ts';
import { FEEDBACK_WORDS as WORDS } from '../../words/feedback.ts';
import { useJudging, usualJudge } from '../journeys/map/use-journey.ts';
import type { ChangeSearch } from '../paths/use-paths.ts';
import { scopeOf } from '../paths/use-scope.ts';

/** The address of a Feedback page and the way to change it: clicks add to the history, typing replaces it. */
export function useFeedbackSearch(): readonly [FeedbackSearch, ChangeSearch<FeedbackSearch>] {
  const search = useSearch({ from: '/w/$ws/shell/feedback' });
  const navigate = useNavigate();
  const change = useCallback<ChangeSearch<FeedbackSearch>>(
    (next, options) =>
      void navigate({
        to: '.',
        search: (last: FeedbackSearch) => ({ ...last, ...next }),
        replace: options?.replace ?? false,
        resetScroll: false,
      } as never),
    [navigate],
  );
  return [search, change];
}

/** What a Feedback page looks at. */
export interface Look {
  readonly scope: AskScope;
  readonly at: SaidAt | null;
  /** False while it is not known what to ask, or the numbers of the map are being made. */
  readonly isReady: boolean;
  /** Percent of the numbers of the map that are made; null: nothing is waited for. */
  readonly progress: number | null;
  readonly error: unknown;
  /** The address names a map that is not there. */
  readonly isGone: boolean;
  /** Title of the map looked at; null: everything. */
  readonly map: string | null;
  readonly nameOf: (at: SaidAt) => string;
}

/** Everything by touchpoint, or one map by step, as the address says. */
export function useLook(search: FeedbackSearch): Look {
  const overview = useOverview();
  const { from, to, f, map: key } = search;
  const { data: journeys, error } = useJourneys();
  const entry = journeys?.find((one) => one.key === key);
  const isMap = key !== undefined;
  const judgedBy = entry ? usualJudge(entry) : 'in-force';
  const judging = useJudging(key ?? '', judgedBy, entry !== undefined);
  const { data: journey } = useQuery({ ...journeyQuery(key ?? ''), enabled: entry !== undefined });
  const scope = useMemo((): AskScope => {
    const { range, filters } = scopeOf({ from, to, f }, overview);
    const place =
      key === undefined ? { unit: 'person' as const } : { unit: 'journey' as const, journey: { key, judgedBy } };
    return { ...place, ...(range && { range }), ...(filters && { filters }) };
  }, [from, to, f, overview, key, judgedBy]);
  const titles = useMemo(
    () => new Map(journey ? placedSteps(journey.draft).map(({ step }) => [step.id, step.title] as const) : []),
    [journey],
  );
  const at = readSaidAt(search.at);
  return {
    scope,
    at: at?.kind === 'step' && !isMap ? null : at,
    isReady: !isMap || judging.data?.isReady === true,
    progress: judging.data && !judging.data.isReady ? (judging.data.progress ?? 0) : null,
    error: isMap ? (error ?? judging.error ?? (judging.data?.error ? new Error(judging.data.error) : null)) : null,
    isGone: isMap && journeys !== undefined && entry === undefined,
    map: entry?.title ?? null,
    nameOf: (place) =>
      place.kind === 'step' ? (titles.get(place.step) ?? (journey ? WORDS.places.gone : place.step)) : place.activity,
  };
}
