import { FELT_WORDS } from '../words/marks.ts';
import { classes } from './classes.ts';
import styles from './marks.module.css';

export type Felt = 'unhappy' | 'neutral' | 'happy';

const EYES = 'M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20M9 9v1M15 9v1';
/** One path a face: dozens stand in a map, and each part of a drawing costs as much as a word. */
const SHAPES: Readonly<Record<Felt, string>> = {
  unhappy: `${EYES}M7.500 16.500q4.500-4 9 0`,
  neutral: `${EYES}M8 15h8`,
  happy: `${EYES}M7.500 14.500q4.500 4 9 0`,
};

/** How somebody felt, as a face in its colour. `isNamed`: spoken as well; else the words stand beside it. */
export function Face({
  felt,
  size,
  isNamed = false,
  className,
  top,
}: {
  readonly felt: Felt;
  /** Width and height, px. */
  readonly size: number;
  readonly isNamed?: boolean;
  readonly className?: string | undefined;
  /** Where it stands when its class places it, px. */
  readonly top?: number;
}) {
  return (
    <svg
      role="img"
      aria-label={FELT_WORDS[felt]}
      aria-hidden={!isNamed}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      className={classes(styles.line, styles[felt], className)}
      style={top === undefined ? undefined : { top }}
    >
      <path d={SHAPES[felt]} />
    </svg>
  );
}
