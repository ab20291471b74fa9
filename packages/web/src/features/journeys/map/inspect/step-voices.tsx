import { NPS_FROM, type SaidAt, type Voices } from '@continuo/core';
import { type Figure, formatCount, type MapColumn, type MapInput } from '@continuo/diagram';
import { Link, useParams } from '@tanstack/react-router';
import { type AskScope, useAnswer } from '../../../../api/hooks.ts';
import { buttonClass } from '../../../../ui/button.tsx';
import { classes } from '../../../../ui/classes.ts';
import { writeSaidAt } from '../../../../url/said-at.ts';
import { INSPECTOR_WORDS as WORDS } from '../../../../words/inspector.ts';
import { FeltFigures } from '../felt-figures.tsx';
import { AskHere } from './ask-here.tsx';
import { shortDay } from './day-chart.ts';
import styles from './inspector.module.css';
import { silentSentence } from './step-silent.ts';
import { StepWords } from './step-words.tsx';

export interface StepVoicesProps {
  /** Key of the map. */
  readonly map: string;
  readonly column: MapColumn;
  readonly input: MapInput;
  readonly scope: AskScope;
}

/**
 * How those who answered felt, what the newest of them wrote, what they say here more than elsewhere, and whether those who did
 * not answer called or left more often. Where nobody said anything, whoever may can ask.
 */
export function StepVoices({ map, column, input, scope }: StepVoicesProps) {
  const { ws } = useParams({ from: '/w/$ws' });
  const place = placeOf(column);
  const asked = useAnswer(
    'silent',
    scope,
    { at: place },
    { isOn: input.lived !== null && column.isConnected === true },
  );
  const silent = asked.isPlaceholderData ? undefined : asked.data?.result;
  const { lived, timeZone, todayMs = input.asOfMs } = input;
  if (lived === null) return null;
  const at =
    column.kind === 'step'
      ? lived.steps.find(({ step }) => step === column.step)
      : lived.offMap.find(({ activity }) => activity === column.activity);
  if (at === undefined || column.isConnected !== true) return <NoVoices map={map} at={place} />;
  const { voices, comments } = at;
  const answers = voices.unhappy + voices.neutral + voices.happy;
  // Some who answered did not say who they are: they came, but to no passage.
  const of = silent === undefined ? null : silent.silent.people + answers;
  if (of === 0) return <NoVoices map={map} at={place} />;
  if (of === null && answers === 0) return null;
  const sentence = silent === undefined ? null : silentSentence(silent);
  const figure = (felt: keyof Voices): Figure => ({
    ...{ text: formatCount(voices[felt]), n: voices[felt], of: answers, sure: null, definition: 'felt' },
    behind: voices[felt] === 0 ? null : { kind: 'voice', at: place, felt },
  });
  return (
    <section className={styles.part}>
      <div className={styles.titled}>
        <h3>{WORDS.voices}</h3>
        {of !== null && <span className="meta">{WORDS.answered(formatCount(answers), formatCount(of))}</span>}
      </div>
      {answers > 0 && (
        <div className={styles.felt}>
          {answers < NPS_FROM && <span>{WORDS.unhappyOf(formatCount(voices.unhappy), formatCount(answers))}</span>}
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
      {comments.length > 0 && (
        <p>
          <Link
            to="/w/$ws/feedback"
            params={{ ws }}
            search={{ map: input.contract.key, at: writeSaidAt(place) }}
            className={buttonClass('link')}
          >
            {WORDS.allSaid}
          </Link>
        </p>
      )}
      {answers > 0 && <StepWords at={place} scope={scope} />}
      {sentence !== null && <p className="meta">{sentence}</p>}
      <AskHere map={map} at={place} />
    </section>
  );
}

/** Nobody answered, and nobody could be heard: what nobody can be asked about says nothing. */
function NoVoices({ map, at }: { readonly map: string; readonly at: SaidAt }) {
  if (at.kind !== 'step') return null;
  return (
    <section className={styles.part}>
      <h3>{WORDS.voices}</h3>
      <p className="meta">{WORDS.noVoices}</p>
      <AskHere map={map} at={at} />
    </section>
  );
}

function placeOf(column: MapColumn): SaidAt {
  return column.kind === 'step' ? { kind: 'step', step: column.step } : { kind: 'activity', activity: column.activity };
}
