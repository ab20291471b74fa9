import { ApiProblem } from '@continuo/contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { PageHead } from '../../../app/page-head.tsx';
import { buttonClass } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { ProblemBox } from '../../../ui/problem-box.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { SURVEYS_WORDS as WORDS } from '../../../words/surveys.ts';
import { SurveyEditor } from './survey-editor.tsx';
import { surveyQuery } from './use-surveys.ts';

/** One survey, which may not be there. */
export function SurveyPage() {
  const { ws, key } = useParams({ from: '/w/$ws/shell/feedback/surveys/$key' });
  const { data, error, refetch } = useQuery(surveyQuery(key));
  if (data) return <SurveyEditor key={key} shown={data} />;
  const isGone = error instanceof ApiProblem && error.status === 404;
  return (
    <>
      <PageHead title={WORDS.back} />
      {isGone && (
        <Empty title={WORDS.gone.title} says={WORDS.gone.says}>
          <Link to="/w/$ws/feedback/surveys" params={{ ws }} className={buttonClass('primary')}>
            {WORDS.gone.action}
          </Link>
        </Empty>
      )}
      {error && !isGone && <ProblemBox error={error} onRetry={() => void refetch()} />}
      {!error && <Skeleton lines={6} />}
    </>
  );
}
