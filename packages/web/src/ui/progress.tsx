import { useEffect, useRef } from 'react';
import { announce } from './announcer.tsx';
import styles from './state.module.css';

/** Long work: how far it is (0 … 1), in words below. Speaks at each quarter. */
export function Progress({
  label,
  value,
  says,
}: {
  readonly label: string;
  readonly value: number;
  readonly says: string;
}) {
  const percent = Math.round(value * 100);
  const spoken = useRef(0);
  useEffect(() => {
    const quarter = Math.floor(percent / 25);
    if (quarter > spoken.current) announce(`${label}: ${quarter * 25}%`);
    spoken.current = quarter;
  }, [percent, label]);
  return (
    <div className={styles.progress}>
      <div
        className={styles.rail}
        role="progressbar"
        aria-label={label}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuetext={says}
      >
        <div className={styles.fill} style={{ width: `${percent}%` }} />
      </div>
      <span className="meta">{says}</span>
    </div>
  );
}
