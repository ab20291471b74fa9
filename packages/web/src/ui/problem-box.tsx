import { ApiProblem } from '@continuo/contract';
import { UI_WORDS } from '../words/ui.ts';
import { Button } from './button.tsx';
import styles from './state.module.css';

/** What went wrong, where it happened: in words, with a way on and what to tell whoever helps. */
export function ProblemBox({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const details = error instanceof ApiProblem ? error.details : null;
  // Who may not do this can try again as often as they like.
  const isDenied = details?.status === 403;
  return (
    <section className={styles.problem} role="alert">
      <h2>{details?.title ?? UI_WORDS.brokenTitle}</h2>
      <p>{details?.detail ?? UI_WORDS.brokenBody}</p>
      {!isDenied && <p className="meta">{UI_WORDS.nothingLost}</p>}
      <div className={styles.actions}>
        {onRetry && !isDenied && <Button onPress={onRetry}>{UI_WORDS.retry}</Button>}
        {details?.requestId && (
          <Button look="ghost" onPress={() => void navigator.clipboard?.writeText(details.requestId ?? '')}>
            {UI_WORDS.copyRequest(details.requestId)}
          </Button>
        )}
      </div>
    </section>
  );
}
