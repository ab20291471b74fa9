import { Link, useParams } from '@tanstack/react-router';
import { PageHead } from '../../app/page-head.tsx';
import { ALERT_WORDS as WORDS } from '../../words/alerts.ts';
import tabs from '../paths/paths-frame.module.css';

const TABS = [
  { to: '/w/$ws/alerts', text: WORDS.tabs.open },
  { to: '/w/$ws/alerts/past', text: WORDS.tabs.past },
  { to: '/w/$ws/alerts/watches', text: WORDS.tabs.watches },
] as const;

/** Title row of the pages with lists of alerts and watches. */
export function AlertsHead() {
  const { ws } = useParams({ from: '/w/$ws' });
  return (
    <PageHead
      title={WORDS.title}
      after={
        <nav className={tabs.tabs} aria-label={WORDS.tabs.name}>
          {TABS.map(({ to, text }) => (
            <Link key={to} to={to} params={{ ws }} className={tabs.tab} activeOptions={{ exact: true }}>
              {text}
            </Link>
          ))}
        </nav>
      }
    />
  );
}
