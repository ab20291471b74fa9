import type { LovedMoment } from '@continuo/core';
import { formatCount } from '@continuo/diagram';
import { Link, useParams } from '@tanstack/react-router';
import { Smile } from 'lucide-react';
import type { AskScope } from '../../api/hooks.ts';
import { useJourneys } from '../../api/journeys.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Refreshing } from '../../ui/skeleton.tsx';
import { writeSaidAt } from '../../url/said-at.ts';
import type { FeedbackSearch } from '../../url/search.ts';
import { FEEDBACK_WORDS } from '../../words/feedback.ts';
import { PeopleNumber } from '../customers/people-number.tsx';
import marks from './feedback.module.css';
import { FeedbackFrame } from './feedback-frame.tsx';
import { LookBar } from './look-bar.tsx';
import { LookState } from './look-state.tsx';
import styles from './themes/themes.module.css';
import { useFeedbackSearch, useLook } from './use-feedback.ts';
import { scopeIn, useLoved } from './use-loved.ts';

const WORDS = FEEDBACK_WORDS.loved;

/** The moments customers praised most, with their words and the team; never a person. Of everything: those of all maps. */
export function LovedPage() {
  const control = useFeedbackSearch();
  const [search] = control;
  const look = useLook(search);
  const asked = useLoved(look, search.map);
  const { data: journeys } = useJourneys();
  const titleOf = (key: string | null): string | null => journeys?.find((one) => one.key === key)?.title ?? null;
  return (
    <FeedbackFrame note={WORDS.note} bar={<LookBar control={control} customers={undefined} />}>
      <Refreshing isOn={asked.isFetching && asked.data !== undefined} />
      <LookState look={look} control={control} asked={asked}>
        {({ moments, rule }) => (
          <>
            {moments.length === 0 ? (
              <Empty title={WORDS.none.title} says={WORDS.none.says} />
            ) : (
              <>
                <ol className={styles.loved}>
                  {moments.map((moment) => (
                    <Moment
                      key={`${moment.journey} ${writeSaidAt(moment.at)}`}
                      moment={moment}
                      scope={scopeIn(look.scope, moment.journey)}
                      search={search}
                      map={search.map === undefined ? titleOf(moment.journey) : null}
                    />
                  ))}
                </ol>
                <p className="meta">{rule}</p>
              </>
            )}
          </>
        )}
      </LookState>
    </FeedbackFrame>
  );
}

function Moment({
  moment: { at, title, happy, answered, quote, phrases, owner, journey },
  scope,
  search: { from, to, f },
  map,
}: {
  readonly moment: LovedMoment;
  readonly scope: AskScope;
  readonly search: FeedbackSearch;
  /** Title of its map where several are looked at; null: told by the page. */
  readonly map: string | null;
}) {
  const { ws } = useParams({ from: '/w/$ws' });
  const counts = WORDS.happy(formatCount(happy), formatCount(answered));
  return (
    <li className={styles.moment}>
      {quote && <q className={styles.praise}>{quote.text}</q>}
      <h2>{title}</h2>
      {map !== null && <p className="meta">{WORDS.onMap(map)}</p>}
      <p>
        <span className={marks.mood}>
          <Smile size={15} strokeWidth={2} className={marks.happy} aria-hidden="true" />
          <PeopleNumber behind={{ kind: 'voice', at, felt: 'happy' }} scope={scope} what={`${counts}, ${title}`}>
            {counts}
          </PeopleNumber>
        </span>
      </p>
      <p>{owner ? <b>{WORDS.team(owner)}</b> : <span className="meta">{WORDS.noTeam}</span>}</p>
      {phrases.length > 0 && <p className="meta">{WORDS.words(phrases.join(' · '))}</p>}
      <Link
        to="/w/$ws/feedback"
        params={{ ws }}
        search={{ from, to, f, map: journey ?? undefined, at: writeSaidAt(at), felt: 'happy' }}
        className={buttonClass('link')}
      >
        {WORDS.open}
        <span className="sr">: {title}</span>
      </Link>
    </li>
  );
}
