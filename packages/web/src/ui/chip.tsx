import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { Glyph } from './glyph.tsx';
import styles from './marks.module.css';

export type ChipTone = 'plain' | 'good' | 'harm' | 'watch' | 'accent' | 'wow';

/** A short fact. `good` and `harm` bring their shape, so that colour never stands alone. */
export function Chip({ tone = 'plain', children }: { readonly tone?: ChipTone; readonly children: ReactNode }) {
  return (
    <span className={classes(styles.chip, tone !== 'plain' && styles[tone])}>
      {(tone === 'good' || tone === 'harm' || tone === 'watch') && <Glyph kind={tone} />}
      {children}
    </span>
  );
}
