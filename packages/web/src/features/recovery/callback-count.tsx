import { useMay } from '../../api/session.ts';
import { NavCount } from '../../app/nav-count.tsx';
import { SHELL_WORDS } from '../../words/shell.ts';
import { useCallbacks } from './use-callbacks.ts';

/** How many call-backs are mine or nobody's; nothing for those who do not work them. */
export function CallbackCount() {
  const { data } = useCallbacks('mine', 1, useMay('operator'));
  return <NavCount count={data ? data.counts.mine + data.counts.unassigned : 0} hint={SHELL_WORDS.counts.callbacks} />;
}
