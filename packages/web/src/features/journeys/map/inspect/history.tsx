import type { Journey } from '@continuo/contract';
import { listed } from '@continuo/diagram';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useToday } from '../../../../api/use-today.ts';
import { INSPECTOR_WORDS as WORDS } from '../../../../words/inspector.ts';
import { gapMarksQuery, versionQuery } from '../use-journey.ts';
import { changedIn } from './changed-in.ts';
import { shortDay } from './day-chart.ts';
import styles from './inspector.module.css';

/** So many versions back; the page of versions has all. */
const MOST = 6;

/** Which versions changed this step, and what was decided about its gaps; newest first. */
export function History({
  journey,
  step,
  timeZone,
}: {
  readonly journey: Journey;
  readonly step: string;
  readonly timeZone: string;
}) {
  const newest = journey.versions.slice(0, MOST + 1);
  const contracts = useQueries({ queries: newest.map(({ version }) => versionQuery(journey.key, version)) });
  const marks = useQuery(gapMarksQuery(journey.key));
  const changes = newest.slice(0, MOST).flatMap(({ version, publishedMs, note }, at) => {
    const [now, before] = [contracts[at]?.data?.contract, contracts[at + 1]?.data?.contract];
    const changed = now === undefined || before === undefined ? [] : changedIn(step, now, before);
    if (changed.length === 0) return [];
    const what = note === '' ? listed(changed) : `${listed(changed)}. ${note}`;
    return [{ atMs: publishedMs, words: WORDS.changed(version, what) }];
  });
  const decided = (marks.data ?? [])
    .filter(({ gap }) => gap.split(':')[1] === step)
    .map(({ atMs, action, reason }) => ({
      atMs,
      words: reason === '' ? WORDS.mark[action] : `${WORDS.mark[action]}: ${reason}`,
    }));
  const todayMs = useToday();
  const all = [...changes, ...decided].sort((a, b) => b.atMs - a.atMs);
  return (
    <section className={styles.part}>
      <h3>{WORDS.history}</h3>
      {all.length === 0 ? (
        <p className="meta">{WORDS.noHistory}</p>
      ) : (
        <ul>
          {all.map(({ atMs, words }) => (
            <li key={`${atMs}:${words}`} className={styles.event}>
              <span className="meta">{shortDay(atMs, timeZone, todayMs)}</span>
              <span>{words}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
