import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { client } from '../../api/client.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { LETTER_WORDS } from '../../words/letters.ts';
import styles from './letters.module.css';

const WORDS = LETTER_WORDS.cards;

/** The teams that are named on maps, each with its card. */
export function TeamCards() {
  const { ws } = useParams({ from: '/w/$ws' });
  const { data, error, refetch } = useQuery({
    queryKey: ['team-cards'],
    queryFn: ({ signal }) => client.call('teamCards', { signal }),
  });
  return (
    <Card title={WORDS.title}>
      <p className="meta">{WORDS.says}</p>
      {error && <ProblemBox error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={4} />}
      {data?.length === 0 && <p className="meta">{WORDS.none}</p>}
      <ul className={styles.cards}>
        {data?.map(({ team, touchpoints }) => (
          <li key={team}>
            <Link to="/w/$ws/letters/card/$team" params={{ ws, team }} className={buttonClass('link')}>
              {team}
            </Link>{' '}
            <span className="meta">{WORDS.touchpoints(touchpoints)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
