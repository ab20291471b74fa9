import type { Story, StoryMoment } from '@continuo/contract';
import { Sparkles } from 'lucide-react';
import { ChannelMark, channelName } from '../../ui/channel-mark.tsx';
import { Chip } from '../../ui/chip.tsx';
import { classes } from '../../ui/classes.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { SCROLLABLE } from '../../ui/scrollable.ts';
import { STORY_WORDS } from '../../words/story.ts';
import styles from './story.module.css';

/** A line a moment: when, by which channel, what happened, the customer's words, what it cost. */
export function Moments({ story }: { readonly story: Story }) {
  // Moments have no name of their own, and the story never changes their order.
  const lines = story.moments.map((moment, at) => ({ moment, before: story.moments[at - 1]?.day, key: `${at}` }));
  return (
    <ol className={styles.moments} aria-label={STORY_WORDS.moments} {...SCROLLABLE}>
      {lines.map(({ moment, before, key }) => (
        <Moment key={key} moment={moment} day={moment.day === before ? null : moment.day} />
      ))}
    </ol>
  );
}

function Moment({ moment, day }: { readonly moment: StoryMoment; readonly day: string | null }) {
  const { tone } = moment;
  const isHarm = tone === 'harm' || tone === 'worst';
  return (
    <li
      className={classes(styles.moment, tone === 'worst' && styles.worst, tone === 'best' && styles.best)}
      data-tone={tone}
    >
      <span className={styles.day}>
        {day && <b>{day}</b>}
        {tone === 'worst' && <span className={styles.label}>{STORY_WORDS.worst}</span>}
        {moment.later && <span className="meta">{moment.later}</span>}
      </span>
      <span className={styles.time}>{moment.time}</span>
      <span className={styles.icon} aria-hidden="true">
        <ChannelMark channel={moment.channel} size={16} />
      </span>
      <span className={styles.channel}>{moment.channel === '' ? '' : channelName(moment.channel)}</span>
      <span className={styles.words}>
        {tone === 'best' && (
          <span className={styles.wow}>
            <Chip tone="wow">
              <Sparkles size={12} aria-hidden="true" />
              {STORY_WORDS.wow}
            </Chip>
          </span>
        )}
        {moment.says}
        {moment.quote && <q>{moment.quote}</q>}
      </span>
      <span className={classes(styles.cost, isHarm && moment.cost && styles.harm)}>
        {moment.cost && (
          <>
            {isHarm && <Glyph kind="harm" />}
            {isHarm && <span className="sr">{STORY_WORDS.harm}</span>}
            {moment.cost}
          </>
        )}
      </span>
    </li>
  );
}
