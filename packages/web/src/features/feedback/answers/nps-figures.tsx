import { NPS_FROM, type Nps, type SaidAt } from '@continuo/core';
import { formatCount } from '@continuo/diagram';
import type { AskScope } from '../../../api/hooks.ts';
import { About } from '../../../ui/about.tsx';
import { FEEDBACK_WORDS } from '../../../words/feedback.ts';
import { PeopleNumber } from '../../customers/people-number.tsx';
import styles from '../feedback.module.css';

const WORDS = FEEDBACK_WORDS.nps;
const PARTS = [
  ['promoters', 'happy'],
  ['passives', 'neutral'],
  ['detractors', 'unhappy'],
] as const;

/** The score with its three counts, never without them; fewer than 30 answers get none. */
export function NpsFigures({
  nps,
  at,
  scope,
}: {
  readonly nps: Nps;
  readonly at: SaidAt | null;
  readonly scope: AskScope;
}) {
  if (nps.n < NPS_FROM) return <span className="meta">{WORDS.later(nps.n, NPS_FROM)}</span>;
  return (
    <span className={styles.nps}>
      <b>
        {WORDS.name} {points(nps.nps)}
      </b>
      <About name="nps" />
      <span className="meta">
        {PARTS.map(([part, felt], place) => (
          <span key={part}>
            {place > 0 && ' · '}
            <PeopleNumber
              behind={{ kind: 'voice', at, felt }}
              scope={scope}
              what={`${nps[part]} ${WORDS[part](nps[part])}`}
            >
              {formatCount(nps[part])}
            </PeopleNumber>{' '}
            {WORDS[part](nps[part])}
          </span>
        ))}
      </span>
    </span>
  );
}

/** Points from −100 to 100 with their sign. */
function points(share: number): string {
  const whole = Math.round(100 * share);
  return whole > 0 ? `+${whole}` : whole < 0 ? `−${-whole}` : '0';
}
