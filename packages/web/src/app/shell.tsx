import { Outlet, useLocation, useNavigate, useParams } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useCommand } from '../commands/live.ts';
import { OpenNotice } from '../features/accounts/open-notice.tsx';
import { GivenWatch } from '../features/alerts/given-watch.tsx';
import { classes } from '../ui/classes.ts';
import { Notice } from '../ui/notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { SHELL_WORDS } from '../words/shell.ts';
import { brokenParts } from './broken-link.ts';
import { Nav } from './nav.tsx';
import styles from './shell.module.css';
import { useIsWide } from './use-is-wide.ts';

/** Read once: the address the person came with. */
const BROKEN_AT_START = brokenParts(location.pathname, location.search);
const SETTING = 'continuo.nav';

/** Navigation on the left (or at the bottom of a phone), the page beside it. */
export function Shell() {
  const { ws } = useParams({ from: '/w/$ws' });
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const [broken, setBroken] = useState(BROKEN_AT_START);
  const [isThin, toggle] = useThinNav(pathname);
  const go = (to: Parameters<typeof navigate>[0]['to']) => () => void navigate({ to, params: { ws } } as never);
  useCommand('go.home', go('/w/$ws/home'));
  useCommand('go.journeys', go('/w/$ws/journeys'));
  useCommand('go.paths', go('/w/$ws/paths/graph'));
  useCommand('go.customers', go('/w/$ws/customers'));
  useCommand('go.feedback', go('/w/$ws/feedback'));
  useCommand('go.callbacks', go('/w/$ws/callbacks'));
  useCommand('go.letters', go('/w/$ws/letters'));
  useCommand('go.data', go('/w/$ws/data/imports'));
  useCommand('go.sources', go('/w/$ws/data/sources'));
  useCommand('go.events', go('/w/$ws/data/events'));
  useCommand('go.alerts', go('/w/$ws/alerts'));
  useCommand('go.welcome', go('/w/$ws/welcome'));
  useCommand('app.nav', toggle);
  return (
    <div className={classes(styles.shell, isThin && styles.thin)}>
      <a className={styles.skip} href="#page">
        {SHELL_WORDS.skip}
      </a>
      <Nav isThin={isThin} onToggle={toggle} />
      <main className={styles.main} id="page" tabIndex={-1}>
        <OpenNotice />
        {broken.length > 0 && (
          <Notice onClose={() => setBroken([])}>{SHELL_WORDS.brokenLink(broken.join(', '))}</Notice>
        )}
        <Suspense fallback={<Skeleton height={240} />}>
          <Outlet />
        </Suspense>
        <GivenWatch />
      </main>
    </div>
  );
}

/** Narrow on narrow screens and beside wide drawings and maps, unless the person chose. */
function useThinNav(pathname: string): readonly [boolean, () => void] {
  const isWide = useIsWide(1280);
  const [, , , page, key] = pathname.split('/');
  const isDrawing = page === 'paths' || (page === 'journeys' && key !== undefined);
  const [chosen, setChosen] = useState(() => localStorage.getItem(SETTING));
  const isThin = chosen ? chosen === 'thin' : !isWide || isDrawing;
  const toggle = () => {
    const next = isThin ? 'wide' : 'thin';
    localStorage.setItem(SETTING, next);
    setChosen(next);
  };
  return [isThin, toggle];
}
