import { formatCount } from '@continuo/diagram';
import type { ReactNode } from 'react';
import { classes } from '../../../../ui/classes.ts';
import { Glyph } from '../../../../ui/glyph.tsx';
import { MAP_WORDS } from '../../../../words/map.ts';
import styles from './compare.module.css';
import type { ComparedCell, Difference, SideValue } from './compare-views.ts';

const WORDS = MAP_WORDS.comparing;

function Step({ cell, only }: { readonly cell: ReactNode; readonly only: 'left' | 'right' | null }) {
  return (
    <div className={styles.step}>
      {cell}
      {only && <span className={styles.only}>{only === 'left' ? WORDS.onlyHere : WORDS.onlyThere}</span>}
    </div>
  );
}

/** Both values and how they differ; what only one side has says so by itself. */
function Pair({ pair: { left, right, difference } }: { readonly pair: ComparedCell }) {
  if (left === null && right === null) return null;
  if (difference?.kind === 'same' && left?.count === null) return <span className={styles.faint}>{left.text}</span>;
  return (
    <span className={styles.cell}>
      <Value side={WORDS.left} value={left} />
      <Value side={WORDS.right} value={right} />
      {difference && <Change difference={difference} />}
    </span>
  );
}

function Value({ side, value }: { readonly side: string; readonly value: SideValue | null }) {
  return (
    <span className={styles.value}>
      <span className={styles.faint}>{side}</span>
      <span>
        {value === null ? '–' : value.count ? WORDS.count(value.text, formatCount(value.count.of)) : value.text}
      </span>
    </span>
  );
}

function Change({ difference }: { readonly difference: Difference }) {
  switch (difference.kind) {
    case 'more':
    case 'fewer': {
      const { tone, what } = difference;
      return (
        <span className={classes(styles.change, styles[tone])}>
          {tone !== 'neutral' && <Glyph kind={tone} size={10} />}
          {WORDS[what][difference.kind](formatCount(difference.of100))}
        </span>
      );
    }
    case 'no-difference':
      return <span className={styles.faint}>{WORDS.same}</span>;
    case 'too-few':
      return <span className={styles.faint}>{WORDS.tooFew}</span>;
    default:
      return null;
  }
}

export const ComparedBody = { Step, Pair } as const;
