import type { MapCell } from '@continuo/diagram';
import { Face } from '../../../../ui/face.tsx';
import styles from './cells.module.css';

const MIDDLE = 38;
/** One step of the scale from −2 to +2, px. */
const UNIT = 13;
/** Sizes of the intended place and of the face, px. */
const DOT = 9;
const FACE = 16;
/** Across a column; the drawing is stretched to its width, its lines are not. */
const WIDE = 100;

/** The part of the intended curve that lies in one column, with the face of those who answered. */
export function Emotion({ cells, at }: { readonly cells: readonly MapCell[]; readonly at: number }) {
  const cell = cells[at];
  const [d, own] = pieceOf(cells, at);
  const isEmotion = cell?.kind === 'emotion';
  return (
    <>
      <div className={styles.feeling}>
        <svg viewBox={`0 0 ${WIDE} 76`} preserveAspectRatio="none" aria-hidden="true">
          <path className={styles.zero} d={`M0 ${MIDDLE}H${WIDE}`} />
          {d !== '' && <path className={styles.curve} d={d} />}
        </svg>
        {own !== null && <span className={styles.dot} style={{ top: own - DOT / 2 }} />}
        {isEmotion && cell.face !== null && cell.lived !== null && (
          <Face felt={cell.face} size={FACE} className={styles.face} top={MIDDLE - cell.lived * UNIT - FACE / 2} />
        )}
      </div>
      {isEmotion && cell.words !== '' && <span className={styles.feltWords}>{cell.words}</span>}
    </>
  );
}

/** Path through this column, and the height of its own place; it passes over columns without an intention. */
function pieceOf(cells: readonly MapCell[], at: number): readonly [string, number | null] {
  const heightAt = (column: number): number | null => {
    const cell = cells[column];
    return cell?.kind === 'emotion' && cell.intended !== null ? MIDDLE - cell.intended * UNIT : null;
  };
  const places: { readonly x: number; readonly y: number }[] = [];
  const place = (column: number): boolean => {
    const y = heightAt(column);
    if (y === null) return false;
    places.push({ x: WIDE / 2 + (column - at) * WIDE, y });
    return true;
  };
  for (let column = at - 1; column >= 0; column--) if (place(column)) break;
  const own = heightAt(at);
  if (own !== null) place(at);
  for (let column = at + 1; column < cells.length; column++) if (place(column)) break;
  const d = places.map(({ x, y }, index) => {
    const last = places[index - 1];
    if (last === undefined) return `M${x} ${y}`;
    const half = (x - last.x) / 2;
    return `C${last.x + half} ${last.y} ${x - half} ${y} ${x} ${y}`;
  });
  return [places.length > 1 ? d.join('') : '', own];
}
