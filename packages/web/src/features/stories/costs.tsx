import type { Story } from '@continuo/contract';
import { Link, useParams } from '@tanstack/react-router';
import { ArrowRightLeft, Clock, Repeat, Wallet } from 'lucide-react';
import { buttonClass } from '../../ui/button.tsx';
import { STORY_WORDS as WORDS } from '../../words/story.ts';
import styles from './costs.module.css';

const COST_ICONS = { time: Clock, waiting: Clock, repeats: Repeat, handovers: ArrowRightLeft, money: Wallet } as const;

/** What the journey cost the customer, what went well, where it stands. */
export function Costs({ story }: { readonly story: Story }) {
  const { ws } = useParams({ from: '/w/$ws/stories/$run' });
  return (
    <aside className={styles.side} aria-label={WORDS.cost}>
      <h2>{WORDS.cost}</h2>
      {story.costs.length === 0 && <p>{WORDS.noCost}</p>}
      {story.costs.map((cost) => {
        const Icon = COST_ICONS[cost.kind];
        return (
          <div className={styles.fact} key={`${cost.kind}-${cost.words}`}>
            <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
            <div>
              <b>{cost.value}</b>
              <div className="meta">{cost.words}</div>
            </div>
          </div>
        );
      })}
      {story.wentWell && (
        <>
          <h2>{WORDS.well}</h2>
          <p>{story.wentWell}</p>
        </>
      )}
      {story.stands && (
        <>
          <h2>{WORDS.stands}</h2>
          <p>{story.stands}</p>
        </>
      )}
      <Link to="/w/$ws/customers/$person" params={{ ws, person: story.person }} className={buttonClass('link')}>
        {WORDS.timeline}
      </Link>
    </aside>
  );
}
