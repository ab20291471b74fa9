import { answeredOf, type Voices } from '@continuo/core';
import { FeltCounts } from '../../ui/felt-counts.tsx';
import { FEEDBACK_WORDS } from '../../words/feedback.ts';

/** Faces with counts that open nothing; when nobody gave a score: that. */
export function MoodCounts({ voices }: { readonly voices: Voices }) {
  if (answeredOf(voices) === 0) return <span className="meta">{FEEDBACK_WORDS.comments.felt.none}</span>;
  return <FeltCounts {...voices} />;
}
