import type { MapColumn, MapInput } from '@continuo/diagram';
import { classes } from '../../../../ui/classes.ts';
import { Glyph } from '../../../../ui/glyph.tsx';
import { INSPECTOR_WORDS as WORDS } from '../../../../words/inspector.ts';
import { FigureButton } from '../figures.tsx';
import styles from './inspector.module.css';
import { plannedLived } from './planned-lived.ts';

/** What was planned for a step beside what came of it. */
export function PlannedLivedTable({ column, input }: { readonly column: MapColumn; readonly input: MapInput }) {
  const rows = plannedLived(column, input);
  const hasLived = input.lived !== null;
  return (
    <table className={styles.table}>
      <caption className="sr">{WORDS.caption}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{WORDS.planned}</th>
          {hasLived && <th scope="col">{WORDS.lived}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, planned, lived, tone, behind }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{planned}</td>
            {hasLived && (
              <td className={classes(tone !== 'plain' && styles[tone])}>
                <span className={styles.beside}>
                  {tone === 'alert' && <Glyph kind="harm" size={11} />}
                  {behind ? <FigureButton figure={{ text: lived, behind }} what={`${label}: ${lived}`} /> : lived}
                </span>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
