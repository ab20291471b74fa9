import type { Summary } from '@continuo/core';
import { formatCount, formatDuration, formatNumber, formatShare } from '@continuo/diagram';
import { type AskScope, useAnswer } from '../../../api/hooks.ts';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { FELT_WORDS } from '../../../words/marks.ts';
import { PATHS_WORDS } from '../../../words/paths.ts';
import styles from './graph.module.css';

const WORDS = PATHS_WORDS.selected;

function passing(scope: AskScope, activity: string, is: boolean): AskScope {
  return { ...scope, filters: [...(scope.filters ?? []), { kind: 'passes', activity, is }] };
}

/** Journeys that pass here beside those that do not: what they got, how long it took. No cause is claimed. */
export function CompareThose({ activity, scope }: { readonly activity: string; readonly scope: AskScope }) {
  const those = useAnswer('summary', passing(scope, activity, true), {});
  const others = useAnswer('summary', passing(scope, activity, false), {});
  return (
    <div>
      <h3>{WORDS.compare}</h3>
      {those.data && others.data ? (
        <table className={styles.compare}>
          <thead>
            <tr>
              <th scope="col">
                <span className="sr">{WORDS.fact}</span>
              </th>
              <th scope="col">{WORDS.pass(formatCount(those.data.result.people))}</th>
              <th scope="col">{WORDS.others(formatCount(others.data.result.people))}</th>
            </tr>
          </thead>
          <tbody>
            {FACTS.map((fact) => (
              <tr key={fact.name}>
                <th scope="row">{fact.name}</th>
                <td>{fact.of(those.data.result)}</td>
                <td>{fact.of(others.data.result)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        !those.error && <Skeleton lines={3} />
      )}
      <p className="meta">{WORDS.compareNote}</p>
    </div>
  );
}

const FACTS: readonly { readonly name: string; readonly of: (summary: Summary) => string }[] = [
  {
    name: WORDS.felt,
    of: ({ unhappy, neutral, happy }) =>
      unhappy + neutral + happy === 0
        ? FELT_WORDS.nobody
        : WORDS.unhappy(formatShare(unhappy, unhappy + neutral + happy)),
  },
  { name: WORDS.take, of: ({ durationMs }) => formatDuration(durationMs?.median ?? null) },
  { name: WORDS.events, of: ({ eventsPerRun }) => formatNumber(eventsPerRun?.median ?? Number.NaN) },
];
