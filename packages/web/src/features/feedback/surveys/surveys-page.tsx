import type { SurveyEntry } from '@continuo/contract';
import { placedSteps } from '@continuo/core';
import { formatCount, formatDate } from '@continuo/diagram';
import { useQueries } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useOverview } from '../../../api/hooks.ts';
import { journeyQuery } from '../../../api/journeys.ts';
import { useMay } from '../../../api/session.ts';
import { useCommand } from '../../../commands/live.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { type Column, DataGrid } from '../../../ui/data-grid.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { ProblemBox } from '../../../ui/problem-box.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { SURVEYS_WORDS as WORDS } from '../../../words/surveys.ts';
import { FeedbackFrame } from '../feedback-frame.tsx';
import { useFeedbackSearch } from '../use-feedback.ts';
import { NewSurvey } from './new-survey.tsx';
import { StateChip } from './state-chip.tsx';
import styles from './surveys.module.css';
import { useSurveys } from './use-surveys.ts';

/** All surveys: what they ask about, whether they are open, how many were asked and answered. */
export function SurveysPage() {
  const [search, change] = useFeedbackSearch();
  const mayEdit = useMay('editor');
  const { data: surveys, error, refetch } = useSurveys();
  const placeOf = usePlaces(surveys ?? []);
  const isNew = search.new === 'survey' && mayEdit;
  const make = () => change({ new: 'survey' });
  useCommand('feedback.new', make, mayEdit);
  const button = mayEdit && (
    <Button look="primary" onPress={make}>
      {WORDS.make}
    </Button>
  );
  const columns = useColumns(placeOf);
  return (
    <FeedbackFrame note={WORDS.note} actions={surveys && surveys.length > 0 && button}>
      {error && <ProblemBox error={error} onRetry={() => void refetch()} />}
      {!surveys && !error && <Skeleton lines={5} />}
      {surveys?.length === 0 && (
        <Empty title={WORDS.none.title} says={mayEdit ? WORDS.none.says : `${WORDS.none.says} ${WORDS.none.viewer}`}>
          {button}
        </Empty>
      )}
      {surveys && surveys.length > 0 && (
        <div className={styles.grid}>
          <DataGrid label={WORDS.back} columns={columns} rows={surveys} rowKey={({ survey }) => survey.key} />
        </div>
      )}
      {isNew && surveys && (
        <NewSurvey
          all={surveys}
          map={search.map}
          at={search.at}
          onClose={() => change({ new: undefined, at: undefined })}
        />
      )}
    </FeedbackFrame>
  );
}

/** Where a survey belongs, in words: the step and its map. */
function usePlaces(surveys: readonly SurveyEntry[]): (entry: SurveyEntry) => string {
  const keys = [...new Set(surveys.flatMap(({ survey }) => survey.journey ?? []))];
  const maps = useQueries({
    queries: keys.map((key) => ({ ...journeyQuery(key), retry: false })),
    combine: (all) => new Map(all.flatMap(({ data }) => (data ? [[data.key, data] as const] : []))),
  });
  return ({ survey: { journey, step } }) => {
    if (journey === null) return WORDS.noPlace;
    const map = maps.get(journey);
    const found = map && placedSteps(map.draft).find((one) => one.step.id === step);
    return WORDS.placeIs(step === null ? WORDS.whole : (found?.step.title ?? step), map?.title ?? journey);
  };
}

function useColumns(placeOf: (entry: SurveyEntry) => string): readonly Column<SurveyEntry>[] {
  const { ws } = useParams({ from: '/w/$ws' });
  const { timeZone } = useOverview().workspace;
  const { columns } = WORDS;
  return [
    {
      id: 'title',
      label: columns.title,
      cell: ({ survey: { key, title } }) => (
        <Link to="/w/$ws/feedback/surveys/$key" params={{ ws, key }} className={buttonClass('link')}>
          {title || WORDS.untitled}
        </Link>
      ),
    },
    { id: 'state', label: columns.state, cell: ({ status }) => <StateChip status={status} /> },
    { id: 'place', label: columns.place, cell: placeOf },
    {
      id: 'asked',
      label: columns.asked,
      isNumber: true,
      cell: ({ counts }) =>
        counts.invited === 0 ? <span className="meta">{WORDS.notAsked}</span> : formatCount(counts.invited),
    },
    { id: 'answered', label: columns.answered, isNumber: true, cell: (entry) => <Answered {...entry} /> },
    {
      id: 'last',
      label: columns.last,
      cell: ({ counts }) =>
        counts.lastAnswerMs === null ? (
          <span className="meta">{WORDS.noAnswer}</span>
        ) : (
          formatDate(counts.lastAnswerMs, timeZone)
        ),
    },
  ];
}

/** "12 of 40 · 3 by open link": those invited apart from those who came by a link that anybody may use. */
function Answered({ survey: { key }, counts: { invited, answered, answers } }: SurveyEntry) {
  const { ws } = useParams({ from: '/w/$ws' });
  const byLink = answers - answered;
  const parts = [
    ...(invited > 0 ? [WORDS.answeredOf(formatCount(answered), formatCount(invited))] : []),
    ...(byLink > 0 ? [WORDS.byLink(formatCount(byLink))] : []),
  ];
  if (parts.length === 0) return <span className="meta">{WORDS.noAnswer}</span>;
  return (
    <Link
      to="/w/$ws/feedback/surveys/$key"
      params={{ ws, key }}
      search={{ answers: 'newest' }}
      className={buttonClass('link')}
    >
      {parts.join(' · ')}
    </Link>
  );
}
