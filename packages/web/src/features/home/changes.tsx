import type { Home, HomeChange } from '@continuo/contract';
import { formatCount, formatDateTime } from '@continuo/diagram';
import { ArrowRight } from 'lucide-react';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { classes } from '../../ui/classes.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { HOME_WORDS } from '../../words/home.ts';
import { PeopleNumber } from '../customers/people-number.tsx';
import styles from './home.module.css';
import { HomeLink } from './home-link.tsx';

const WORDS = HOME_WORDS.changes;

/** What changed for customers: at most five lines, each with who answers for it and what comes next. */
export function Changes({ home, className }: { readonly home: Home; readonly className?: string | undefined }) {
  const { seen, timeZone, changes, isCounting } = home;
  const when = seen.lastMs === null ? null : formatDateTime(seen.lastMs, timeZone);
  const note = when === null ? null : seen.hasNewData ? WORDS.since(when) : WORDS.nothingNew(when);
  return (
    <Card title={WORDS.title} note={note} className={className}>
      {changes.length === 0 && (isCounting ? <Skeleton lines={5} /> : <p className="meta">{WORDS.none}</p>)}
      <ul>
        {changes.map((change) => (
          <Change key={change.id} change={change} />
        ))}
      </ul>
    </Card>
  );
}

function Change({ change }: { readonly change: HomeChange }) {
  const { tone, title, detail, owner, next, link, people, behind, isNew } = change;
  return (
    <li className={classes(styles.line, styles.change)}>
      <span className={classes(styles.tile, styles[tone])} title={WORDS.tones[tone]}>
        <Glyph kind={tone} size={13} />
        <span className="sr">{WORDS.tones[tone]}</span>
      </span>
      <div>
        <HomeLink target={link} className={styles.headline ?? ''}>
          {title}
        </HomeLink>{' '}
        {isNew && <Chip tone="accent">{WORDS.isNew}</Chip>}
        <div className="meta">
          {detail}{' '}
          {behind !== null && (
            <PeopleNumber
              behind={behind.behind}
              scope={{ unit: 'journey', journey: { key: behind.journey, judgedBy: 'in-force' } }}
              what={title}
            >
              {WORDS.who(formatCount(people))}
            </PeopleNumber>
          )}
        </div>
      </div>
      <div className={styles.owned}>
        <div className={classes(owner === null && 'meta')}>{owner === null ? WORDS.noOwner : WORDS.owner(owner)}</div>
        <div className="meta">
          <ArrowRight size={11} strokeWidth={1.75} aria-hidden="true" /> {WORDS.next(next)}
        </div>
      </div>
    </li>
  );
}
