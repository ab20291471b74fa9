import type { Overview } from '@continuo/contract';
import { useMemo } from 'react';
import { type AskScope, useOverview } from '../../api/hooks.ts';
import { readFilters } from '../../url/filters.ts';
import { readPeriod } from '../../url/period.ts';
import type { ScopeSearch } from '../../url/search.ts';
import { readSpan } from '../../url/span.ts';

/** Silence that ends a journey where neither the person nor the data say. */
export const USUAL_GAP_MS = 30 * 86_400_000;

/** The scope an address asks for; what it does not say follows from the data. */
export function scopeOf(search: ScopeSearch, overview: Overview): AskScope {
  const { workspace, firstMs, lastMs, hasCases, suggestedGap } = overview;
  const unit = search.unit ?? (hasCases ? 'case' : 'person');
  const range = readPeriod(search.from, search.to, { timeZone: workspace.timeZone, firstMs, lastMs });
  return {
    unit,
    ...(range && { range }),
    ...(unit === 'gap' && { gapMs: readSpan(search.gap) ?? suggestedGap?.gapMs ?? USUAL_GAP_MS }),
    filters: readFilters(search.f) ?? [],
  };
}

/** The scope of this page's address. */
export function useScope(search: ScopeSearch): AskScope {
  const overview = useOverview();
  const { from, to, unit, gap, f } = search;
  return useMemo(() => scopeOf({ from, to, unit, gap, f }, overview), [from, to, unit, gap, f, overview]);
}
