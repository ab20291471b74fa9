import type { Behind } from '@continuo/core';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { AskScope } from '../../api/hooks.ts';
import { PEOPLE_WORDS } from '../../words/people.ts';
import styles from './people-number.module.css';

const PeoplePanel = lazy(() => import('./people-panel.tsx').then((part) => ({ default: part.PeoplePanel })));

/** A number that opens the customers behind it. */
export function PeopleNumber({
  behind,
  scope,
  what,
  children,
}: {
  readonly behind: Behind;
  readonly scope: AskScope;
  /** What the number counts, for people who cannot see where it stands. */
  readonly what: string;
  readonly children: ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={styles.number} title={PEOPLE_WORDS.open(what)} onClick={() => setOpen(true)}>
        {children}
        <span className="sr">. {PEOPLE_WORDS.open(what)}</span>
      </button>
      {isOpen && (
        <Suspense>
          <PeoplePanel behind={behind} scope={scope} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
