import { Flag, Link2, OctagonX, Star } from 'lucide-react';
import { classes } from '../../../../ui/classes.ts';
import { Glyph } from '../../../../ui/glyph.tsx';
import { MAP_WORDS } from '../../../../words/map.ts';
import styles from './cells.module.css';
import type { CellOf } from './map-cell.tsx';

const GLYPHS = { good: 'good', alert: 'harm', none: 'none' } as const;

/** A step: dashed where only planned, solid where lived, "+" where it is not on our map. */
export function StepCard({ cell }: { readonly cell: CellOf<'step'> }) {
  const { title, outline, status, foot, mark, matters, ends } = cell;
  const isMarked = mark !== null && mark !== 'linked';
  return (
    <div className={classes(styles.card, styles[outline], outline === 'solid' && styles[`edge-${status}`])}>
      <span className={styles.title}>{title}</span>
      {foot !== '' && (
        <span className={classes(styles.foot, isMarked && styles[`foot-${status}`])}>
          {isMarked && <Glyph kind={GLYPHS[mark]} size={11} />}
          {mark === 'linked' && <Link2 size={12} strokeWidth={1.75} aria-hidden="true" />}
          {foot}
        </span>
      )}
      {outline === 'plus' && (
        <span className={styles.badge}>
          <Glyph kind="plus" size={11} />
        </span>
      )}
      {matters && (
        <span className={styles.star} title={MAP_WORDS.grid.matters}>
          <Star size={11} fill="currentColor" aria-hidden="true" />
        </span>
      )}
      {ends !== null && (
        <span className={styles.ends} title={MAP_WORDS.grid[ends]}>
          {ends === 'goal' ? (
            <Flag size={11} strokeWidth={1.75} aria-hidden="true" />
          ) : (
            <OctagonX size={11} strokeWidth={1.75} aria-hidden="true" />
          )}
        </span>
      )}
    </div>
  );
}
