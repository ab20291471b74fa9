import type { Measured } from '@continuo/core';
import { BellPlus } from 'lucide-react';
import { lazy, Suspense } from 'react';
import type { AskScope } from '../../api/hooks.ts';
import { useMay } from '../../api/session.ts';
import { Button } from '../../ui/button.tsx';
import type { Filter } from '../../url/filters.ts';
import { writeWatch } from '../../url/watch.ts';
import { ALERT_WORDS } from '../../words/alerts.ts';
import { useWatchAddress } from './use-watch-address.ts';

const WatchDialog = lazy(() => import('./watch-dialog.tsx').then((part) => ({ default: part.WatchDialog })));

/** Beside any number that has days: opens what a watch over it would say. Only for those who may watch. */
export function WatchThis({
  measured,
  filters = [],
  what = ALERT_WORDS.watch.button,
}: {
  readonly measured: Measured | null;
  readonly filters?: NonNullable<AskScope['filters']>;
  /** Words of the button, where more than one number stands near. */
  readonly what?: string;
}) {
  const mayWatch = useMay('editor');
  if (measured === null || !mayWatch) return null;
  return <Opener measured={measured} filters={filters} what={what} />;
}

function Opener({
  measured,
  filters,
  what,
}: {
  readonly measured: Measured;
  readonly filters: NonNullable<AskScope['filters']>;
  readonly what: string;
}) {
  const { isOpen, open, close } = useWatchAddress(writeWatch({ measured, filters: filters as readonly Filter[] }));
  return (
    <>
      <Button onPress={open}>
        <BellPlus size={14} strokeWidth={1.75} aria-hidden="true" />
        {what}
      </Button>
      {isOpen && (
        <Suspense>
          <WatchDialog measured={measured} filters={filters} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
