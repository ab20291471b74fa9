import type { TestedMatches } from '@continuo/contract';
import { formatTime } from '@continuo/diagram';
import { useOverview } from '../../../api/hooks.ts';
import { CONNECT_WORDS } from '../../../words/connect.ts';
import { EDITOR_WORDS } from '../../../words/map-editor.ts';
import type { SaveState } from '../edit/draft-store.ts';
import styles from './connect.module.css';

const WORDS = CONNECT_WORDS.meter;

/** How much of the plan is connected, and how much of what happened is on it. */
export function Meter({
  connected,
  steps,
  tried,
  isTrying,
  save,
}: {
  readonly connected: number;
  readonly steps: number;
  readonly tried: TestedMatches | null;
  readonly isTrying: boolean;
  readonly save: SaveState;
}) {
  const { timeZone } = useOverview().workspace;
  const percent = tried && tried.events > 0 ? Math.round((100 * tried.matchedEvents) / tried.events) : null;
  const saved =
    save.kind === 'saved'
      ? save.atMs === null
        ? EDITOR_WORDS.save.ready
        : EDITOR_WORDS.save.saved(formatTime(save.atMs, timeZone))
      : save.kind === 'saving'
        ? EDITOR_WORDS.save.saving
        : EDITOR_WORDS.save.offlineShort;
  return (
    <section className={styles.meter} aria-label={WORDS.label}>
      <meter className={styles.bar} min={0} max={Math.max(1, steps)} value={connected} aria-label={WORDS.label} />
      <b>{WORDS.steps(connected, steps)}</b>
      {tried === null ? (
        <span className="meta">{WORDS.testing}</span>
      ) : tried.people === 0 ? (
        <span className="meta">{WORDS.unknown}</span>
      ) : (
        <>
          <span>{WORDS.people(tried.matched, tried.people)}</span>
          {percent !== null && <span>{WORDS.events(percent)}</span>}
          {isTrying && <span className="meta">{WORDS.testing}</span>}
        </>
      )}
      <span className={`meta ${styles.end}`}>{saved}</span>
    </section>
  );
}
