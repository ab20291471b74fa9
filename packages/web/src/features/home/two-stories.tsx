import type { Home, StoryPair } from '@continuo/contract';
import { Link, useParams } from '@tanstack/react-router';
import { BookOpen } from 'lucide-react';
import { buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { classes } from '../../ui/classes.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { HOME_WORDS } from '../../words/home.ts';
import styles from './home.module.css';

const WORDS = HOME_WORDS.stories;

/** One of the worst and one of the best: the sum of all journeys begins with one. */
export function TwoStories({ home, className }: { readonly home: Home; readonly className?: string | undefined }) {
  const { ws } = useParams({ from: '/w/$ws' });
  const data = home.stories;
  const isEmpty = data && !data.worst && !data.best;
  return (
    <Card
      title={data && (data.worst === null) !== (data.best === null) ? WORDS.one : WORDS.title}
      note={WORDS.note}
      icon={<BookOpen size={14} strokeWidth={1.75} aria-hidden="true" />}
      className={className}
    >
      {!data && (home.isCounting ? <Skeleton lines={4} /> : <p className="meta">{WORDS.off}</p>)}
      {isEmpty && (
        <p>
          {WORDS.none}{' '}
          <Link to="/w/$ws/customers" params={{ ws }} className={buttonClass('link')}>
            {WORDS.open}
          </Link>
        </p>
      )}
      {data && !isEmpty && (
        <div className={styles.pair}>
          {data.worst && <Teaser story={data.worst} kind="worst" ws={ws} />}
          {data.best && <Teaser story={data.best} kind="best" ws={ws} />}
        </div>
      )}
    </Card>
  );
}

function Teaser({
  story,
  kind,
  ws,
}: {
  readonly story: NonNullable<StoryPair['worst']>;
  readonly kind: 'worst' | 'best';
  readonly ws: string;
}) {
  return (
    <article className={classes(styles.story, kind === 'best' && styles.best)}>
      <div className={styles.who}>
        <Chip tone={kind === 'worst' ? 'harm' : 'good'}>{WORDS[kind]}</Chip>
        <span className="meta">
          {story.name}, {story.when}
        </span>
      </div>
      <p className={styles.quote}>{story.headline}</p>
      <p className="meta">{story.body}</p>
      <Link to="/w/$ws/stories/$run" params={{ ws, run: story.run }} className={buttonClass('link')}>
        {WORDS.read}
        <span className="sr">: {story.name}</span>
      </Link>
    </article>
  );
}
