import type { WatchChart as Chart } from '@continuo/contract';
import { drawWatchChart, formatDate, usualWords, valueWords } from '@continuo/diagram';
import { useCallback } from 'react';
import { useOverview } from '../../api/hooks.ts';
import { Fitted } from '../../diagrams/fitted.tsx';
import { SCROLLABLE } from '../../ui/scrollable.ts';
import { ALERT_WORDS } from '../../words/alerts.ts';
import styles from './alerts.module.css';

const WORDS = ALERT_WORDS.chart;

/** A watched number over time with what is usual, drawn and as rows. */
export function WatchChart({
  chart,
  name,
  spoken,
}: {
  readonly chart: Chart;
  readonly name: string;
  /** Moments to mark. */
  readonly spoken: readonly number[];
}) {
  const { timeZone } = useOverview().workspace;
  const marks = spoken.join(' ');
  const draw = useCallback(
    (width: number) =>
      drawWatchChart(chart, {
        width,
        timeZone,
        title: WORDS.title(name),
        spoken: marks === '' ? [] : marks.split(' ').map(Number),
      }),
    [chart, timeZone, name, marks],
  );
  return (
    <div className={styles.chart}>
      <Fitted draw={draw} isWhole />
      {chart.points.length > 0 && (
        <details className={styles.rows}>
          <summary>{WORDS.rows}</summary>
          <section {...SCROLLABLE} aria-label={WORDS.rows} className={styles.table}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{WORDS.when}</th>
                  <th scope="col">{WORDS.value}</th>
                  <th scope="col">{WORDS.usual}</th>
                </tr>
              </thead>
              <tbody>
                {[...chart.points].reverse().map(({ fromMs, n, of, usual, saw }) => (
                  <tr key={fromMs}>
                    <th scope="row">{formatDate(fromMs, timeZone)}</th>
                    <td>{saw === 'silent' ? ALERT_WORDS.states['no-data'] : valueWords(n, of)}</td>
                    <td>{usual && usualWords(usual, of)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </details>
      )}
    </div>
  );
}
