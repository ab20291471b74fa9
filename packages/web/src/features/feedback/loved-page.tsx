import type { PraisedMoment } from '@continuo/core';
import { formatCount } from '@continuo/diagram';
import { Link, useParams } from '@tanstack/react-router';
import { Smile } from 'lucide-react';
import { useAnswer } from '../../api/hooks.ts';
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
import { type Look, useFeedbackSearch, useLook } from './use-feedback.ts';

const WORDS = FEEDBACK_WORDS.loved;
const MOST = 12;

/** The moments customers praised most, with their words and the team; never a person. */
export function LovedPage() {
  const control = useFeedbackSearch();
  const [search] = control;
  const look = useLook(search);
  const asked = useAnswer('praise', look.scope, { limit: MOST }, { isOn: look.isReady });
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
                    <Moment key={writeSaidAt(moment.at)} moment={moment} look={look} search={search} />
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
  moment: { at, title, happy, answered, quote, phrases, owner },
  look,
  search: { from, to, f, map },
}: {
  readonly moment: PraisedMoment;
  readonly look: Look;
  readonly search: FeedbackSearch;
}) {
  const { ws } = useParams({ from: '/w/$ws' });
  const counts = WORDS.happy(formatCount(happy), formatCount(answered));
  return (
    <li className={styles.moment}>
      {quote && <q className={styles.praise}>{quote.text}</q>}
      <h2>{title}</h2>
      <p>
        <span className={marks.mood}>
          <Smile size={15} strokeWidth={2} className={marks.happy} aria-hidden="true" />
          <PeopleNumber behind={{ kind: 'voice', at, felt: 'happy' }} scope={look.scope} what={`${counts}, ${title}`}>
            {counts}
          </PeopleNumber>
        </span>
      </p>
      <p>{owner ? <b>{WORDS.team(owner)}</b> : <span className="meta">{WORDS.noTeam}</span>}</p>
      {phrases.length > 0 && <p className="meta">{WORDS.words(phrases.join(' · '))}</p>}
      <Link
        to="/w/$ws/feedback"
        params={{ ws }}
        search={{ from, to, f, map, at: writeSaidAt(at), felt: 'happy' }}
        className={buttonClass('link')}
      >
        {WORDS.open}
        <span className="sr">: {title}</span>
      </Link>
    </li>
  );
}
