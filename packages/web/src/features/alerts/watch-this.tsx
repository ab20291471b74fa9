import type { Measured } from '@continuo/core';
import { BellPlus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { AskScope } from '../../api/hooks.ts';
import { useMay } from '../../api/session.ts';
import { Button } from '../../ui/button.tsx';
import { ALERT_WORDS } from '../../words/alerts.ts';

const WatchDialog = lazy(() => import('./watch-dialog.tsx').then((part) => ({ default: part.WatchDialog })));

/** Beside any number that has days: opens what a watch over it would say. Only for those who may watch. */
export function WatchThis({
  measured,
  filters = [],
}: {
  readonly measured: Measured | null;
  readonly filters?: NonNullable<AskScope['filters']>;
}) {
  const mayWatch = useMay('editor');
  const [isOpen, setOpen] = useState(false);
  if (measured === null || !mayWatch) return null;
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <BellPlus size={14} strokeWidth={1.75} aria-hidden="true" />
        {ALERT_WORDS.watch.button}
      </Button>
      {isOpen && (
        <Suspense>
          <WatchDialog measured={measured} filters={filters} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
