import type { MapCard } from '@continuo/diagram';
import { classes } from '../../../../ui/classes.ts';
import styles from './cells.module.css';

/** Cards, each with what it rests on: thought dashed, measured lined, heard filled with how it felt. */
export function Cards({ cards }: { readonly cards: readonly MapCard[] }) {
  return cards.map((card, at) => (
    <span
      key={card.id ?? at}
      className={classes(
        styles.note,
        styles[card.evidence],
        card.evidence === 'heard' && styles[`heard-${card.felt ?? 'neutral'}`],
      )}
    >
      {card.text} <span className={styles.rests}>{card.words}</span>
    </span>
  ));
}
