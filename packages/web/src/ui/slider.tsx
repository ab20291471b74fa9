import { type CSSProperties, useId } from 'react';
import styles from './slider.module.css';

/** A share in percent, with what it shows in words below. The platform's own slider: arrow keys, Page Up and Down, touch. */
export function Slider({
  label,
  value,
  min = 0,
  says,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly min?: number;
  readonly says: string;
  readonly onChange: (value: number) => void;
}) {
  const id = useId();
  const filled = { '--filled': `${((value - min) / (100 - min)) * 100}%` } as CSSProperties;
  return (
    <div className={styles.slider}>
      <div className={styles.top}>
        <label htmlFor={id}>{label}</label>
        <output htmlFor={id}>{value}%</output>
      </div>
      <input
        id={id}
        type="range"
        className={styles.range}
        style={filled}
        min={min}
        max={100}
        value={value}
        aria-valuetext={`${value}%`}
        aria-describedby={`${id}-says`}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
      <div className="meta" id={`${id}-says`}>
        {says}
      </div>
    </div>
  );
}
