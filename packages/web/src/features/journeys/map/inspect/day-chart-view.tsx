import { formatCount, formatDate, formatDayNear } from '@continuo/diagram';
import { useToday } from '../../../../api/use-today.ts';
import { INSPECTOR_WORDS } from '../../../../words/inspector.ts';
import { type DayChart, shortDay } from './day-chart.ts';
import styles from './inspector.module.css';

const WORDS = INSPECTOR_WORDS.chart;
const HEIGHT = 92;
const LEFT = 28;
const TOP = 18;
const BOTTOM = 20;

/** Harm over time with an axis, what was usual, and the day of the change; in words and in rows too. */
export function DayChartView({
  chart,
  title,
  timeZone,
  width,
}: {
  readonly chart: DayChart;
  readonly title: string;
  readonly timeZone: string;
  readonly width: number;
}) {
  const { marks, top, usual, sinceMs, unit } = chart;
  const [from, to] = [marks[0]?.fromMs ?? 0, marks.at(-1)?.fromMs ?? 0];
  const inner = width - LEFT - 8;
  const x = (ms: number): number => LEFT + (to === from ? inner / 2 : (inner * (ms - from)) / (to - from));
  const y = (n: number): number => TOP + (HEIGHT - TOP - BOTTOM) * (1 - n / top);
  const name = unit === 'day' ? WORDS.title(title) : WORDS.weekly(title);
  const todayMs = useToday();
  const words = chartWords(chart, timeZone, todayMs);
  return (
    <section className={styles.part}>
      <h3>{name}</h3>
      <svg width={width} height={HEIGHT} role="img" aria-label={`${name}. ${words}`} className={styles.chart}>
        {usual && (
          <rect
            className={styles.band}
            x={LEFT}
            width={inner}
            y={y(usual[1])}
            height={Math.max(3, y(usual[0]) - y(usual[1]))}
          />
        )}
        {[0, top / 2, top].filter(Number.isInteger).map((tick) => (
          <g key={tick}>
            <line className={styles.tick} x1={LEFT} x2={width - 8} y1={y(tick)} y2={y(tick)} />
            <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
              {formatCount(tick)}
            </text>
          </g>
        ))}
        <text x={LEFT} y={HEIGHT - 4}>
          {shortDay(from, timeZone, todayMs)}
        </text>
        <text x={width - 8} y={HEIGHT - 4} textAnchor="end">
          {shortDay(to, timeZone, todayMs)}
        </text>
        {sinceMs !== null && (
          <>
            <line className={styles.change} x1={x(sinceMs)} x2={x(sinceMs)} y1={4} y2={HEIGHT - BOTTOM} />
            <text
              className={styles.changeWords}
              x={x(sinceMs) + (x(sinceMs) > width / 2 ? -5 : 5)}
              y={13}
              textAnchor={x(sinceMs) > width / 2 ? 'end' : 'start'}
            >
              {formatDayNear(sinceMs, timeZone, todayMs)}
            </text>
          </>
        )}
        {marks.map(({ fromMs, harmed, isOut }) =>
          isOut ? (
            <path key={fromMs} className={styles.out} d={`M${x(fromMs)} ${y(harmed) - 4}l4 7h-8z`} />
          ) : (
            <circle key={fromMs} className={styles.in} cx={x(fromMs)} cy={y(harmed)} r={2} />
          ),
        )}
      </svg>
      <p className="meta">{words}</p>
      <details className={styles.rows}>
        <summary>{WORDS.rows}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{unit === 'day' ? WORDS.dayHead : WORDS.weekHead}</th>
              <th scope="col">{WORDS.harmed}</th>
              <th scope="col">{WORDS.of}</th>
            </tr>
          </thead>
          <tbody>
            {marks.map(({ fromMs, harmed, due }) => (
              <tr key={fromMs}>
                <th scope="row">{formatDate(fromMs, timeZone)}</th>
                <td>{formatCount(harmed)}</td>
                <td>{formatCount(due)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

function chartWords({ usual, now, sinceMs, unit }: DayChart, timeZone: string, todayMs: number): string {
  if (usual === null || sinceMs === null) return WORDS.between(now[0], now[1], WORDS[unit]);
  return `${WORDS.usual(usual[0], usual[1], WORDS[unit])} ${WORDS.since(formatDayNear(sinceMs, timeZone, todayMs), now[0], now[1])}`;
}
