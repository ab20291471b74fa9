import type { Behind } from '@continuo/core';
import type { Figure, ToneText } from '@continuo/diagram';
import { createContext, lazy, type ReactNode, Suspense, use, useCallback, useState } from 'react';
import type { AskScope } from '../../../api/hooks.ts';
import { classes } from '../../../ui/classes.ts';
import { Glyph } from '../../../ui/glyph.tsx';
import { PEOPLE_WORDS } from '../../../words/people.ts';
import styles from './figures.module.css';

const PeoplePanel = lazy(() =>
  import('../../customers/people-panel.tsx').then((part) => ({ default: part.PeoplePanel })),
);

type Open = (behind: Behind) => void;
const OpenPeople = createContext<Open>(() => {});

/** One panel for all numbers of a map: hundreds of them stand in the grid, and each only says who it is about. */
export function PeopleBehind({ scope, children }: { readonly scope: AskScope; readonly children: ReactNode }) {
  const [behind, setBehind] = useState<Behind | null>(null);
  const open = useCallback<Open>((next) => setBehind(next), []);
  return (
    <OpenPeople value={open}>
      {children}
      {behind && (
        <Suspense>
          <PeoplePanel behind={behind} scope={scope} onClose={() => setBehind(null)} />
        </Suspense>
      )}
    </OpenPeople>
  );
}

/** A number that opens the customers behind it. In the grid the cell has the focus, and Space opens its first number. */
export function FigureButton({
  figure,
  what,
  isInGrid = false,
  children,
}: {
  readonly figure: Pick<Figure, 'text' | 'behind'>;
  /** What is counted, for people who cannot see where it stands. */
  readonly what: string;
  readonly isInGrid?: boolean;
  readonly children?: ReactNode;
}) {
  const open = use(OpenPeople);
  const { behind, text } = figure;
  if (behind === null || text === '0') return <b>{children ?? text}</b>;
  return (
    <button
      type="button"
      className={classes(styles.number, isInGrid && styles.inGrid)}
      tabIndex={isInGrid ? -1 : undefined}
      title={PEOPLE_WORDS.open(what)}
      onClick={(event) => {
        event.stopPropagation();
        open(behind);
      }}
    >
      {children ?? text}
      {!isInGrid && <span className="sr">. {PEOPLE_WORDS.open(what)}</span>}
    </button>
  );
}

/** Parts of a sentence, joined as they are: harm gets its shape, what was said its marks, numbers their people. */
export function ToneParts({ parts }: { readonly parts: readonly ToneText[] }) {
  const placed = parts.map((part, at) => ({ part, place: `${at}: ${part.text}` }));
  return placed.map(({ part, place }) => <TonePart key={place} part={part} />);
}

function TonePart({ part: { text, tone, behind } }: { readonly part: ToneText }) {
  const words = behind ? <FigureButton figure={{ text, behind }} what={text} /> : text;
  switch (tone) {
    case 'strong':
    case 'quote':
      return <b className={styles[tone]}>{words}</b>;
    case 'alert':
      return (
        <b className={styles.alert}>
          <Glyph kind="harm" />
          {words}
        </b>
      );
    case 'quiet':
      return <span className={styles.quiet}>{words}</span>;
    case 'plain':
      return words;
  }
}
