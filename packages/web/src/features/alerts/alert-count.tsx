import { NavCount } from '../../app/nav-count.tsx';
import { SHELL_WORDS } from '../../words/shell.ts';
import { useOpenAlerts } from './use-alerts.ts';

/** How many alerts are open and not quiet. */
export function AlertCount() {
  return <NavCount count={useOpenAlerts()} hint={SHELL_WORDS.counts.alerts} />;
}
