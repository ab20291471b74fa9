import type { SaidAt, SaidComment } from '@continuo/core';
import { formatDate } from '@continuo/diagram';
import { Link, useParams } from '@tanstack/react-router';
import { useOverview } from '../../api/hooks.ts';
import { buttonClass } from '../../ui/button.tsx';
import { ChannelMark } from '../../ui/channel-mark.tsx';
import { Face } from '../../ui/face.tsx';
import { FEEDBACK_WORDS } from '../../words/feedback.ts';
import styles from './feedback.module.css';

const WORDS = FEEDBACK_WORDS.comments;

/** One comment with its face, when and where it was said, and the way to the story it stands in. */
export function CommentRow({
  comment: { text, felt, timeMs, at, channel, score, scale, run },
  nameOf,
  isPlaceKnown,
}: {
  readonly comment: SaidComment;
  readonly nameOf: (at: SaidAt) => string;
  readonly isPlaceKnown: boolean;
}) {
  const { ws } = useParams({ from: '/w/$ws' });
  const { timeZone } = useOverview().workspace;
  return (
    <li className={styles.comment}>
      <span className={styles.face}>
        {felt && <Face felt={felt} size={16} />}
        <span className="sr">{WORDS.felt[felt ?? 'none']}: </span>
      </span>
      <div>
        <q>{text}</q>
        <p className={`meta ${styles.under}`}>
          {formatDate(timeMs, timeZone)}
          {!isPlaceKnown && <> · {nameOf(at)}</>}
          {channel !== '' && (
            <>
              {' · '}
              <ChannelMark channel={channel} isNamed />
            </>
          )}
          {score !== null && scale !== '' && <> · {WORDS.score(String(score), scale.replace('-', '–'))}</>}
          {' · '}
          <Link to="/w/$ws/stories/$run" params={{ ws, run }} className={buttonClass('link')}>
            {WORDS.story}
          </Link>
        </p>
      </div>
    </li>
  );
}
