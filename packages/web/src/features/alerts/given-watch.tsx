import { lazy, Suspense } from 'react';
import { useMay } from '../../api/session.ts';
import { readWatch } from '../../url/watch.ts';
import { useGivenWatch } from './use-watch-address.ts';

const WatchDialog = lazy(() => import('./watch-dialog.tsx').then((part) => ({ default: part.WatchDialog })));

/** The dialog that an address opens by itself, above whatever page it names. */
export function GivenWatch() {
  const mayWatch = useMay('editor');
  const { written, close } = useGivenWatch();
  const wished = written === undefined || !mayWatch ? null : readWatch(written);
  if (wished === null) return null;
  return (
    <Suspense>
      <WatchDialog {...wished} onClose={close} />
    </Suspense>
  );
}
