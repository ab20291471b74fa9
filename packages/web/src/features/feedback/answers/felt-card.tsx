import { answeredOf, type Feedback, type Measured, type SaidAt } from '@continuo/core';
import { counted, formatCount, formatShare } from '@continuo/diagram';
import { About } from '../../../ui/about.tsx';
import { Card } from '../../../ui/card.tsx';
import { writeSaidAt } from '../../../url/said-at.ts';
import { FEEDBACK_WORDS } from '../../../words/feedback.ts';
import { WatchThis } from '../../alerts/watch-this.tsx';
import styles from '../feedback.module.css';
import { MoodFigures } from '../mood-figures.tsx';
import type { Look } from '../use-feedback.ts';
import { NpsFigures } from './nps-figures.tsx';
import { SilentWords } from './silent-words.tsx';

const WORDS = FEEDBACK_WORDS.felt;

/** How those who answered felt, of how many, at the place chosen or everywhere; and what is known of those who did not. */
export function FeltCard({ feedback, look }: { readonly feedback: Feedback; readonly look: Look }) {
  const { at, scope, nameOf } = look;
  const place = at === null ? null : feedback.places.find((one) => writeSaidAt(one.at) === writeSaidAt(at));
  const here =
    at === null ? feedback : (place ?? { voices: { unhappy: 0, neutral: 0, happy: 0 }, nps: null, customers: 0 });
  const answered = answeredOf(here.voices);
  const { unhappy } = here.voices;
  const silent = Math.max(0, here.customers - answered);
  return (
    <Card
      title={at === null ? WORDS.title : nameOf(at)}
      note={
        (at === null || place) && (
          <>
            {WORDS.answered(formatCount(answered), counted(here.customers, FEEDBACK_WORDS.customer))}{' '}
            <About name="answered" />
          </>
        )
      }
    >
      <div className={styles.lead}>
        <MoodFigures voices={here.voices} at={at} scope={scope} size={22} />
        {answered > 0 && <b>{WORDS.unhappy(formatShare(unhappy, answered))}</b>}
        {here.nps && <NpsFigures nps={here.nps} at={at} scope={scope} />}
      </div>
      {at === null ? (
        <p className="meta">
          {feedback.answers > answered && `${WORDS.answers(counted(feedback.answers, FEEDBACK_WORDS.answer))}. `}
          {silent > 0 && `${FEEDBACK_WORDS.silent.none(formatCount(silent))} ${FEEDBACK_WORDS.silent.choose}`}
        </p>
      ) : (
        <SilentWords at={at} scope={scope} />
      )}
      <div>
        <WatchThis measured={givenAt(at)} filters={scope.filters ?? []} what={WORDS.watch} />
      </div>
    </Card>
  );
}

/** How many answer; at a step of a map they are not counted by day. */
function givenAt(at: SaidAt | null): Measured | null {
  if (at?.kind === 'step') return null;
  return { kind: 'answers', activity: at?.activity ?? null, which: 'given' };
}
