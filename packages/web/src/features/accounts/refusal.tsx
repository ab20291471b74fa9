import { ApiProblem } from '@continuo/contract';
import { UI_WORDS } from '../../words/ui.ts';
import styles from './accounts.module.css';

/** Why the server said no, beside the form it said it to. */
export function Refusal({ error }: { readonly error: unknown }) {
  if (!error) return null;
  return (
    <p className={styles.problem} role="alert">
      {error instanceof ApiProblem ? error.details.detail : UI_WORDS.brokenBody}
    </p>
  );
}
