import type { GapMark } from '@continuo/contract';
import { type Behind, behindGap, type JourneyGap } from '@continuo/core';
import { formatCount, formatDate, formatDuration, type MapInput } from '@continuo/diagram';
import { Check, Eye, MapPinned, RotateCcw, X } from 'lucide-react';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { classes } from '../../../ui/classes.ts';
import { Glyph } from '../../../ui/glyph.tsx';
import { GAPS_WORDS as WORDS } from '../../../words/gaps.ts';
import { FigureButton } from '../map/figures.tsx';
import { evidenceOf, gapTitle, sinceWords } from './gap-words.ts';
import styles from './gaps.module.css';

export interface GapActions {
  readonly onAccept: () => void;
  readonly onWatch: () => void;
  readonly onDismiss: () => void;
  readonly onReopen: () => void;
}

/** One gap: what it is, how many, since when, what followed, what was decided. */
export function GapRow({
  gap,
  input,
  mark,
  isChosen,
  onChoose,
  onOpen,
  actions,
}: {
  readonly gap: JourneyGap;
  readonly input: MapInput;
  readonly mark: GapMark | null;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onOpen: () => void;
  /** Null: this person may only look. */
  readonly actions: GapActions | null;
}) {
  const { timeZone, todayMs = input.asOfMs } = input;
  const title = gapTitle(gap, input.contract);
  const { tone, words, compared } = evidenceOf(gap);
  const behind: Behind | null = behindGap(gap);
  const promise = input.contract.promises.find(({ id }) => id === gap.promise);
  const size = { text: formatCount(gap.people), behind };
  return (
    <li className={classes(styles.row, isChosen && styles.chosen)}>
      <div className={styles.bar} aria-hidden="true">
        <span
          className={tone === 'harm' ? styles.harm : styles.neutral}
          style={{ width: `${(100 * gap.people) / Math.max(1, gap.of)}%` }}
        />
      </div>
      <div className={styles.what}>
        <button
          type="button"
          className={styles.title}
          data-gap={gap.id}
          aria-current={isChosen || undefined}
          onFocus={onChoose}
          onClick={onChoose}
        >
          {title}
        </button>
        <span className={styles.facts}>
          <Chip>
            {gap.kind === 'not-on-map' && <Glyph kind="plus" size={10} />}
            {WORDS.kinds[gap.kind]}
          </Chip>
          {promise && <span className="meta">{WORDS.promised(formatDuration(promise.withinMs))}</span>}
          <span className="meta">{sinceWords(gap, timeZone, todayMs)}</span>
        </span>
        {mark && (
          <span className={styles.mark}>
            {WORDS.marks[mark.action](mark.actor, formatDate(mark.atMs, timeZone))}
            {mark.reason !== '' && `: ${WORDS.reason(mark.reason)}`}
          </span>
        )}
      </div>
      <div className={styles.size}>
        <FigureButton figure={size} what={`${title}: ${WORDS.customers(size.text, formatCount(gap.of))}`} />{' '}
        <span className="meta">{WORDS.of(formatCount(gap.of))}</span>
      </div>
      <div className={styles.evidence}>
        <span className={styles[tone]}>
          <Glyph kind={tone} size={11} />
          {words}
        </span>
        {compared !== '' && <span className="meta">{compared}</span>}
      </div>
      <div className={styles.actions}>
        <Button onPress={onOpen} look="ghost">
          <MapPinned size={14} strokeWidth={1.75} aria-hidden="true" />
          {WORDS.toMap}
        </Button>
        {actions && (mark === null || mark.action === 'watch') && (
          <>
            <Button onPress={actions.onAccept}>
              <Check size={14} strokeWidth={1.75} aria-hidden="true" />
              {WORDS.accept}
            </Button>
            {mark === null && (
              <Button onPress={actions.onWatch}>
                <Eye size={14} strokeWidth={1.75} aria-hidden="true" />
                {WORDS.watch}
              </Button>
            )}
            <Button onPress={actions.onDismiss}>
              <X size={14} strokeWidth={1.75} aria-hidden="true" />
              {WORDS.dismiss}
            </Button>
          </>
        )}
        {actions && mark !== null && (
          <Button onPress={actions.onReopen}>
            <RotateCcw size={14} strokeWidth={1.75} aria-hidden="true" />
            {WORDS.reopen}
          </Button>
        )}
      </div>
    </li>
  );
}
