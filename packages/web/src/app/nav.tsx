import { Link, useLocation, useParams } from '@tanstack/react-router';
import {
  Bell,
  CircleHelp,
  Database,
  House,
  Map as MapIcon,
  MessageSquareText,
  PanelLeft,
  PhoneCall,
  Search,
  SunMoon,
  Users,
  Waypoints,
} from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useOverview } from '../api/hooks.ts';
import { perform } from '../commands/live.ts';
import { isMac } from '../commands/platform.ts';
import { commandOf, printKeys } from '../commands/registry.ts';
import { AccountMenu } from '../features/accounts/account-menu.tsx';
import { AlertCount } from '../features/alerts/alert-count.tsx';
import { CallbackCount } from '../features/recovery/callback-count.tsx';
import { chooseTheme, type ThemeChoice, useThemeChoice } from '../theme/theme.ts';
import { Logo } from '../ui/logo.tsx';
import { SHELL_WORDS } from '../words/shell.ts';
import styles from './shell.module.css';

const ITEMS = [
  { to: '/w/$ws/home', icon: House, text: SHELL_WORDS.pages.home },
  { to: '/w/$ws/journeys', icon: MapIcon, text: SHELL_WORDS.pages.journeys },
  { to: '/w/$ws/paths', icon: Waypoints, text: SHELL_WORDS.pages.paths, under: SHELL_WORDS.understand },
  { to: '/w/$ws/customers', icon: Users, text: SHELL_WORDS.pages.customers },
  { to: '/w/$ws/feedback', icon: MessageSquareText, text: SHELL_WORDS.pages.feedback },
  {
    to: '/w/$ws/callbacks',
    icon: PhoneCall,
    text: SHELL_WORDS.pages.callbacks,
    under: SHELL_WORDS.act,
    after: <CallbackCount />,
  },
] as const;

const NEXT_THEME: Readonly<Record<ThemeChoice, ThemeChoice>> = { system: 'light', light: 'dark', dark: 'system' };

export function Nav({ isThin, onToggle }: { readonly isThin: boolean; readonly onToggle: () => void }) {
  const { ws } = useParams({ from: '/w/$ws' });
  const { workspace } = useOverview();
  const theme = useThemeChoice();
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // On a phone the row may be wider than the screen: the page one is on is in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at again on every page
  useEffect(() => {
    nav.current?.querySelector('[aria-current], [data-active]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [pathname]);
  const size = isThin ? 18 : 16;
  const icon = { size, strokeWidth: 1.75, 'aria-hidden': true } as const;
  const themeWords = `${SHELL_WORDS.theme.name}: ${SHELL_WORDS.theme[theme]}`;
  return (
    <nav className={styles.nav} aria-label={SHELL_WORDS.nav} ref={nav}>
      <div className={styles.workspace}>
        <Logo />
        {!isThin && <span>{workspace.name}</span>}
      </div>
      <button type="button" className={styles.search} onClick={() => perform('app.palette')} title={SHELL_WORDS.search}>
        <Search {...icon} size={isThin ? 18 : 14} />
        <span className={`${styles.word} ${styles.long}`}>{SHELL_WORDS.search}</span>
        <span className={styles.short}>{SHELL_WORDS.searchShort}</span>
        {!isThin && (
          <span className="kbd" aria-hidden="true">
            {printKeys(commandOf('app.palette').keys ?? '', isMac()).join('')}
          </span>
        )}
      </button>
      {ITEMS.map((item) => (
        <NavItem key={item.to} {...item} ws={ws} isThin={isThin} />
      ))}
      <div className={styles.space} />
      <NavItem
        to="/w/$ws/alerts"
        icon={Bell}
        text={SHELL_WORDS.pages.alerts}
        ws={ws}
        isThin={isThin}
        section="alerts"
        after={<AlertCount />}
      />
      <NavItem
        to="/w/$ws/data/imports"
        icon={Database}
        text={SHELL_WORDS.pages.data}
        ws={ws}
        isThin={isThin}
        section="data"
      />
      <AccountMenu className={`${styles.item} ${styles.wide}`} wordClass={styles.word ?? ''} />
      <button
        type="button"
        className={`${styles.item} ${styles.wide}`}
        title={themeWords}
        onClick={() => chooseTheme(NEXT_THEME[theme])}
      >
        <SunMoon {...icon} />
        <span className={styles.word}>{themeWords}</span>
      </button>
      <button
        type="button"
        className={`${styles.item} ${styles.wide}`}
        title={SHELL_WORDS.help}
        onClick={() => perform('app.help')}
      >
        <CircleHelp {...icon} />
        <span className={styles.word}>{SHELL_WORDS.help}</span>
      </button>
      <button
        type="button"
        className={`${styles.item} ${styles.wide}`}
        title={isThin ? SHELL_WORDS.expand : SHELL_WORDS.collapse}
        aria-expanded={!isThin}
        onClick={onToggle}
      >
        <PanelLeft {...icon} />
        <span className={isThin ? styles.word : 'sr'}>{isThin ? SHELL_WORDS.expand : SHELL_WORDS.collapse}</span>
      </button>
    </nav>
  );
}

interface NavItemProps {
  readonly to: (typeof ITEMS)[number]['to'] | '/w/$ws/data/imports' | '/w/$ws/alerts';
  readonly icon: typeof House;
  readonly text: string;
  readonly under?: string;
  /** How many wait there. */
  readonly after?: ReactNode;
  readonly ws: string;
  readonly isThin: boolean;
  readonly section?: string;
}

function NavItem({ to, icon: Icon, text, under, after, ws, isThin, section }: NavItemProps) {
  const isHere = location.pathname.includes(`/w/${ws}/${section ?? '-'}/`);
  return (
    <>
      {under && <div className={styles.heading}>{under}</div>}
      <Link
        to={to}
        params={{ ws }}
        className={styles.item}
        activeOptions={{ includeSearch: false }}
        title={isThin ? text : undefined}
        data-active={isHere || undefined}
      >
        <Icon size={isThin ? 18 : 16} strokeWidth={1.75} aria-hidden="true" />
        <span className={styles.word}>{text}</span>
        {after}
      </Link>
    </>
  );
}
