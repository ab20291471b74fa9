import type { Journey } from '@continuo/contract';
import { ApiProblem } from '@continuo/contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { journeyQuery } from '../../../api/journeys.ts';
import { usePageTitle } from '../../../app/page-title.ts';
import { buttonClass } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { ProblemBox } from '../../../ui/problem-box.tsx';
import { MAP_WORDS } from '../../../words/map.ts';
import styles from './map-page.module.css';
import { MapSkeleton } from './map-skeleton.tsx';

const WORDS = MAP_WORDS.states;

/** A page about one journey, which may not be there. */
export function WithJourney({
  journeyKey,
  children,
}: {
  readonly journeyKey: string;
  readonly children: (journey: Journey) => React.ReactNode;
}) {
  const { ws } = useParams({ from: '/w/$ws' });
  const { data, error, refetch } = useQuery(journeyQuery(journeyKey));
  if (data) return children(data);
  if (error instanceof ApiProblem && error.status === 404)
    return (
      <div className={styles.page}>
        <Titled title={WORDS.unknownTitle} />
        <Empty title={journeyKey} says={WORDS.unknown}>
          <Link to={'/w/$ws/journeys' as never} params={{ ws } as never} className={buttonClass('primary')}>
            {WORDS.toJourneys}
          </Link>
        </Empty>
      </div>
    );
  return (
    <div className={styles.page}>
      <Titled title={MAP_WORDS.journeys} isHidden />
      {error ? <ProblemBox error={error} onRetry={() => void refetch()} /> : <MapSkeleton />}
    </div>
  );
}

function Titled({ title, isHidden = false }: { readonly title: string; readonly isHidden?: boolean }) {
  usePageTitle([title]);
  return <h1 className={isHidden ? 'sr' : styles.alone}>{title}</h1>;
}
