import type { LetterEntry, LetterScope } from '@continuo/contract';
import { formatDate, formatDateTime } from '@continuo/diagram';
import { Link, useParams } from '@tanstack/react-router';
import { PageHead } from '../../app/page-head.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { LETTER_WORDS as WORDS } from '../../words/letters.ts';
import styles from './letters.module.css';
import { Subscribe } from './subscribe.tsx';
import { TeamCards } from './team-cards.tsx';
import { useLetters } from './use-letters.ts';

/** The letters that were written, who gets them, and the cards of teams. */
export function LettersPage() {
  const { ws } = useParams({ from: '/w/$ws' });
  const { data, error, refetch } = useLetters();
  return (
    <>
      <PageHead
        title={WORDS.title}
        actions={
          <Link to="/w/$ws/letters/$week" params={{ ws, week: 'now' }} className={buttonClass()}>
            {WORDS.now}
          </Link>
        }
      />
      <div className={styles.page}>
        <p className={styles.wide}>
          {WORDS.lead}{' '}
          {data && (data.nextMs === null ? WORDS.noNext : WORDS.next(formatDateTime(data.nextMs, data.timeZone)))}
        </p>
        <Card title={WORDS.list} className={styles.main}>
          {error && <ProblemBox error={error} onRetry={() => void refetch()} />}
          {!data && !error && <Skeleton lines={6} />}
          {data?.letters.length === 0 && <p className="meta">{WORDS.none}</p>}
          {data && weeksOf(data.letters).map(([week, letters]) => <Week key={week} week={week} letters={letters} />)}
        </Card>
        <div className={styles.side}>
          {data && <Subscribe letters={data} />}
          <TeamCards />
        </div>
      </div>
    </>
  );
}

function weeksOf(letters: readonly LetterEntry[]): readonly (readonly [string, readonly LetterEntry[]])[] {
  const weeks = new Map<string, LetterEntry[]>();
  for (const letter of letters) weeks.set(letter.week, [...(weeks.get(letter.week) ?? []), letter]);
  return [...weeks];
}

function Week({ week, letters }: { readonly week: string; readonly letters: readonly LetterEntry[] }) {
  const { ws } = useParams({ from: '/w/$ws' });
  return (
    <section className={styles.week}>
      <h3>{formatDate(Date.parse(week), 'UTC')}</h3>
      <ul>
        {letters.map(({ scope, about, title }) => (
          <li key={`${scope.kind} ${about}`}>
            <Link
              to="/w/$ws/letters/$week"
              params={{ ws, week }}
              search={searchOf(scope)}
              className={buttonClass('link')}
              aria-label={WORDS.read(title)}
            >
              {about}
            </Link>{' '}
            <span className="meta">{WORDS.kinds[scope.kind]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function searchOf(scope: LetterScope): { scope?: 'journey' | 'team'; key?: string } {
  return scope.kind === 'workspace' ? {} : { scope: scope.kind, key: scope.key };
}
