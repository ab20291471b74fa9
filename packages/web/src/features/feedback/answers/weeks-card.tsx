import type { FeedbackPeriod } from '@continuo/core';
import { formatCount, formatDate, formatDayNear } from '@continuo/diagram';
import { useMemo, useRef } from 'react';
import { type AskScope, useOverview } from '../../../api/hooks.ts';
import { useToday } from '../../../api/use-today.ts';
import { useSize } from '../../../diagrams/use-size.ts';
import { Card } from '../../../ui/card.tsx';
import marks from '../../../ui/marks.module.css';
import { readPeriod } from '../../../url/period.ts';
import { FEEDBACK_WORDS } from '../../../words/feedback.ts';
import styles from '../feedback.module.css';
import { MoodFigures } from '../mood-figures.tsx';
import type { Look } from '../use-feedback.ts';
import { weekChart } from './weeks.ts';

const WORDS = FEEDBACK_WORDS.weeks;
const HEIGHT = 108;
const LEFT = 26;
const FOOT = 18;

/** Answers week by week as a small drawing, and as rows whose numbers open their customers. */
export function WeeksCard({ periods, look }: { readonly periods: readonly FeedbackPeriod[]; readonly look: Look }) {
  const { timeZone } = useOverview().workspace;
  const todayMs = useToday();
  const box = useRef<HTMLDivElement>(null);
  const { width } = useSize(box);
  const inner = Math.max(0, width - LEFT - 2);
  const chart = useMemo(() => weekChart(periods, inner, HEIGHT - FOOT), [periods, inner]);
  const day = (ms: number): string => formatDayNear(ms, timeZone, todayMs).split(' ').slice(1).join('\u00a0');
  const [first, last] = [periods[0], periods.at(-1)];
  return (
    <Card title={WORDS.title} note={WORDS.note}>
      <div ref={box} className={styles.chart}>
        {width > 0 && first && last && (
          <svg width={width} height={HEIGHT} role="img" aria-label={WORDS.label(periods.length)}>
            {[chart.above, chart.below].map(
              (y) =>
                y !== null && (
                  <g key={y}>
                    <line className={styles.tick} x1={LEFT} x2={width} y1={y} y2={y} />
                    <text x={LEFT - 5} y={Math.min(HEIGHT - FOOT, Math.max(10, y + 4))} textAnchor="end">
                      {formatCount(chart.tick)}
                    </text>
                  </g>
                ),
            )}
            <g transform={`translate(${LEFT} 0)`}>
              {chart.bars.map(({ fromMs, x, width: wide, top, happy, neutral, unhappy }) => (
                <g key={fromMs}>
                  <rect className={styles.barHappy} x={x} width={wide} y={top} height={happy} />
                  <rect className={styles.barNeutral} x={x} width={wide} y={top + happy} height={neutral} />
                  <rect className={styles.barUnhappy} x={x} width={wide} y={top + happy + neutral} height={unhappy} />
                </g>
              ))}
            </g>
            <line className={styles.axis} x1={LEFT} x2={width} y1={chart.line} y2={chart.line} />
            <text x={LEFT} y={HEIGHT - 3}>
              {day(first.fromMs)}
            </text>
            {last !== first && (
              <text x={width} y={HEIGHT - 3} textAnchor="end">
                {day(last.fromMs)}
              </text>
            )}
          </svg>
        )}
      </div>
      <p className={`meta ${styles.key}`}>
        <span className={marks.happy}>▲ {WORDS.above}</span>
        <span className={styles.between}>■ {WORDS.between}</span>
        <span className={marks.unhappy}>▼ {WORDS.below}</span>
      </p>
      <details className={styles.rows}>
        <summary>{WORDS.rows}</summary>
        <WeekRows periods={periods} look={look} />
      </details>
    </Card>
  );
}

function WeekRows({ periods, look }: { readonly periods: readonly FeedbackPeriod[]; readonly look: Look }) {
  const { timeZone } = useOverview().workspace;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{WORDS.week}</th>
          <th scope="col">{FEEDBACK_WORDS.felt.title}</th>
        </tr>
      </thead>
      <tbody>
        {periods.toReversed().map(({ fromMs, voices }) => (
          <tr key={fromMs}>
            <th scope="row">{formatDate(fromMs, timeZone)}</th>
            <td>
              <MoodFigures
                voices={voices}
                at={look.at}
                scope={scopeOfWeek(look.scope, fromMs, timeZone)}
                place={formatDate(fromMs, timeZone)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The same scope cut to one week of the workspace's calendar, and no further than it went. */
function scopeOfWeek(scope: AskScope, fromMs: number, timeZone: string): AskScope {
  // Half a day in, so that neither end of a day of 23 or 25 hours is another day.
  const last = new Date(fromMs + 6.5 * 86_400_000);
  const day = new Intl.DateTimeFormat('en-CA', { timeZone }).format(last);
  const toMs = readPeriod(day, day, { timeZone, firstMs: null, lastMs: null })?.toMs ?? fromMs + 7 * 86_400_000;
  const { range } = scope;
  return {
    ...scope,
    range: { fromMs: Math.max(fromMs, range?.fromMs ?? 0), toMs: Math.min(toMs, range?.toMs ?? toMs) },
  };
}
