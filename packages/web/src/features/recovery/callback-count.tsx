import { useMay } from '../../api/session.ts';
import { NavCount } from '../../app/nav-count.tsx';
import { CALLBACK_WORDS } from '../../words/callbacks.ts';
import { useCallbacks } from './use-callbacks.ts';

/** How many call-backs are mine or nobody's; nothing for those who do not work them. */
export function CallbackCount() {
  const { data } = useCallbacks('mine', 1, useMay('operator'));
  return <NavCount count={data ? data.counts.mine + data.counts.unassigned : 0} hint={CALLBACK_WORDS.countHint} />;
}
