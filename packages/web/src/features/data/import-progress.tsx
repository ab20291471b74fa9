import type { Import } from '@continuo/contract';
import { formatCount, formatDuration } from '@continuo/diagram';
import { Progress } from '../../ui/progress.tsx';
import { IMPORTS_WORDS as WORDS } from '../../words/data.ts';

/** How far an import is, or what came of it, in one line. */
export function ImportProgress({ one }: { readonly one: Import }) {
  switch (one.status) {
    case 'draft':
      return <span className="meta">{one.preview?.recognised ?? one.preview?.format.toUpperCase()}</span>;
    case 'waiting':
    case 'running':
    case 'building':
      return (
        <Progress
          label={one.file}
          value={one.progress ?? 0}
          says={WORDS.progress(
            formatCount(one.rowsRead),
            one.rowsPerSecond === null ? '' : WORDS.rate(formatCount(one.rowsPerSecond)),
            one.secondsLeft === null ? '' : WORDS.left(formatDuration(Math.max(1, one.secondsLeft) * 1000)),
          )}
        />
      );
    case 'done':
      return (
        <span className="meta">
          {one.unchanged ? WORDS.unchanged : WORDS.stored(formatCount(one.eventsStored))}
          {one.rowsRejected > 0 && `, ${WORDS.rejected(formatCount(one.rowsRejected))}`}
        </span>
      );
    case 'failed':
      return <span className="meta">{one.error}</span>;
    case 'cancelled':
      return <span className="meta">{WORDS.cancelled}</span>;
  }
}
