import type { ReactNode } from 'react';
import styles from './columns.module.css';

/** Cards of a page in a wide column and a narrow one beside it; where there is no room, one under the other. */
export function Columns({ children, beside }: { readonly children: ReactNode; readonly beside: ReactNode }) {
  return (
    <div className={styles.page}>
      <div className={styles.stack}>{children}</div>
      <div className={styles.stack}>{beside}</div>
    </div>
  );
}
