import { UI_WORDS } from '../words/ui.ts';
import styles from './state.module.css';

const WIDTHS = ['62%', '88%', '74%', '91%', '55%', '80%'];

/** The outline of what is on its way. It shows only after 200 ms, so that quick answers do not flicker. */
export function Skeleton({ lines = 4, height }: { readonly lines?: number; readonly height?: number }) {
  return (
    <div className={styles.skeleton} role="status">
      <span className="sr">{UI_WORDS.loading}</span>
      {height ? (
        <div className={styles.block} style={{ height }} />
      ) : (
        WIDTHS.slice(0, lines).map((width) => <div key={width} className={styles.bar} style={{ width }} />)
      )}
    </div>
  );
}

/** A thin bar over older figures while newer ones are on their way. */
export function Refreshing({ isOn }: { readonly isOn: boolean }) {
  return isOn ? <div className={styles.refresh} aria-hidden="true" /> : null;
}
