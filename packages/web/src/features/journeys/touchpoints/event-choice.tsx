import { counted } from '@continuo/diagram';
import { useState } from 'react';
import { useEventsSeen } from '../../../api/journeys.ts';
import { Checks, SearchField } from '../../../ui/field.tsx';
import { ProblemBox } from '../../../ui/problem-box.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { TOUCHPOINTS_WORDS } from '../../../words/touchpoints.ts';
import styles from './touchpoints.module.css';

const WORDS = TOUCHPOINTS_WORDS.form;
const MOST = 60;

/** Any number of the events that came in, the most frequent first; those chosen that never came stand before them. */
export function EventChoice({
  chosen,
  onChange,
}: {
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}) {
  const { data: seen, error, refetch } = useEventsSeen();
  const [text, setText] = useState('');
  // A row stays where it was when it is unticked: the focus is on it.
  const [first] = useState(chosen);
  if (error) return <ProblemBox error={error} onRetry={() => void refetch()} />;
  if (!seen) return <Skeleton lines={4} />;
  const names = new Set(seen.map(({ name }) => name));
  const all = [
    ...first.filter((name) => !names.has(name)).map((name) => ({ name, counts: null })),
    ...seen.map(({ name, events, people }) => ({
      name,
      counts: WORDS.counts(counted(events, 'time'), counted(people, 'customer')),
    })),
  ];
  const wanted = text.trim().toLowerCase();
  const found = all.filter(({ name }) => name.toLowerCase().includes(wanted));
  const none = all.length === 0 ? WORDS.noneCame : found.length === 0 ? WORDS.noneFound : null;
  return (
    <div className={styles.events}>
      <SearchField label={WORDS.search} value={text} onChange={setText} />
      <Checks
        label={WORDS.events}
        options={found.slice(0, MOST).map(({ name, counts }) => ({
          id: name,
          text: (
            <span>
              {name} {counts && <span className="meta">{counts}</span>}
            </span>
          ),
        }))}
        chosen={chosen}
        onChange={onChange}
      />
      {none && <p className="meta">{none}</p>}
      {found.length > MOST && <p className="meta">{WORDS.narrower(found.length - MOST)}</p>}
      <p className="meta">{chosen.length === 0 ? WORDS.nothingChosen : WORDS.chosen(chosen.join(', '))}</p>
    </div>
  );
}
