import type { Journey } from '@continuo/contract';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useOverview } from '../../../api/hooks.ts';
import { type Filter, readFilters } from '../../../url/filters.ts';
import { type Period, readPeriod } from '../../../url/period.ts';
import type { MapSearch } from '../../../url/search.ts';
import type { ChangeSearch } from '../../paths/use-paths.ts';
import { readJudged } from './judged.ts';
import { usualJudge } from './use-journey.ts';
import type { SideWish } from './use-side.ts';

/** The address of a map and the way to change it: clicks add to the history, typing replaces it. */
export function useMapSearch(): readonly [MapSearch, ChangeSearch<MapSearch>] {
  const search = useSearch({ from: '/w/$ws/shell/journeys/$key' });
  const navigate = useNavigate();
  const change = useCallback<ChangeSearch<MapSearch>>(
    (next, options) =>
      void navigate({
        to: '.',
        search: (last: MapSearch) => ({ ...last, ...next }),
        replace: options?.replace ?? false,
        resetScroll: false,
      } as never),
    [navigate],
  );
  return [search, change];
}

interface Looked {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly f?: string | undefined;
  readonly judged?: string | undefined;
}

/** What an address of a map, its gaps or its presentation looks at. */
export function useLook(
  journey: Journey,
  { from, to, f, judged }: Looked,
): Pick<SideWish, 'judgedBy' | 'filters'> & { readonly range: Period | null } {
  const { workspace, firstMs, lastMs } = useOverview();
  const { timeZone } = workspace;
  const range = useMemo(
    () => readPeriod(from, to, { timeZone, firstMs, lastMs }),
    [from, to, timeZone, firstMs, lastMs],
  );
  const filters = useMemo((): readonly Filter[] => readFilters(f) ?? [], [f]);
  return { judgedBy: readJudged(judged) ?? usualJudge(journey), range, filters };
}
