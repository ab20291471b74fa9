import { answeredOf, type SaidAt, type Voices } from '@continuo/core';
import { formatCount } from '@continuo/diagram';
import type { AskScope } from '../../api/hooks.ts';
import { Face } from '../../ui/face.tsx';
import { FEEDBACK_WORDS as WORDS } from '../../words/feedback.ts';
import { FELT_WORDS } from '../../words/marks.ts';
import { PeopleNumber } from '../customers/people-number.tsx';
import styles from './feedback.module.css';

const MOODS = ['unhappy', 'neutral', 'happy'] as const;

/** The three faces of the map with their counts; each opens its customers. Nobody answered: said in words, never three zeros. */
export function MoodFigures({
  voices,
  at,
  scope,
  place,
  size = 15,
}: {
  readonly voices: Voices;
  readonly at: SaidAt | null;
  readonly scope: AskScope;
  /** Name of the place, for people who cannot see where the numbers stand. */
  readonly place?: string;
  readonly size?: number;
}) {
  if (answeredOf(voices) === 0) return <span className="meta">{FELT_WORDS.nobody}</span>;
  return (
    <span className={styles.moods} data-size={size > 15 ? 'large' : undefined}>
      {MOODS.map((felt) => {
        const what = place ? WORDS.felt.whatAt(felt, place) : felt;
        return (
          <span key={felt} className={styles.mood}>
            <Face felt={felt} size={size} />
            {voices[felt] === 0 ? (
              <b>
                0<span className="sr"> {felt}</span>
              </b>
            ) : (
              <PeopleNumber
                behind={{ kind: 'voice', at, felt }}
                scope={scope}
                what={`${formatCount(voices[felt])} ${what}`}
              >
                <b>{formatCount(voices[felt])}</b>
              </PeopleNumber>
            )}
          </span>
        );
      })}
    </span>
  );
}
