import { Outlet, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useKeys } from '../commands/keys.ts';
import { useCommand } from '../commands/live.ts';
import { chooseTheme } from '../theme/theme.ts';
import { Announcer } from '../ui/announcer.tsx';
import { focusHeading } from './page-title.ts';

const Palette = lazy(() => import('./palette.tsx').then((part) => ({ default: part.Palette })));
const Shortcuts = lazy(() => import('./shortcuts.tsx').then((part) => ({ default: part.Shortcuts })));

/** What stands around every page: keys, palette, live region, focus on the new page's heading. */
export function Root() {
  const [layer, setLayer] = useState<'palette' | 'help' | null>(null);
  useKeys();
  useCommand('app.palette', () => setLayer('palette'));
  useCommand('app.help', () => setLayer('help'));
  useCommand('theme.system', () => chooseTheme('system'));
  useCommand('theme.light', () => chooseTheme('light'));
  useCommand('theme.dark', () => chooseTheme('dark'));
  useHeadingFocus();
  return (
    <>
      <Outlet />
      <Announcer />
      <Suspense>
        {layer === 'palette' && <Palette onClose={() => setLayer(null)} />}
        {layer === 'help' && <Shortcuts onClose={() => setLayer(null)} />}
      </Suspense>
    </>
  );
}

function useHeadingFocus(): void {
  const router = useRouter();
  const isFirst = useRef(true);
  useEffect(() => {
    let giveUp = () => {};
    const unsubscribe = router.subscribe('onRendered', ({ fromLocation, toLocation }) => {
      const isNewPage = fromLocation?.pathname !== toLocation.pathname;
      if (!isFirst.current && isNewPage) {
        giveUp();
        requestAnimationFrame(() => {
          giveUp = focusHeading();
        });
      }
      isFirst.current = false;
    });
    return () => {
      unsubscribe();
      giveUp();
    };
  }, [router]);
}
