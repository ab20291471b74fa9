import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { PathsSearch, ScopeSearch } from '../../url/search.ts';

export type ChangeSearch<Search> = (change: Search, options?: { readonly replace?: boolean }) => void;

/** The part of an address that says what is looked at, and the way to change it. */
export type ScopeControl = readonly [ScopeSearch, ChangeSearch<ScopeSearch>];

/** The address of a Paths page and the way to change it. Sliders and typing replace the history, clicks add to it. */
export function usePathsSearch(): readonly [PathsSearch, ChangeSearch<PathsSearch>] {
  const search = useSearch({ from: '/w/$ws/shell/paths' });
  const navigate = useNavigate();
  const change = useCallback<ChangeSearch<PathsSearch>>(
    (next, options) =>
      void navigate({
        to: '.',
        search: (last: PathsSearch) => ({ ...last, ...next }),
        replace: options?.replace ?? false,
        resetScroll: false,
      } as never),
    [navigate],
  );
  return [search, change];
}
