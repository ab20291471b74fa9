import type { SurveyShown } from '@continuo/contract';
import { ASK_LATE_DAYS, MOST_AFTER_HOURS, type Survey } from '@continuo/core';
import { formatCount } from '@continuo/diagram';
import { useMay } from '../../../api/session.ts';
import { Checks, TextField } from '../../../ui/field.tsx';
import { SURVEYS_WORDS } from '../../../words/surveys.ts';
import styles from './surveys.module.css';

const WORDS = SURVEYS_WORDS.after;
/** A day later the moment is over and not forgotten. */
const USUAL_HOURS = 24;

/** Whether the survey asks by e-mail after its step, by itself, and whom it asked so. */
export function AfterPart({
  survey,
  shown,
  onChange,
}: {
  readonly survey: Survey;
  readonly shown: SurveyShown;
  readonly onChange: (change: Partial<Survey>) => void;
}) {
  const mayAsk = useMay('operator');
  const { afterHours, step } = survey;
  const isOn = afterHours !== null;
  if (!mayAsk && !isOn) return null;
  return (
    <section className={styles.part}>
      <h2>{WORDS.title}</h2>
      <fieldset className={styles.parts} disabled={!mayAsk}>
        <legend className="sr">{WORDS.title}</legend>
        <Checks
          label=""
          options={[{ id: 'on', text: WORDS.on }]}
          chosen={isOn ? ['on'] : []}
          onChange={(chosen) => onChange({ afterHours: chosen.length > 0 ? USUAL_HOURS : null })}
        />
        {isOn && (
          <TextField
            label={WORDS.hours}
            type="number"
            value={String(afterHours)}
            onChange={(text) => onChange({ afterHours: hoursOf(text) })}
          />
        )}
      </fieldset>
      {isOn && step === null && <p>{WORDS.noStep}</p>}
      {isOn && <p className="meta">{WORDS.says(ASK_LATE_DAYS)}</p>}
      {!mayAsk && <p className="meta">{WORDS.operator}</p>}
      {shown.asksSinceMs !== null && <WhatCame after={shown.after} />}
    </section>
  );
}

function WhatCame({ after: { waiting, outcomes } }: Pick<SurveyShown, 'after'>) {
  const asked = outcomes.find(({ outcome }) => outcome === 'asked')?.n ?? 0;
  const held = outcomes.filter(({ outcome }) => outcome !== 'asked' && outcome !== 'waits already');
  return (
    <>
      <p>
        <b>{WORDS.asked(formatCount(asked), formatCount(waiting))}</b>
      </p>
      {held.length > 0 && (
        <ul>
          {held.map(({ outcome, n }) => (
            <li key={outcome}>{WORDS.held[outcome as keyof typeof WORDS.held](formatCount(n))}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Whole hours, 1 to two weeks; what is no number is 1. */
function hoursOf(text: string): number {
  const hours = Math.round(Number(text));
  return Number.isFinite(hours) ? Math.min(MOST_AFTER_HOURS, Math.max(1, hours)) : 1;
}
