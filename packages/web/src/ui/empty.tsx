import type { ReactNode } from 'react';
import styles from './state.module.css';

/** What will be here, why it is empty, one thing to do. */
export function Empty({
  title,
  says,
  children,
}: {
  readonly title: string;
  readonly says: string;
  readonly children?: ReactNode;
}) {
  return (
    <section className={styles.empty}>
      <svg className={styles.outline} viewBox="0 0 360 96" fill="none" stroke="currentColor" aria-hidden="true">
        <path
          d="M86 48C120 48 120 22 148 22M86 48C120 48 120 74 148 74M212 22C246 22 246 48 274 48M212 74C246 74 246 48 274 48"
          strokeWidth="2"
        />
        {[
          [22, 32],
          [148, 6],
          [148, 58],
          [274, 32],
        ].map(([x, y]) => (
          <rect key={`${x}-${y}`} x={x} y={y} width="64" height="32" rx="6" strokeWidth="1.5" />
        ))}
      </svg>
      <h2>{title}</h2>
      <p>{says}</p>
      {children && <div className={styles.actions}>{children}</div>}
    </section>
  );
}
