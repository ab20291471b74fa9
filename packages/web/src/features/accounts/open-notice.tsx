import { Link } from '@tanstack/react-router';
import { useSession } from '../../api/session.ts';
import { OPEN_WORDS as WORDS } from '../../words/accounts.ts';
import styles from './accounts.module.css';

/** Says plainly that nobody has to sign in yet, and how to change that. */
export function OpenNotice() {
  const { mode } = useSession();
  if (mode !== 'open') return null;
  return (
    <p className={styles.open}>
      {WORDS.says} <Link to="/welcome/admin">{WORDS.action}</Link>
    </p>
  );
}
