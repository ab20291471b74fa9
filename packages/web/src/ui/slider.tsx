import { Label } from 'react-aria-components/Label';
import { Slider as AriaSlider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components/Slider';
import styles from './slider.module.css';

/** A share in percent, with what it shows in words below. Arrow keys move it by one, Page Up and Down by ten. */
export function Slider({
  label,
  value,
  min = 0,
  says,
  onChange,
  onDone,
}: {
  readonly label: string;
  readonly value: number;
  readonly min?: number;
  readonly says: string;
  readonly onChange: (value: number) => void;
  readonly onDone?: (value: number) => void;
}) {
  return (
    <AriaSlider
      className={styles.slider ?? ''}
      value={value}
      minValue={min}
      maxValue={100}
      onChange={(next) => onChange(next as number)}
      {...(onDone && { onChangeEnd: (next: number | number[]) => onDone(next as number) })}
    >
      <div className={styles.top}>
        <Label>{label}</Label>
        <SliderOutput>{() => `${value}%`}</SliderOutput>
      </div>
      <SliderTrack className={styles.track ?? ''}>
        <div className={styles.rail} />
        <div className={styles.fill} style={{ width: `calc(${((value - min) / (100 - min)) * 100}% + 9px)` }} />
        <SliderThumb className={styles.thumb ?? ''} />
      </SliderTrack>
      <div className="meta">{says}</div>
    </AriaSlider>
  );
}
