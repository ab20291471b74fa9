import { ApiProblem, type Callback } from '@continuo/contract';
import { formatCount, formatTime } from '@continuo/diagram';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { HeartHandshake } from 'lucide-react';
import { storyQuery } from '../../api/hooks.ts';
import { buttonClass } from '../../ui/button.tsx';
import { ChannelMark } from '../../ui/channel-mark.tsx';
import { Chip } from '../../ui/chip.tsx';
import { classes } from '../../ui/classes.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { CALLBACK_WORDS as WORDS } from '../../words/callbacks.ts';
import { STORY_WORDS } from '../../words/story.ts';
import styles from './callbacks.module.css';
import { DueChip } from './due-chip.tsx';
import { Others } from './others.tsx';
import { PutRightChip } from './put-right-chip.tsx';
import { sayWhen } from './when.ts';

/** One customer to be answered: why, what they lived, what was said and done since, and what not to ask them again. */
export function CallbackStory({
  callback,
  nowMs,
  timeZone,
}: {
  readonly callback: Callback;
  readonly nowMs: number;
  readonly timeZone: string;
}) {
  const { name, person, state, openedMs, why, again, moments, story, line } = callback;
  const isHelped = state === 'open' || state === 'in-hand' || state === 'waiting';
  return (
    <article className={styles.detail} aria-labelledby="callback-name">
      <div className={styles.detailHead}>
        <h2 id="callback-name">{name}</h2>
        {person !== null && <span className="meta">{WORDS.madeUp}</span>}
        <DueChip callback={callback} nowMs={nowMs} timeZone={timeZone} />
        <PutRightChip putRight={callback.putRight} />
        {isHelped && (
          <Chip tone="accent">
            <HeartHandshake size={12} strokeWidth={1.75} aria-hidden="true" />
            {WORDS.helped}
          </Chip>
        )}
      </div>
      <p>
        {WORDS.openedAt(sayWhen(openedMs, nowMs, timeZone), why)} {moments > 1 && WORDS.joined(formatCount(moments))}{' '}
        {again && <b>{WORDS.again90(sayWhen(again.closedMs, nowMs, timeZone))}</b>}
      </p>
      {story === null ? (
        <Untold says={WORDS.noStory} callback={callback} timeZone={timeZone} />
      ) : (
        <Lived run={story} callback={callback} timeZone={timeZone} />
      )}
      <section>
        <h3>{WORDS.said}</h3>
        <ol className={styles.log}>
          {callback.log.map((entry) => (
            <li key={`${entry.atMs}-${entry.kind}-${entry.says}`}>
              <span className="meta">{sayWhen(entry.atMs, nowMs, timeZone)}</span>
              <span>
                {entry.says}
                {entry.text !== '' && <q>{entry.text}</q>}
              </span>
              <span className="meta">{entry.by === null ? '' : WORDS.by(entry.by)}</span>
            </li>
          ))}
        </ol>
      </section>
      {line && (
        <section className={styles.line}>
          <h3>{WORDS.line}</h3>
          <p>{line}</p>
        </section>
      )}
    </article>
  );
}

/** In place of a story: why there is none, and how many others all the same. */
function Untold({
  says,
  callback,
  timeZone,
}: {
  readonly says: string;
  readonly callback: Callback;
  readonly timeZone: string;
}) {
  return (
    <div>
      <p className="meta">{says}</p>
      <Others callback={callback} timeZone={timeZone} otherwise={null} />
    </div>
  );
}

function Lived({
  run,
  callback,
  timeZone,
}: {
  readonly run: string;
  readonly callback: Callback;
  readonly timeZone: string;
}) {
  const { ws } = useParams({ from: '/w/$ws' });
  const { data, error, refetch } = useQuery(storyQuery(run));
  // Its events were removed with their import, or are counted to somebody else by now.
  const isGone = error instanceof ApiProblem && error.details.code === 'run.unknown';
  if (isGone) return <Untold says={WORDS.storyGone} callback={callback} timeZone={timeZone} />;
  if (error) return <ProblemBox error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={6} />;
  const isElsewhere = data.moments.some(({ timeMs, time }) => time !== formatTime(timeMs, timeZone));
  return (
    <section>
      <div className={styles.sectionHead}>
        <h3>
          {WORDS.story} {isElsewhere && <span className="meta">{WORDS.localTimes(timeZone)}</span>}
        </h3>
        <Link to="/w/$ws/stories/$run" params={{ ws, run }} className={buttonClass('link')}>
          {WORDS.storyFull}
        </Link>
      </div>
      <ol className={styles.moments} aria-label={STORY_WORDS.moments}>
        {data.moments.map((moment) => {
          const isHarm = moment.tone === 'harm' || moment.tone === 'worst';
          return (
            <li key={`${moment.timeMs}-${moment.says}`} className={styles.moment}>
              <span className="meta">
                {moment.day} {moment.time}
              </span>
              <ChannelMark channel={moment.channel} size={16} />
              <span>
                {moment.says}
                {moment.quote && <q>{moment.quote}</q>}
              </span>
              <span className={classes(styles.cost, isHarm && styles.harm)}>
                {moment.tone === 'best' && <Chip tone="wow">{STORY_WORDS.wow}</Chip>}
                {isHarm && moment.cost && (
                  <>
                    <Glyph kind="harm" />
                    <span className="sr">{STORY_WORDS.harm}</span>
                  </>
                )}
                {moment.cost}
              </span>
            </li>
          );
        })}
      </ol>
      <Others callback={callback} timeZone={timeZone} otherwise={data.others?.sentence ?? null} />
    </section>
  );
}
