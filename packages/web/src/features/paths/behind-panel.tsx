import type { Behind } from '@continuo/core';
import { lazy, Suspense, useState } from 'react';
import type { AskScope } from '../../api/hooks.ts';

const PeoplePanel = lazy(() => import('../customers/people-panel.tsx').then((part) => ({ default: part.PeoplePanel })));

/** Opens the customers behind a stop of a drawing. The second value goes into the page. */
export function useBehind(scope: AskScope) {
  const [behind, setBehind] = useState<Behind | null>(null);
  const panel = behind && (
    <Suspense>
      <PeoplePanel behind={behind} scope={scope} onClose={() => setBehind(null)} />
    </Suspense>
  );
  const open = (stop: { readonly behind: Behind | null }) => stop.behind && setBehind(stop.behind);
  return [open, panel] as const;
}
