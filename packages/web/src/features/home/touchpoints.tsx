import type { ActivityFacts, Summary } from '@continuo/core';
import { formatCount, formatRange, formatShare } from '@continuo/diagram';
import { Link, useParams } from '@tanstack/react-router';
import { type AskScope, useAnswer, useOverview } from '../../api/hooks.ts';
import { About } from '../../ui/about.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ChannelMark } from '../../ui/channel-mark.tsx';
import { FeltCounts } from '../../ui/felt-counts.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { SCROLLABLE } from '../../ui/scrollable.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { pack } from '../../url/filters.ts';
import { HOME_WORDS } from '../../words/home.ts';
import { PeopleNumber } from '../customers/people-number.tsx';
import styles from './home.module.css';

const WORDS = HOME_WORDS.touchpoints;
const SHOWN = 5;

/** The touchpoints most in need of a look: by unhappy answers where there are any, else by volume. */
export function Touchpoints({
  summary,
  scope,
  className,
}: {
  readonly summary: Summary;
  readonly scope: AskScope;
  readonly className?: string | undefined;
}) {
  const { data, error, refetch } = useAnswer('activities', scope, {});
  const isFelt = summary.unhappy > 0;
  const rows = [...(data?.result.activities ?? [])].sort((a, b) =>
    isFelt ? b.unhappy - a.unhappy || b.events - a.events : b.events - a.events,
  );
  return (
    <Card title={isFelt ? WORDS.felt : WORDS.busy} note={WORDS.note} className={className}>
      {error && <ProblemBox error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={5} />}
      {data && (
        <section className={styles.scroll} {...SCROLLABLE} aria-label={isFelt ? WORDS.felt : WORDS.busy}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{WORDS.name}</th>
                <th scope="col">{WORDS.customers}</th>
                <th scope="col">{WORDS.events}</th>
                <th scope="col">
                  {WORDS.again} <About name="again" />
                </th>
                <th scope="col">
                  {WORDS.howFelt} <About name="felt" />
                </th>
                <th scope="col">{WORDS.seen}</th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, SHOWN).map((facts) => (
                <Touchpoint key={facts.activity} facts={facts} scope={scope} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {isFelt && (
        <p className={`meta ${styles.note}`}>
          {WORDS.answered(
            formatShare(summary.answeredPeople, summary.people),
            2 * summary.answeredPeople < summary.people,
          )}
        </p>
      )}
    </Card>
  );
}

function Touchpoint({ facts, scope }: { readonly facts: ActivityFacts; readonly scope: AskScope }) {
  const { ws } = useParams({ from: '/w/$ws' });
  const { workspace } = useOverview();
  const { activity } = facts;
  return (
    <tr>
      <th scope="row">
        <Link
          to="/w/$ws/paths/graph"
          params={{ ws }}
          search={{ sel: pack(['at', activity]) }}
          className={buttonClass('link')}
        >
          {activity}
        </Link>
        {facts.channels[0]?.channel && (
          <span>
            <ChannelMark channel={facts.channels[0].channel} isNamed />
          </span>
        )}
      </th>
      <td>
        <PeopleNumber behind={{ kind: 'activity', activity }} scope={scope} what={`${activity}: ${WORDS.customers}`}>
          {formatCount(facts.people)}
        </PeopleNumber>
      </td>
      <td>{formatCount(facts.events)}</td>
      <td>
        {facts.reworkRuns > 0 ? (
          <PeopleNumber behind={{ kind: 'repeats', activity }} scope={scope} what={`${activity}: ${WORDS.again}`}>
            {formatShare(facts.reworkRuns, facts.runs)}
          </PeopleNumber>
        ) : (
          formatShare(0, facts.runs)
        )}
      </td>
      <td>
        <FeltCounts {...facts} />
      </td>
      <td className="meta">{formatRange(facts.firstMs, facts.lastMs + 1, workspace.timeZone)}</td>
    </tr>
  );
}
