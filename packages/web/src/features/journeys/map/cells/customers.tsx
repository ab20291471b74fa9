import { formatCount } from '@continuo/diagram';
import { classes } from '../../../../ui/classes.ts';
import { Glyph } from '../../../../ui/glyph.tsx';
import { MAP_WORDS } from '../../../../words/map.ts';
import { FigureButton } from '../figures.tsx';
import styles from './customers.module.css';
import type { CellOf } from './map-cell.tsx';

const percent = (share: number): { readonly height: string } => ({ height: `${100 * share}%` });

/** Customers as a column: lived solid, over it harm, another way, still to come, up to the planned line. */
export function Customers({ cell }: { readonly cell: CellOf<'customers'> }) {
  return cell.isOffMap ? <OffMap cell={cell} /> : <OnMap cell={cell} />;
}

function OnMap({ cell }: { readonly cell: CellOf<'customers'> }) {
  const { had, lived, harm, anotherWay, notYet, planned, gap } = cell;
  const top = Math.max(lived + harm + anotherWay + notYet, planned ?? 0);
  return (
    <>
      <div className={styles.plot}>
        <div className={styles.number} style={{ bottom: `calc(${100 * top}% + 3px)` }}>
          <FigureButton figure={had} what={cell.label} isInGrid />
          {had.of !== null && had.of !== had.n && (
            <span className={styles.of}> {MAP_WORDS.grid.all(formatCount(had.of))}</span>
          )}
        </div>
        <div className={styles.stack}>
          {notYet > 0 && <div className={styles.notYet} style={percent(notYet)} />}
          {anotherWay > 0 && <div className={styles.anotherWay} style={percent(anotherWay)} />}
          {harm > 0 && <div className={styles.harm} style={percent(harm)} />}
          <div className={styles.lived} style={percent(lived)} />
        </div>
        {planned !== null && <div className={styles.planned} style={{ bottom: `${100 * planned}%` }} />}
      </div>
      <div className={classes(styles.gap, gap?.tone === 'alert' && styles.alert)}>
        {gap?.tone === 'alert' && <Glyph kind="harm" size={10} />}
        {gap && <FigureButton figure={{ text: gap.text, behind: gap.figure.behind }} what={gap.text} isInGrid />}
      </div>
    </>
  );
}

function OffMap({ cell: { had, lived, label } }: { readonly cell: CellOf<'customers'> }) {
  return (
    <>
      <div className={styles.plot}>
        <div className={styles.number} style={{ bottom: `calc(max(3px, ${100 * lived}%) + 3px)` }}>
          {MAP_WORDS.grid.plus} <FigureButton figure={had} what={label} isInGrid />
        </div>
        <div className={styles.stack}>
          <div className={styles.offMap} style={percent(lived)} />
        </div>
      </div>
      <div className={styles.gap}>{MAP_WORDS.grid.notOnMap}</div>
    </>
  );
}
