import { Link, useParams } from '@tanstack/react-router';
import { useAnswer, useOverview } from '../../../api/hooks.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Refreshing } from '../../../ui/skeleton.tsx';
import { FEEDBACK_WORDS as WORDS } from '../../../words/feedback.ts';
import styles from '../feedback.module.css';
import { FeedbackFrame } from '../feedback-frame.tsx';
import { LookBar } from '../look-bar.tsx';
import { LookState } from '../look-state.tsx';
import { useFeedbackSearch, useLook } from '../use-feedback.ts';
import { CommentsCard } from './comments-card.tsx';
import { FeltCard } from './felt-card.tsx';
import { PlacesCard } from './places-card.tsx';
import { WeeksCard } from './weeks-card.tsx';

/** How customers felt, where, week by week, and what they wrote. */
export function AnswersPage() {
  const { ws } = useParams({ from: '/w/$ws' });
  const { timeZone } = useOverview().workspace;
  const control = useFeedbackSearch();
  const [search, change] = control;
  const look = useLook(search);
  const asked = useAnswer('feedback', look.scope, { at: look.at, period: 'week', timeZone }, { isOn: look.isReady });
  const isFiltered = search.f !== undefined || search.from !== undefined || search.to !== undefined;
  return (
    <FeedbackFrame bar={<LookBar control={control} customers={asked.data?.result.customers} />}>
      <Refreshing isOn={asked.isFetching && asked.data !== undefined} />
      <LookState look={look} control={control} asked={asked}>
        {(feedback) =>
          feedback.answers === 0 ? (
            <Empty
              title={isFiltered ? WORDS.none.filteredTitle : WORDS.none.title}
              says={isFiltered ? WORDS.none.filtered : WORDS.none.says}
            >
              {isFiltered && (
                <Button onPress={() => change({ f: undefined, from: undefined, to: undefined })}>
                  {WORDS.none.clear}
                </Button>
              )}
              <Link
                to="/w/$ws/feedback/surveys"
                params={{ ws }}
                search={{ new: 'survey' }}
                className={buttonClass('primary')}
              >
                {WORDS.none.make}
              </Link>
              <Link to="/w/$ws/data/imports" params={{ ws }} className={buttonClass()}>
                {WORDS.none.bring}
              </Link>
            </Empty>
          ) : (
            <div className={styles.columns}>
              <div className={styles.column}>
                <FeltCard feedback={feedback} look={look} />
                <PlacesCard places={feedback.places} look={look} search={search} onChoose={(at) => change({ at })} />
                <WeeksCard periods={feedback.periods} look={look} />
              </div>
              <div className={styles.column}>
                <CommentsCard look={look} search={search} change={change} />
              </div>
            </div>
          )
        }
      </LookState>
    </FeedbackFrame>
  );
}
