import type { Behind, Voices } from '@continuo/core';
import { type Figure, formatCount, type MapColumn, type MapInput } from '@continuo/diagram';
import { Link, useParams } from '@tanstack/react-router';
import { buttonClass } from '../../../../ui/button.tsx';
import { classes } from '../../../../ui/classes.ts';
import { INSPECTOR_WORDS as WORDS } from '../../../../words/inspector.ts';
import { FeltFigures } from '../felt-figures.tsx';
import { shortDay } from './day-chart.ts';
import styles from './inspector.module.css';

/** How those who answered felt, what the newest of them wrote, and how many did not answer. */
export function StepVoices({ column, input }: { readonly column: MapColumn; readonly input: MapInput }) {
  const { ws } = useParams({ from: '/w/$ws' });
  const { lived, timeZone, todayMs = input.asOfMs } = input;
  if (lived === null || column.isConnected !== true) return null;
  const at =
    column.kind === 'step'
      ? lived.steps.find(({ step }) => step === column.step)
      : lived.offMap.find(({ activity }) => activity === column.activity);
  if (at === undefined) return null;
  const { voices, comments } = at;
  const answers = voices.unhappy + voices.neutral + voices.happy;
  const came = 'due' in at ? Math.min(at.due, at.people + at.broken) : at.people;
  const of = Math.max(came, answers);
  if (of === 0) return null;
  const behind = (felt: keyof Voices): Behind =>
    column.kind === 'step'
      ? { kind: 'map-step', step: column.step, which: felt, channel: null }
      : { kind: 'felt', activity: column.activity, felt };
  const figure = (felt: keyof Voices): Figure => ({
    ...{ text: formatCount(voices[felt]), n: voices[felt], of: answers, sure: null, definition: 'felt' },
    behind: voices[felt] === 0 ? null : behind(felt),
  });
  return (
    <section className={styles.part}>
      <div className={styles.titled}>
        <h3>{WORDS.voices}</h3>
        <span className="meta">{WORDS.answered(formatCount(answers), formatCount(of))}</span>
      </div>
      {answers > 0 && (
        <div className={styles.felt}>
          <FeltFigures voices={{ unhappy: figure('unhappy'), neutral: figure('neutral'), happy: figure('happy') }} />
        </div>
      )}
      {comments.map(({ text, felt, timeMs, run }) => (
        <blockquote key={`${run}:${timeMs}:${text}`} className={classes(styles.said, styles[felt ?? 'neutral'])}>
          <q>{text}</q> <span className="meta">{WORDS.heard(shortDay(timeMs, timeZone, todayMs))}</span>{' '}
          <Link to="/w/$ws/stories/$run" params={{ ws, run }} className={buttonClass('link')}>
            {WORDS.story}
          </Link>
        </blockquote>
      ))}
      {of > answers && <p className="meta">{WORDS.silent(formatCount(of - answers))}</p>}
    </section>
  );
}
