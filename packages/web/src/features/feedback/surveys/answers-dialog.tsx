import type { AnswerShown } from '@continuo/contract';
import { formatCount, formatDate } from '@continuo/diagram';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { client } from '../../../api/client.ts';
import { useOverview } from '../../../api/hooks.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { channelName } from '../../../ui/channel-mark.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ProblemBox } from '../../../ui/problem-box.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { SURVEYS_WORDS } from '../../../words/surveys.ts';
import styles from './surveys.module.css';

const WORDS = SURVEYS_WORDS.answers;

/** Answers to one survey, newest first: all of its questions, without who gave them. */
export function AnswersDialog({
  survey: { key, journey, step },
  onClose,
}: {
  readonly survey: { readonly key: string; readonly journey: string | null; readonly step: string | null };
  readonly onClose: () => void;
}) {
  const { ws } = useParams({ from: '/w/$ws' });
  const query = useInfiniteQuery({
    queryKey: ['survey-answers', key],
    queryFn: ({ pageParam, signal }) =>
      client.call('surveyAnswers', {
        query: { survey: key, limit: '50', ...(pageParam !== null && { before: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    staleTime: 0,
  });
  const answers = query.data?.pages.flatMap((page) => page.answers) ?? [];
  return (
    <Dialog title={WORDS.title} onClose={onClose} place="side">
      {query.error && <ProblemBox error={query.error} onRetry={() => void query.refetch()} />}
      {!query.data && !query.error && <Skeleton lines={6} />}
      {query.data && answers.length === 0 && <p>{WORDS.none}</p>}
      {journey !== null && answers.length > 0 && (
        <p>
          <Link
            to="/w/$ws/feedback"
            params={{ ws }}
            search={{ map: journey, at: step === null ? undefined : `step:${step}` }}
            className={buttonClass('link')}
          >
            {WORDS.onFeedback}
          </Link>
        </p>
      )}
      <ul>
        {answers.map((answer) => (
          <AnswerRow key={answer.submission} answer={answer} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button isDisabled={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
          {WORDS.more}
        </Button>
      )}
    </Dialog>
  );
}

function AnswerRow({ answer }: { readonly answer: AnswerShown }) {
  const { timeZone } = useOverview().workspace;
  const { atMs, channel, score, scale, got, emotion, text, mayContact, isKnown, isCounted, others } = answer;
  const said = [
    ...(score === null ? [] : [WORDS.score(formatCount(score), scale.replace('-', '–'))]),
    ...(got === null ? [] : [WORDS.got[got]]),
    ...(emotion === null ? [] : [WORDS.emotions[emotion]]),
    ...Object.values(others),
  ];
  const about = [
    formatDate(atMs, timeZone),
    ...(channel === '' ? [] : [channelName(channel)]),
    isKnown ? WORDS.known : WORDS.unknown,
    ...(mayContact ? [WORDS.mayContact] : []),
    ...(isCounted ? [] : [WORDS.notCounted]),
  ];
  return (
    <li className={styles.answer}>
      {said.length > 0 && <b>{said.join(' · ')}</b>}
      {text !== '' && <q>{text}</q>}
      <span className="meta">{about.join(' · ')}</span>
    </li>
  );
}
