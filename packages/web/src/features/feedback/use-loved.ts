import { type LovedMoment, mostLoved } from '@continuo/core';
import { useQueries } from '@tanstack/react-query';
import { client } from '../../api/client.ts';
import { type AskScope, useAnswer } from '../../api/hooks.ts';
import { useJourneys } from '../../api/journeys.ts';
import type { Asked } from './look-state.tsx';
import type { Look } from './use-feedback.ts';

const MOST = 12;

/** The same scope within one map; null: as it is. */
export function scopeIn(scope: AskScope, journey: string | null): AskScope {
  if (journey === null || scope.unit === 'journey') return scope;
  return { ...scope, unit: 'journey', journey: { key: journey, judgedBy: 'in-force' } };
}

interface Loved {
  readonly moments: readonly LovedMoment[];
  readonly rule: string;
}

/**
 * What customers loved on one map, or anywhere: then the maps whose numbers are ready are asked too, because their steps have
 * a team. A map that cannot be asked is left out.
 */
export function useLoved(look: Look, map: string | undefined): Asked<Loved> & { readonly isFetching: boolean } {
  const asked = useAnswer('praise', look.scope, { limit: MOST }, { isOn: look.isReady });
  const { data: journeys } = useJourneys();
  const others = map === undefined ? (journeys ?? []).filter((one) => one.version !== null && one.judging.isReady) : [];
  const byMap = useQueries({
    queries: others.map(({ key }) => {
      const scope = scopeIn(look.scope, key);
      return {
        queryKey: ['ask', 'praise', scope, { limit: MOST }],
        queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
          client.ask('praise', { scope, input: { limit: MOST }, signal }),
        retry: false,
      };
    }),
    combine: (answers) => ({
      isPending: answers.some((one) => one.isPending),
      moments: answers.flatMap(({ data }, at) =>
        (data?.result.moments ?? []).map((moment): LovedMoment => ({ ...moment, journey: others[at]?.key ?? null })),
      ),
    }),
  });
  const { data, error, refetch, isFetching } = asked;
  const own = (data?.result.moments ?? []).map((moment): LovedMoment => ({ ...moment, journey: map ?? null }));
  const isWhole = data !== undefined && !byMap.isPending && (map !== undefined || journeys !== undefined);
  return {
    error,
    refetch,
    isFetching,
    // Moments of maps first: of two that are equally sure the one with a team is told.
    data: isWhole
      ? { result: { moments: mostLoved([...byMap.moments, ...own], MOST), rule: data.result.rule } }
      : undefined,
  };
}
